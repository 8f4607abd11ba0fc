package org.jingzhun.starter.feed;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How facts are told.
 *
 * @param service name of the service that tells, and of its path {@code /api/<service>/v1}; without it there is no feed
 * @param placeEvery how long a fact waits at most that was committed where nobody could say so
 * @param batch facts that are placed in one transaction
 * @param defaultLimit facts of a page if the reader does not say
 * @param maxLimit facts of a page at most
 * @param scan positions that a page looks at, at most; a reader of a small area gets short pages
 * @param nudge where others are told, without content, that there is something new: the addresses of their nudges
 * @param nudgeConnectTimeout how long a connection to one of them may take
 * @param nudgeTimeout how long its answer may take
 */
@ConfigurationProperties("jingzhun.feed")
record FeedSettings(@Nullable String service, @DefaultValue("500ms") Duration placeEvery, @DefaultValue("2000") int batch,
        @DefaultValue("1000") int defaultLimit, @DefaultValue("5000") int maxLimit, @DefaultValue("10000") int scan,
        @DefaultValue List<String> nudge, @DefaultValue("500ms") Duration nudgeConnectTimeout,
        @DefaultValue("1s") Duration nudgeTimeout) {

    FeedSettings {
        if (batch < 1 || defaultLimit < 1 || maxLimit < defaultLimit || scan < 1) {
            throw new IllegalArgumentException("jingzhun.feed: batch, scan, 1 <= default-limit <= max-limit");
        }
        nudge = nudge.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    String name() {
        if (service == null) {
            throw new IllegalStateException("jingzhun.feed.service is not set");
        }
        return service;
    }
}
