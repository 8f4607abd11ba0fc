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
 */
@ConfigurationProperties("jingzhun.feed.reading")
record ReadingSettings(@DefaultValue("1s") Duration every, @DefaultValue("2000") int limit, @DefaultValue("3") int attempts) {

    ReadingSettings {
        if (limit < 1 || attempts < 1) {
            throw new IllegalArgumentException("jingzhun.feed.reading: limit and attempts are at least 1");
        }
    }
}
