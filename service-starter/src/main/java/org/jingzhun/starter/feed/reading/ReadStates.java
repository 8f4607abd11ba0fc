package org.jingzhun.starter.feed.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The marks of all sources. Whoever holds the lock on one is the only one who applies what that source told; who asks for its pages is a claim that
 * runs out by the clock of the database, which all instances have in common.
 */
class ReadStates {

    private static final String ALL = """
            select source, generation, mark, epoch, position, head, replaying, last_read_at, last_error,
                   reader, timestampdiff(microsecond, utc_timestamp(6), reader_until) as reader_for
              from feed_cursor
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReadStates(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    ReadState begin(String source) {
        jdbc.sql("""
                insert ignore into feed_cursor (source, generation, position, head, replaying) values (?, 1, 0, 0, true)
                """).param(source).update();
        return find(source).orElseThrow();
    }

    List<ReadState> all() {
        return jdbc.sql(ALL + " order by source").query(ReadState.class).list();
    }

    Optional<ReadState> find(String source) {
        return jdbc.sql(ALL + " where source = ?").param(source).query(ReadState.class).optional();
    }

    /** Nothing if another instance applies a page of this source right now. */
    Optional<ReadState> tryLock(String source) {
        return jdbc.sql(ALL + " where source = ? for update skip locked").param(source).query(ReadState.class).optional();
    }

    /** Waits for whoever applies a page. */
    Optional<ReadState> lock(String source) {
        return jdbc.sql(ALL + " where source = ? for update").param(source).query(ReadState.class).optional();
    }

    void store(String source, FeedPage page, long position, boolean replaying) {
        jdbc.sql("""
                update feed_cursor set mark = ?, epoch = ?, position = ?, head = ?, replaying = ?, last_read_at = ?, last_error = null
                 where source = ?
                """).param(page.next()).param(page.epoch()).param(position).param(page.head()).param(replaying).param(now())
                .param(source).update();
    }

    /** From now on this instance asks for the pages. */
    void claim(String source, String reader, Duration claim) {
        jdbc.sql("""
                update feed_cursor set reader = ?, reader_until = utc_timestamp(6) + interval ? microsecond where source = ?
                """).param(reader).param(claim.toNanos() / 1000).param(source).update();
    }

    /** Another instance may ask at once. */
    void leave(String source, String reader) {
        jdbc.sql("update feed_cursor set reader = null, reader_until = null where source = ? and reader = ?").param(source)
                .param(reader).update();
    }

    /** From zero, under the next generation. */
    void restart(String source) {
        jdbc.sql("""
                update feed_cursor set generation = generation + 1, mark = null, epoch = null, position = 0, replaying = true
                 where source = ?
                """).param(source).update();
    }

    /** A source that stays out says so once, not every second. */
    void failed(String source, @Nullable String error) {
        jdbc.sql("update feed_cursor set last_error = ? where source = ? and not last_error <=> ?").param(error).param(source)
                .param(error).update();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
