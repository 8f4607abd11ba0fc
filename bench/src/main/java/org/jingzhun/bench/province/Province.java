package org.jingzhun.bench.province;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jingzhun.bench.generator.CountyRegister;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Builds a province: files first, kept and used again, then the tables. */
final class Province {

    /** What was asked for. */
    record Order(String province, int households, int year, long seed, Path folder, int threads) {}

    private static final String MANIFEST = "province.properties";

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
        var loading = new Loading(database, order.threads, out);
        loading.refuseNotEmpty(tables());
        var counties = CountyRegister.counties(order.province, order.year);
        if (counties.isEmpty()) {
            throw new IllegalArgumentException("no villages are known below " + order.province);
        }
        try (var crypto = new Crypto(database, keyRing)) {
            writeFiles(loading, counties, crypto);
        }
        for (var table : RegisterTable.values()) {
            var files = counties.stream().map(county -> CountyFiles.file(order.folder, table, county)).toList();
            loading.load(table.table(), table.isNumberedByDatabase(), files, table::load);
        }
        loading.analyze(tables());
        return (System.nanoTime() - begun) / 1e9;
    }

    private void writeFiles(Loading loading, List<String> counties, Crypto crypto) throws IOException {
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
        var households = loading.inParallel(tasks).stream().mapToInt(Integer::intValue).sum();
        try (var file = Files.newBufferedWriter(manifest)) {
            wanted.store(file, null);
        }
        loading.report("files: households", households, begun);
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

    private static List<String> tables() {
        return Stream.of(RegisterTable.values()).map(RegisterTable::table).toList();
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
