package org.jingzhun.starter.feed;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes facts into the transaction of the change that they tell of: both are kept, or neither.
 *
 * <p>The writer has locked the aggregate's row before; this keeps the facts of one aggregate in its order. Sets of facts may be written by
 * {@code insert into fact_waiting … select}, followed by {@link #written()}.
 */
public class Facts {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final Runnable wake;

    Facts(JdbcTemplate jdbc, JsonMapper json, Clock clock, Runnable wake) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.wake = wake;
    }

    public void write(NewFact fact) {
        write(List.of(fact));
    }

    public void write(List<NewFact> facts) {
        requireTransaction();
        if (facts.isEmpty()) {
            return;
        }
        var now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.batchUpdate("""
                insert into fact_waiting (kind, aggregate_kind, aggregate, version, division, also_division, left_division, effective_on,
                                          recorded_at, body)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, facts.stream().map(fact -> new Object[]{fact.kind(), fact.aggregate().kind(), fact.aggregate().number(),
                fact.version(), fact.division(), fact.alsoDivision(), fact.leftDivision(), fact.effectiveOn(), now,
                json.writeValueAsString(fact.body())}).toList());
        written();
    }

    /** Says that this transaction has put facts into {@code fact_waiting} by its own statement: they are placed right after its commit. */
    public void written() {
        requireTransaction();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("a fact belongs into the transaction of its change");
        }
    }
}
