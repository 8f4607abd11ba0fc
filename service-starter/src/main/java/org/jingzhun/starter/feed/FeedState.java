package org.jingzhun.starter.feed;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The one row that says which order of facts this is, and how far it has come. */
class FeedState {

    private final JdbcClient jdbc;
    private final Clock clock;

    FeedState(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param position of the newest placed fact */
    record Now(String epoch, long position) {}

    /** Makes the first epoch, unless somebody else has. */
    void begin() {
        jdbc.sql("insert ignore into feed_state (id, epoch, epoch_started, position) values (1, ?, ?, 0)")
                .param(Ulid.at(clock.instant())).param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
    }

    Now now() {
        return jdbc.sql("select epoch, position from feed_state where id = 1").query(Now.class).single();
    }

    /** Whoever holds this lock is the only one who places facts, until the end of his transaction. */
    Now lock() {
        return jdbc.sql("select epoch, position from feed_state where id = 1 for update").query(Now.class).single();
    }

    void raise(long position) {
        jdbc.sql("update feed_state set position = ? where id = 1").param(position).update();
    }
}
