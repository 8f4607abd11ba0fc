package org.jingzhun.starter.watch;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can go wrong between services shows here first: facts that wait, readers that stay behind, facts that were set aside. */
@Configuration(proxyBeanMethods = false)
class FeedLevels {

    @Bean
    Level feedPosition() {
        return new Level("jingzhun.feed.position", "Facts told since the feed began",
                "select position from feed_state where id = 1");
    }

    @Bean
    Level feedWaiting() {
        return new Level("jingzhun.feed.waiting", "Facts that have no position yet, counted up to 100,000",
                "select count(*) from (select 1 from fact_waiting limit 100000) waiting");
    }

    @Bean
    Level feedWaitingAge() {
        return new Level("jingzhun.feed.waiting.seconds", "How long the oldest of them has waited", """
                select coalesce((select timestampdiff(microsecond, recorded_at, utc_timestamp(6)) / 1000000
                                   from fact_waiting order by id limit 1), 0)
                """);
    }

    @Bean
    Level feedReadLag() {
        return new Level("jingzhun.feed.read.lag", "Facts that a source has told and this service has not taken in", "source",
                "select source, greatest(head - position, 0) from feed_cursor");
    }

    @Bean
    Level feedReadPosition() {
        return new Level("jingzhun.feed.read.position", "How far this service has read a source", "source",
                "select source, position from feed_cursor");
    }

    @Bean
    Level feedReadHead() {
        return new Level("jingzhun.feed.read.head", "Where a source stood when it was last read", "source",
                "select source, head from feed_cursor");
    }

    @Bean
    Level feedReadAge() {
        return new Level("jingzhun.feed.read.seconds", "How long ago a source was last read", "source", """
                select source, timestampdiff(microsecond, last_read_at, utc_timestamp(6)) / 1000000
                  from feed_cursor where last_read_at is not null
                """);
    }

    @Bean
    Level feedReplaying() {
        return new Level("jingzhun.feed.read.replaying", "1 while a source is read from zero", "source",
                "select source, replaying from feed_cursor");
    }

    @Bean
    Level feedParked() {
        return new Level("jingzhun.feed.parked", "Facts set aside until somebody has them repeated", "source", """
                select c.source, (select count(*) from parked_fact p where p.source = c.source) from feed_cursor c
                """);
    }
}
