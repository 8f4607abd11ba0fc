package org.jingzhun.household.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * Brings one CSV file into one table, again whenever the file has changed.
 *
 * <p>Rows are inserted or updated and never deleted: what was valid once must stay readable. The first line names the columns. No value holds
 * a comma or a quote, so none is understood here.
 */
public final class CsvMigration implements JavaMigration {

    private static final int ROWS_PER_STATEMENT = 500;

    private final String topic;
    private final String table;
    private final ClassPathResource file;
    private final List<String> extraColumns;
    private final UnaryOperator<List<String>> extend;

    /** A file whose columns are the table's. */
    public CsvMigration(String topic, String table, String file) {
        this(topic, table, file, List.of(), row -> row);
    }

    /** A file to whose rows some computed columns are added. */
    public CsvMigration(String topic, String table, String file, List<String> extraColumns, UnaryOperator<List<String>> extend) {
        this.topic = topic;
        this.table = table;
        this.file = new ClassPathResource(file);
        this.extraColumns = extraColumns;
        this.extend = extend;
    }

    @Override
    public @Nullable MigrationVersion getVersion() {
        return null; // repeatable
    }

    @Override
    public String getDescription() {
        return "data of " + table;
    }

    @Override
    public Integer getChecksum() {
        var sum = new CRC32();
        sum.update(bytes());
        return (int) sum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        var lines = new String(bytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
        var columns = new ArrayList<>(List.of(lines.getFirst().split(",")));
        columns.addAll(extraColumns);
        var rows = lines.stream().skip(1).map(line -> extend.apply(List.of(line.split(",", -1)))).toList();
        var connection = context.getConnection();
        for (int from = 0; from < rows.size(); from += ROWS_PER_STATEMENT) {
            upsert(connection, columns, rows.subList(from, Math.min(from + ROWS_PER_STATEMENT, rows.size())));
        }
        raiseVersion(connection);
    }

    private void upsert(Connection connection, List<String> columns, List<List<String>> rows) throws SQLException {
        var places = "(" + String.join(",", Collections.nCopies(columns.size(), "?")) + ")";
        var sql = "insert into " + table + " (" + String.join(",", columns) + ") values "
                + String.join(",", Collections.nCopies(rows.size(), places)) + " on duplicate key update "
                + String.join(",", columns.stream().map(column -> column + " = values(" + column + ")").toList());
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int place = 1;
            for (var row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalStateException(
                            "%s: a row has %d values for %s".formatted(file.getPath(), row.size(), columns));
                }
                for (var value : row) {
                    insert.setString(place++, value.isEmpty() ? null : value);
                }
            }
            insert.executeUpdate();
        }
    }

    private void raiseVersion(Connection connection) throws SQLException {
        try (PreparedStatement raise = connection.prepareStatement("""
                insert into reference_version (topic, version, loaded_at) values (?, 1, utc_timestamp(6))
                on duplicate key update version = version + 1, loaded_at = values(loaded_at)
                """)) {
            raise.setString(1, topic);
            raise.executeUpdate();
        }
    }

    private byte[] bytes() {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return table + Arrays.asList(file.getPath());
    }
}
