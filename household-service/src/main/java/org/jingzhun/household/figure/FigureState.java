package org.jingzhun.household.figure;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whether the figures count the whole register, or what of it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FigureState {

    /** How far the figures are. */
    enum Mode {
        /** The register is older than the figures. */
        WANTED,
        /** What was counted is being deleted; nothing is recorded meanwhile. */
        CLEARING,
        /** The register is being counted, household by household. */
        FILLING,
        /** All is counted. */
        READY
    }

    /** @param toHousehold the last household that has to be filled in */
    record State(Mode mode, long toHousehold) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    FigureState(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** It stays what it is until the transaction ends; any number of transactions may hold it. */
    public State held() {
        return read("lock in share mode");
    }

    /** Nobody else reads or changes it before the transaction ends; waits for all who hold it. */
    public State locked() {
        return read("for update");
    }

    private State read(String lock) {
        return jdbc.sql("select mode, to_household from figure_state where id = 1 " + lock)
                .query((row, index) -> new State(Mode.valueOf(row.getString(1)), row.getLong(2))).single();
    }

    public void become(Mode mode, long toHousehold) {
        jdbc.sql("update figure_state set mode = ?, to_household = ?, changed_at = ? where id = 1").param(mode.name())
                .param(toHousehold).param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
    }

    /** The last household that is filled in: whoever holds the lock of a household knows for sure whether it is. */
    public long done() {
        return jdbc.sql("select done_household from figure_progress where id = 1").query(Long.class).single();
    }

    public void done(long household) {
        jdbc.sql("update figure_progress set done_household = ? where id = 1").param(household).update();
    }
}
