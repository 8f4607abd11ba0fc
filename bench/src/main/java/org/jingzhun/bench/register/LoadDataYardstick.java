package org.jingzhun.bench.register;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

import com.mysql.cj.jdbc.JdbcStatement;
import org.jspecify.annotations.Nullable;

/**
 * What an import is held against: LOAD DATA of the same final rows into empty tables with the same columns and indexes. Needs an account
 * that may make tables; they are dropped again.
 */
final class LoadDataYardstick {

    private static final Map<String, String> TABLES = new TreeMap<>(Map.of("household", "t.village like ?", "membership",
            "t.household_id in (select id from household where village like ?)", "person",
            "t.id in (select person_id from membership where household_id in (select id from household where village like ?))"));

    private LoadDataYardstick() {}

    static void run(String url, String user, String password, String area, PrintStream out) throws SQLException, IOException {
        out.println("| LOAD DATA of the final rows of " + area + " | rows | seconds | rows/s |\n|---|--:|--:|--:|");
        try (var connection = DriverManager.getConnection(url + (url.contains("?") ? "&" : "?") + "allowLoadLocalInfile=true",
                user,
                password)) {
            var rows = 0L;
            var nanos = 0L;
            for (var table : TABLES.entrySet()) {
                var file = Files.createTempFile("yardstick", ".tsv");
                try {
                    var statement = written(connection, table.getKey(), table.getValue(), area + "%", file);
                    execute(connection, "drop table if exists bench_" + table.getKey());
                    execute(connection, "create table bench_%s like %s".formatted(table.getKey(), table.getKey()));
                    var from = System.nanoTime();
                    var loaded = load(connection, statement, file);
                    var taken = System.nanoTime() - from;
                    out.printf("| %s | %,d | %.1f | %,.0f |%n", table.getKey(), loaded, taken / 1e9, loaded * 1e9 / taken);
                    rows += loaded;
                    nanos += taken;
                } finally {
                    execute(connection, "drop table if exists bench_" + table.getKey());
                    Files.deleteIfExists(file);
                }
            }
            out.printf("| all | %,d | %.1f | %,.0f |%n", rows, nanos / 1e9, rows * 1e9 / nanos);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Writes the rows as they are, binary columns hexadecimal, and gives the statement that loads them. */
    private static String written(Connection connection, String table, String where, String area, Path file)
            throws SQLException, IOException {
        var columns = new ArrayList<String>();
        var set = new ArrayList<String>();
        try (var meta = connection.getMetaData().getColumns(connection.getCatalog(), null, table, null)) {
            while (meta.next()) {
                if (!"YES".equals(meta.getString("IS_GENERATEDCOLUMN"))) {
                    columns.add(meta.getString("COLUMN_NAME"));
                }
            }
        }
        try (var statement = connection
                .prepareStatement("select t." + String.join(", t.", columns) + " from " + table + " t where " + where);
                var out = Files.newBufferedWriter(file)) {
            statement.setFetchSize(Integer.MIN_VALUE);
            statement.setString(1, area);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    for (var i = 1; i <= columns.size(); i++) {
                        out.append(i == 1 ? "" : "\t").append(text(rows.getObject(i)));
                    }
                    out.append('\n');
                }
                var names = new ArrayList<String>();
                for (var i = 1; i <= columns.size(); i++) {
                    var name = columns.get(i - 1);
                    var binary = rows.getMetaData().getColumnTypeName(i).contains("BINARY");
                    names.add(binary ? "@" + name : name);
                    if (binary) {
                        set.add("%s = unhex(@%s)".formatted(name, name));
                    }
                }
                return "load data local infile 'rows' into table bench_%s character set utf8mb4 (%s)%s".formatted(table,
                        String.join(", ", names), set.isEmpty() ? "" : " set " + String.join(", ", set));
            }
        }
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "\\N";
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Boolean yes -> yes ? "1" : "0";
            default -> value.toString().replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
        };
    }

    private static long load(Connection connection, String sql, Path file) throws SQLException, IOException {
        try (var statement = connection.createStatement();
                var in = new BufferedInputStream(Files.newInputStream(file), 1 << 18)) {
            var loading = statement.unwrap(JdbcStatement.class);
            loading.setLocalInfileInputStream(in);
            try {
                return loading.executeLargeUpdate(sql);
            } finally {
                loading.setLocalInfileInputStream(null);
            }
        }
    }
}
