package org.jingzhun.household.telling;

import org.jingzhun.starter.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells of what was registered before there were facts, some hundred households in a transaction together with how far it has come. What is
 * changed meanwhile tells itself, and is not told twice.
 */
@Component
class Backlog {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Telling telling;
    private final TellingSettings settings;

    Backlog(JdbcClient jdbc, Transactions transactions, Telling telling, TellingSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.telling = telling;
        this.settings = settings;
    }

    /** The next ones. Gives whether there are more. */
    boolean next() {
        if (progress("").complete) {
            return false;
        }
        return transactions.inOne(() -> {
            var progress = progress(" for update");
            var ids = jdbc.sql("select id from household where id > ? order by id limit ?").param(progress.householdId)
                    .param(settings.householdsAtOnce()).query(Long.class).list();
            telling.tell(ids);
            var last = ids.isEmpty() ? progress.householdId : ids.getLast();
            jdbc.sql("update telling_progress set household_id = ?, complete = ? where id = 1").param(last).param(ids.isEmpty())
                    .update();
            return !ids.isEmpty();
        });
    }

    private Progress progress(String lock) {
        return jdbc.sql("select household_id, complete from telling_progress where id = 1" + lock).query(Progress.class).single();
    }

    private record Progress(long householdId, boolean complete) {}
}
