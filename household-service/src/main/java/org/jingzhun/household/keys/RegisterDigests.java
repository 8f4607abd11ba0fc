package org.jingzhun.household.keys;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.field.Shape;
import org.jingzhun.starter.crypto.StoredDigests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Raises the digests of persons and households to the generation that is written, each together with its history: so that a row and what
 * it said before can always be compared.
 *
 * <p>Whoever writes raises what he touches first, in his transaction. Versions do not change: the values are the same.
 */
@Component
public class RegisterDigests {

    private static final int AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final StoredDigests digests;

    RegisterDigests(JdbcTemplate jdbc, StoredDigests digests) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.digests = digests;
    }

    /** Nothing happens, and nothing is asked, while no key is being changed. */
    public void raise(Holder holder, Collection<Long> ids) {
        if (!ids.isEmpty() && digests.isUnderWay()) {
            var generation = digests.hold();
            var sorted = ids.stream().distinct().sorted().toList();
            for (int from = 0; from < sorted.size(); from += AT_ONCE) {
                raise(holder, sorted.subList(from, Math.min(from + AT_ONCE, sorted.size())), generation);
            }
        }
    }

    /** How many rows there were under a former generation; they are locked in the order of their ids. */
    int raise(Holder holder, Collection<Long> ids, int generation) {
        var columns = Field.of(holder).stream().filter(Field::isEncrypted).toList();
        var rows = client.sql("""
                select id, digest_generation, %s from %s
                 where id in (:ids) and digest_generation < :generation order by id for update
                """.formatted(listed(columns, "", ""), holder.table())).param("ids", ids).param("generation", generation)
                .query((row, index) -> read(row, columns)).list();
        if (rows.isEmpty()) {
            return 0;
        }
        var found = rows.stream().map(Stored::key).toList();
        var filed = client.sql("""
                select k.history_id, t.digest_generation, %s from %s k join %s t on t.id = k.id where k.id in (:ids)
                """.formatted(listed(columns, "k.", ""), holder.history(), holder.table())).param("ids", found)
                .query((row, index) -> read(row, columns)).list();
        write(holder.history(), "history_id", columns, filed, generation);
        write(holder.table(), "id", columns, rows, generation);
        client.sql("update %s set digest_generation = :generation where id in (:ids)".formatted(holder.table()))
                .param("generation", generation).param("ids", found).update();
        return rows.size();
    }

    private void write(String table, String key, List<Field> columns, List<Stored> rows, int generation) {
        var values = new ArrayList<Object[]>();
        for (var row : rows) {
            if (row.digests.stream().anyMatch(Digest::isThere)) {
                var line = new ArrayList<@Nullable Object>();
                for (int i = 0; i < columns.size(); i++) {
                    var digest = row.digests.get(i).value;
                    line.add(digest == null
                            ? null
                            : digests.raised(purpose(columns.get(i)), digest, row.generation, generation));
                }
                line.add(row.key);
                values.add(line.toArray());
            }
        }
        if (!values.isEmpty()) {
            jdbc.batchUpdate("update %s set %s where %s = ?".formatted(table, listed(columns, "", " = ?"), key), values);
        }
    }

    private static String purpose(Field field) {
        return field.kind() == Shape.Kind.DOCUMENT ? "resident-id" : "phone";
    }

    private static String listed(List<Field> columns, String before, String behind) {
        return columns.stream().map(field -> before + field.column() + "_digest" + behind).collect(Collectors.joining(", "));
    }

    private static Stored read(ResultSet row, List<Field> columns) throws SQLException {
        var found = new ArrayList<Digest>();
        for (int i = 0; i < columns.size(); i++) {
            found.add(new Digest(row.getBytes(3 + i)));
        }
        return new Stored(row.getLong(1), row.getInt(2), found);
    }

    private record Stored(long key, int generation, List<Digest> digests) {}

    @SuppressWarnings("ArrayRecordComponent") // read and raised, never compared
    private record Digest(byte @Nullable [] value) {

        boolean isThere() {
            return value != null;
        }
    }
}
