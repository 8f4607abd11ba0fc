package org.jingzhun.starter.accesslog;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Removes entries that have been kept long enough, by a procedure of the database that removes no younger ones. */
class AccessForgetting {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Period keepFor;

    AccessForgetting(JdbcClient jdbc, Clock clock, Period keepFor) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.keepFor = keepFor;
    }

    /** How many were removed. */
    int forgetOld() {
        var before = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minus(keepFor);
        int forgotten = 0;
        int some;
        do {
            some = jdbc.sql("call forget_accesses(?)").param(before).update();
            forgotten += some;
        } while (some > 0);
        return forgotten;
    }
}
