package org.jingzhun.starter.ledger;

import java.time.Clock;

import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.feed.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the ledgers of a service: {@code ledgers.of(new SettlementTable())}. */
public class Ledgers {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Audit audit;
    private final @Nullable Facts facts;
    private final Clock clock;

    Ledgers(JdbcClient jdbc, Transactions transactions, Audit audit, @Nullable Facts facts, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    public <T> Ledger<T> of(LedgerTable<T> table) {
        return new Ledger<>(table, jdbc, transactions, audit, facts, clock);
    }
}
