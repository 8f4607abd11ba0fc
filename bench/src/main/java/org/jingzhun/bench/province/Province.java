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
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import com.mysql.cj.jdbc.JdbcStatement;
import org.jingzhun.bench.generator.CountyRegister;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Builds a province: files first, kept and used again, then the tables. */
final class Province {

    /** What was asked for. */
    record Order(String province, int households, int year, long seed, Path folder, int threads) {}

    private static final String MANIFEST = "province.properties";
    private static final int ATTEMPTS = 5;

    private final Order order;
    private final DataSource database;
    private final Path keyRing;
    private final Clock clock;
    private final PrintStream out;

    Province(Order order, DataSource database, Path keyRing, Clock clock, PrintStream out) {
        this.order = order;
        this.database = database;
        this.keyRing = keyRing;
        this.clock = clock;
        this.out = out;
    }

    /** Returns how many seconds it took. */
    double build() throws IOException {
        var begun = System.nanoTime();
        refuseNotEmpty();
        var counties = CountyRegister.counties(order.province, order.year);
        if (counties.isEmpty()) {
            throw new IllegalArgumentException("no villages are known below " + order.province);
        }
        try (var crypto = new Crypto(database, keyRing)) {
            writeFiles(counties, crypto);
        }
        loadTables(counties);
        return (System.nanoTime() - begun) / 1e9;
    }

    /** A register in which somebody works is never written over. */
    private void refuseNotEmpty() {
        var jdbc = JdbcClient.create(database);
        for (var table : RegisterTable.values()) {
            if (jdbc.sql("select count(*) from (select 1 from %s limit 1) found".formatted(table.table())).query(Integer.class)
                    .single() > 0) {
                throw new IllegalArgumentException("the register is not empty: there are rows in " + table.table());
            }
        }
    }

    private void writeFiles(List<String> counties, Crypto crypto) throws IOException {
        var wanted = new Properties();
        wanted.setProperty("order", "%s %d %d %d".formatted(order.province, order.households, order.year, order.seed));
        wanted.setProperty("keys", crypto.fingerprint());
        wanted.setProperty("form", "1");
        var manifest = order.folder.resolve(MANIFEST);
        if (Files.exists(manifest)) {
            var found = new Properties();
            try (var in = Files.newBufferedReader(manifest)) {
                found.load(in);
            }
            if (found.equals(wanted)) {
                out.println("files: kept ones in " + order.folder + " are used");
                return;
            }
            Files.delete(manifest);
        }
        Files.createDirectories(order.folder);
        var begun = System.nanoTime();
        var tasks = new ArrayList<Callable<Integer>>();
        var quotas = quotas(counties);
        for (var i = 0; i < counties.size(); i++) {
            var index = i;
            tasks.add(() -> write(counties.get(index), index, quotas.get(index), crypto));
        }
        var households = inParallel(tasks).stream().mapToInt(Integer::intValue).sum();
        try (var file = Files.newBufferedWriter(manifest)) {
            wanted.store(file, null);
        }
        report("files: households", households, begun);
    }

    /** Each county so many as it has villages. */
    private List<Integer> quotas(List<String> counties) {
        var villages = counties.stream().map(county -> new CountyRegister(order.seed, county, order.year).villages()).toList();
        var all = villages.stream().mapToInt(Integer::intValue).sum();
        var quotas = new ArrayList<Integer>();
        var soFar = 0L;
        var given = 0;
        for (var own : villages) {
            soFar += own;
            var upTo = (int) (order.households * soFar / all);
            quotas.add(upTo - given);
            given = upTo;
        }
        return quotas;
    }

    private int write(String county, int index, int households, Crypto crypto) throws IOException {
        try (var files = new CountyFiles(order.folder, county, index, order.year, LocalDate.now(clock), order.seed, crypto)) {
            new CountyRegister(order.seed, county, order.year).forEach(households, files::write);
        }
        return households;
    }

    private void loadTables(List<String> counties) {
        // a table that refers to others comes after them; within a table the counties go in parallel, but where the database numbers
        // the rows: there each statement waits for the other's end, and in the end for too long
        for (var table : RegisterTable.values()) {
            var begun = System.nanoTime();
            var tasks = new ArrayList<Callable<Long>>();
            var threads = table.isNumberedByDatabase() ? 1 : order.threads;
            var share = (counties.size() + threads - 1) / threads;
            for (var from = 0; from < counties.size(); from += share) {
                var own = counties.subList(from, Math.min(counties.size(), from + share));
                tasks.add(() -> load(table, own));
            }
            report(table.table(), inParallel(tasks).stream().mapToLong(Long::longValue).sum(), begun);
        }
        JdbcClient.create(database).sql("analyze table " + String.join(", ", tables())).query().listOfRows();
    }

    private static List<String> tables() {
        return Stream.of(RegisterTable.values()).map(RegisterTable::table).toList();
    }

    private long load(RegisterTable table, List<String> counties) throws SQLException, IOException {
        try (var connection = database.getConnection(); var statement = connection.createStatement()) {
            statement.execute("set unique_checks = 0, foreign_key_checks = 0"); // the files are right by construction
            var rows = 0L;
            for (var county : counties) {
                var file = CountyFiles.file(order.folder, table, county);
                rows += load(statement.unwrap(JdbcStatement.class), table.load(file.getFileName().toString()), file);
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

    private <T> List<T> inParallel(List<Callable<T>> tasks) {
        try (var threads = Executors.newFixedThreadPool(order.threads)) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(tasks)) {
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

    private void report(String what, long rows, long begun) {
        var seconds = (System.nanoTime() - begun) / 1e9;
        out.printf("%-20s %,12d rows %8.1f s %,10.0f rows/s%n", what, rows, seconds, rows / seconds);
    }

    /** How many rows each table has. */
    static Map<RegisterTable, Long> counts(DataSource database) {
        var counts = new EnumMap<RegisterTable, Long>(RegisterTable.class);
        for (var table : RegisterTable.values()) {
            counts.put(table,
                    JdbcClient.create(database).sql("select count(*) from " + table.table()).query(Long.class).single());
        }
        return counts;
    }
}
