package org.jingzhun.starter.feed;

import java.io.ByteArrayOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages of the feed, each a stretch of positions of which the reader is given what he may see. */
class FeedPages {

    private final JdbcClient jdbc;
    private final FeedState state;
    private final int scan;

    FeedPages(JdbcClient jdbc, FeedState state, int scan) {
        this.jdbc = jdbc;
        this.state = state;
        this.scan = scan;
    }

    /** The head is read first: what is placed meanwhile belongs to the next page. */
    byte[] page(@Nullable String after, int limit, Scope scope) {
        var now = state.now();
        var fingerprint = FeedCursor.fingerprint(scope);
        var from = after == null ? 0 : position(FeedCursor.parse(after), now, fingerprint);
        var until = Math.min(now.position(), from + scan);
        var out = new ByteArrayOutputStream();
        var lines = new FactLines(out);
        var last = jdbc.sql("select * from fact where position > ? and position <= ? order by position")
                .param(from).param(until)
                .query((ResultSet rows) -> write(rows, scope, limit, lines, until));
        lines.end(new FeedCursor(now.epoch(), last, fingerprint).toString(), now.position(), now.epoch(),
                last >= now.position());
        return out.toByteArray();
    }

    /** Writes what the reader may see. @return the position up to which the page has looked */
    private static long write(ResultSet rows, Scope scope, int limit, FactLines lines, long until) throws SQLException {
        while (rows.next()) {
            if (lines.write(rows, scope) && lines.count() == limit) {
                return rows.getLong("position");
            }
        }
        return until;
    }

    private static long position(FeedCursor cursor, FeedState.Now now, String fingerprint) {
        if (!cursor.epoch().equals(now.epoch()) || cursor.position() > now.position()) {
            throw new FeedEpochOver();
        }
        if (!cursor.scope().equals(fingerprint)) {
            throw new FeedScopeChanged();
        }
        return cursor.position();
    }
}
