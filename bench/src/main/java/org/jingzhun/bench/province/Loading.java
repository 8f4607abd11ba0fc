package org.jingzhun.bench.province;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import com.mysql.cj.jdbc.JdbcStatement;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends files to empty tables by LOAD DATA. */
final class Loading {

    private static final int ATTEMPTS = 5;

    private final DataSource database;
    private final int threads;
    private final PrintStream out;

    Loading(DataSource database, int threads, PrintStream out) {
        this.database = database;
        this.threads = threads;
        this.out = out;
    }

    /** A register in which somebody works is never written over. */
    void refuseNotEmpty(List<String> tables) {
        var jdbc = JdbcClient.create(database);
        for (var table : tables) {
            if (jdbc.sql("select count(*) from (select 1 from %s limit 1) found".formatted(table)).query(Integer.class)
                    .single() > 0) {
                throw new IllegalArgumentException("the register is not empty: there are rows in " + table);
            }
        }
    }

    /**
     * Fills a table; one that refers to others comes after them. The files go in parallel, but where the database numbers the rows:
     * there each statement waits for the other's end, and in the end for too long.
     *
     * @param sql the statement for a file of that name
     */
    void load(String table, boolean numberedByDatabase, List<Path> files, UnaryOperator<String> sql) {
        var begun = System.nanoTime();
        var tasks = new ArrayList<Callable<Long>>();
        var ways = numberedByDatabase ? 1 : threads;
        var share = (files.size() + ways - 1) / ways;
        for (var from = 0; from < files.size(); from += share) {
            var own = files.subList(from, Math.min(files.size(), from + share));
            tasks.add(() -> load(own, sql));
        }
        report(table, inParallel(tasks).stream().mapToLong(Long::longValue).sum(), begun);
    }

    void analyze(List<String> tables) {
        JdbcClient.create(database).sql("analyze table " + String.join(", ", tables)).query().listOfRows();
    }

    private long load(List<Path> files, UnaryOperator<String> sql) throws SQLException, IOException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("set unique_checks = 0, foreign_key_checks = 0"); // the files are right by construction
            var rows = 0L;
            for (var file : files) {
                rows += load(statement.unwrap(JdbcStatement.class), sql.apply(String.valueOf(file.getFileName())), file);
                refuseWarnings(connection, file);
            }
            return rows;
        }
    }

    /** A file is a transaction of its own: one that the database rolls back for another's locks is sent again. */
    private static long load(JdbcStatement statement, String sql, Path file) throws SQLException, IOException {
        for (var attempt = 1;; attempt++) {
            try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 18)) {
                statement.setLocalInfileInputStream(in);
                return statement.executeLargeUpdate(sql);
            } catch (SQLTransactionRollbackException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            } finally {
                statement.setLocalInfileInputStream(null);
            }
        }
    }

    /** LOAD DATA LOCAL takes wrong values with a warning. */
    private static void refuseWarnings(Connection connection, Path file) throws SQLException {
        try (var statement = connection.createStatement(); var warnings = statement.executeQuery("show warnings limit 3")) {
            if (warnings.next()) {
                throw new IllegalStateException(file.getFileName() + ": " + warnings.getString(3));
            }
        }
    }

    <T> List<T> inParallel(List<Callable<T>> tasks) {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? new UncheckedIOException(io) : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void report(String what, long rows, long begun) {
        var seconds = (System.nanoTime() - begun) / 1e9;
        out.printf("%-20s %,12d rows %8.1f s %,10.0f rows/s%n", what, rows, seconds, rows / seconds);
    }
}
