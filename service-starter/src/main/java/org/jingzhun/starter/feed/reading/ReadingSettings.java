package org.jingzhun.starter.feed.reading;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the feeds of others are read.
 *
 * @param every how long after the last look a source is looked at without a nudge
 * @param limit facts of a page
 * @param attempts how often a page is tried before what fails in it is parked
 * @param claim how long the other instances leave a source to the one that reads it, after the last page that it stored
 */
@ConfigurationProperties("jingzhun.feed.reading")
record ReadingSettings(@DefaultValue("1s") Duration every, @DefaultValue("2000") int limit, @DefaultValue("3") int attempts,
        @DefaultValue("15s") Duration claim) {

    ReadingSettings {
        if (limit < 1 || attempts < 1) {
            throw new IllegalArgumentException("jingzhun.feed.reading: limit and attempts are at least 1");
        }
        if (!claim.isPositive()) {
            throw new IllegalArgumentException("jingzhun.feed.reading: claim is longer than nothing");
        }
    }
}
