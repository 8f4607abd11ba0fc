package org.jingzhun.starter.feed;

import java.util.List;

import org.jingzhun.starter.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives committed facts their positions. Only one does so at a time, by the lock on {@link FeedState}, and the next begins after his commit:
 * positions appear in their order, so that no reader can pass one that comes later.
 */
class Sequencer {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final FeedState state;
    private final int batch;

    Sequencer(JdbcClient jdbc, Transactions transactions, FeedState state, int batch) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.state = state;
        this.batch = batch;
    }

    /** Places all that is committed. @return how many facts were placed */
    long placeAll() {
        long placed = 0;
        while (isAnyWaiting()) {
            var now = transactions.inOne(this::place);
            placed += now;
            if (now == 0) {
                break; // another instance was quicker
            }
        }
        return placed;
    }

    /** Without a lock, as it is asked several times a second. */
    private boolean isAnyWaiting() {
        return jdbc.sql("select id from fact_waiting limit 1").query(Long.class).optional().isPresent();
    }

    /** Those ids and no others are moved: between two statements a smaller one may be committed, which then comes later. */
    private int place() {
        var before = state.lock().position();
        var ids = jdbc.sql("select id from fact_waiting order by id limit ?").param(batch).query(Long.class).list();
        if (ids.isEmpty()) {
            return 0;
        }
        var placed = jdbc.sql("""
                insert into fact (position, kind, aggregate_kind, aggregate, version, division, also_division, left_division,
                                  effective_on, recorded_at, body)
                select :before + row_number() over (order by id), kind, aggregate_kind, aggregate, version, division, also_division,
                       left_division, effective_on, recorded_at, body
                  from fact_waiting where id in (:ids)
                """).param("before", before).param("ids", ids).update();
        requireAll(ids, placed);
        requireAll(ids, jdbc.sql("delete from fact_waiting where id in (:ids)").param("ids", ids).update());
        state.raise(before + placed);
        return placed;
    }

    private static void requireAll(List<Long> ids, int rows) {
        if (rows != ids.size()) {
            throw new IllegalStateException("%d of %d waiting facts".formatted(rows, ids.size()));
        }
    }
}
