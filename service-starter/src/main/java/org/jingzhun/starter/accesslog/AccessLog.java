package org.jingzhun.starter.accesslog;

import java.time.Clock;

import org.jingzhun.starter.access.Caller;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes down who opened what. */
public class AccessLog {

    private final JdbcTemplate jdbc;
    private final AccessQueue queue;
    private final Clock clock;

    AccessLog(JdbcTemplate jdbc, AccessQueue queue, Clock clock) {
        this.jdbc = jdbc;
        this.queue = queue;
        this.clock = clock;
    }

    /**
     * For the frequent opening of single records: the entry is written shortly afterwards, together with others. Only a process that is
     * killed loses the entries of its last moment; {@link #record} loses none.
     */
    public void opened(Caller by, Opened what) {
        queue.put(new Entry(clock.instant(), by, what));
    }

    /** For all that is rarer or gives out more at once: written here and now, in the caller's transaction if there is one. */
    public void record(Caller by, Opened what) {
        var entry = new Entry(clock.instant(), by, what);
        jdbc.update(Entry.INSERT, entry::bind);
    }
}
