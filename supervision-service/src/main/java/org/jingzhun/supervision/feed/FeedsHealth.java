package org.jingzhun.supervision.feed;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says which neighbours are out. The service itself is well without them: it shows what it has read. */
@Component("feedsHealthIndicator")
class FeedsHealth extends AbstractHealthIndicator {

    private final JdbcClient jdbc;

    FeedsHealth(JdbcClient jdbc) {
        super("The feeds could not be looked up");
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        jdbc.sql("select source, last_error, last_read_at, head - position as lag from feed_cursor order by source")
                .query(row -> {
                    var read = row.getObject("last_read_at", LocalDateTime.class);
                    var when = read == null
                            ? "not read yet"
                            : "read at " + read.toInstant(ZoneOffset.UTC) + ", lag " + row.getLong("lag");
                    var error = row.getString("last_error");
                    health.withDetail(row.getString("source"), error == null ? when : "out (" + error + "), " + when);
                });
        health.up();
    }
}
