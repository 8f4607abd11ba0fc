package org.jingzhun.household.telling;

import java.util.Objects;

import org.jingzhun.starter.database.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells of what was registered before there were facts, some hundred households in a transaction together with how far it has come. What is
 * changed meanwhile tells itself, and is not told twice. A key for match keys that is new makes all persons worth telling once more.
 */
@Component
class Backlog {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Telling telling;
    private final PersonKeys keys;
    private final TellingSettings settings;

    Backlog(JdbcClient jdbc, Transactions transactions, Telling telling, PersonKeys keys, TellingSettings settings) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.telling = telling;
        this.keys = keys;
        this.settings = settings;
    }

    /** The next ones. Gives whether there are more. */
    boolean next() {
        var key = keys.current();
        if (progress("").isDone(key)) {
            return false;
        }
        return transactions.inOne(() -> {
            var progress = progress(" for update");
            var ids = jdbc.sql("select id from household where id > ? order by id limit ?").param(progress.from(key))
                    .param(settings.householdsAtOnce()).query(Long.class).list();
            telling.tell(ids);
            var last = ids.isEmpty() ? progress.from(key) : ids.getLast();
            jdbc.sql("update telling_progress set household_id = ?, complete = ?, match_key = ? where id = 1").param(last)
                    .param(ids.isEmpty()).param(key).update();
            return !ids.isEmpty();
        });
    }

    private Progress progress(String lock) {
        return jdbc.sql("select household_id, complete, match_key from telling_progress where id = 1" + lock)
                .query(Progress.class).single();
    }

    /** How far it is, and under which key match keys were told. */
    private record Progress(long householdId, boolean complete, @Nullable String matchKey) {

        boolean isDone(@Nullable String key) {
            return complete && Objects.equals(key, matchKey);
        }

        /** Without a key nothing is told anew: what was told stays true. */
        long from(@Nullable String key) {
            return key == null || key.equals(matchKey) ? householdId : 0;
        }
    }
}
