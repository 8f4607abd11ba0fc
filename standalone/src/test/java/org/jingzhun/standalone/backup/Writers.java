package org.jingzhun.standalone.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People who work while a backup is made. Each books steps 1, 2, 3 …: a line in the journal and the sum of all lines in
 * one transaction of one schema, and then the same step as a line in the other schema. So at any one moment the sum is
 * that of the lines, and the second schema is behind the first by one step of each writer at most.
 */
final class Writers implements AutoCloseable {

    private final Engine engine;
    private final List<Future<?>> running = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger steps = new AtomicInteger();
    private volatile boolean stopping;

    Writers(Engine engine) {
        this.engine = engine;
    }

    static void tables(Engine engine, int writers) throws SQLException {
        try (var household = engine.migration(Engine.HOUSEHOLD); var identity = engine.migration(Engine.IDENTITY)) {
            Engine.execute(household,
                    "create table journal (writer int, step int, amount decimal(18,2), cipher varbinary(80), note varchar(200),"
                            + " double_step int generated always as (step * 2) virtual, primary key (writer, step))",
                    "create table balance (writer int primary key, steps int, amount decimal(18,2),"
                            + " changed_at datetime(6))");
            Engine.execute(identity, "create table seen (writer int, step int, primary key (writer, step))");
            for (int writer = 0; writer < writers; writer++) {
                Engine.execute(household, "insert into balance values (%d, 0, 0, utc_timestamp(6))".formatted(writer));
            }
        }
    }

    Writers start(int writers) {
        for (int i = 0; i < writers; i++) {
            var writer = i;
            running.add(threads.submit(() -> {
                try (var household = engine.migration(Engine.HOUSEHOLD);
                        var identity = engine.migration(Engine.IDENTITY)) {
                    household.setAutoCommit(false);
                    for (int step = 1; !stopping; step++) {
                        book(household, writer, step);
                        Engine.execute(identity, "insert into seen values (%d, %d)".formatted(writer, step));
                        steps.incrementAndGet();
                    }
                    return null;
                }
            }));
        }
        return this;
    }

    int steps() {
        return steps.get();
    }

    private static void book(Connection household, int writer, int step) throws SQLException {
        Engine.execute(household,
                "insert into journal (writer, step, amount, cipher, note) values (%1$d, %2$d, %2$d.25, unhex(sha2('%1$d/%2$d', 512)),"
                        .formatted(writer, step) + " '农户''s \\\\ note\\n\\t%s')".formatted("\\0" + step),
                "update balance set steps = %2$d, amount = amount + %2$d.25, changed_at = utc_timestamp(6) where writer = %1$d"
                        .formatted(writer, step));
        if (step % 10 == 0) {
            household.rollback(); // what is not committed is in no backup: this step is booked without a line
            Engine.execute(household, "update balance set steps = %d where writer = %d".formatted(step, writer));
        }
        household.commit();
    }

    @Override
    public void close() {
        stopping = true;
        try {
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
