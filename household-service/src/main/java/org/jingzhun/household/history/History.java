package org.jingzhun.household.history;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Holder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes changes of the register together with what they replace, in the transaction of the change.
 *
 * <p>A row of a current table holds from {@code valid_from} on and is known since {@code recorded_from}; what held before, and what was
 * believed before, is in the history. A change from today files both: what was believed of the days from today on, and what goes on to be
 * true of the days before. A change of the past replaces the affected periods and leaves what was believed of them readable.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class History {

    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);
    private static final LocalDateTime STILL_KNOWN = FOR_EVER.atStartOfDay();
    private static final Map<String, String> FOLLOWS_RESIDENT_ID = Map.of("birth_date", "resident_id", "sex", "resident_id",
            "document_kind", "resident_id");

    private final JdbcClient jdbc;

    History(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Files the rows that a statement is about to change from a day on. The statement must then set {@code valid_from} to
     * {@code greatest(valid_from, :from)} and {@code recorded_from} to the given instant.
     *
     * @param where which rows, of the table {@code t}
     */
    public void file(Holder holder, String where, Map<String, ?> params, LocalDate from, Instant at) {
        var all = new HashMap<String, @Nullable Object>(params);
        all.put("filedFrom", from);
        all.put("filedAt", utc(at));
        jdbc.sql(HistoryTable.file(holder, HistoryTable.end(holder, "t"), "t.recorded_from", ":filedAt", where)).params(all)
                .update();
        jdbc.sql(HistoryTable.file(holder, ":filedFrom", ":filedAt", HistoryTable.STILL_KNOWN,
                where + " and t.valid_from < :filedFrom and :filedFrom < " + HistoryTable.end(holder, "t"))).params(all).update();
    }

    /**
     * Gives columns of a row new values from a day on: for ever, or as far as the old value was believed to hold, so that a later change
     * of the same column stays. Ciphers go with their digests, and what follows from the resident ID goes with it.
     *
     * @throws NotYetKnown where the row does not reach back to that day
     */
    public void write(Holder holder, long id, Map<String, @Nullable Object> columns, LocalDate from, String by, Instant at) {
        var current = current(holder, id);
        if (!from.isBefore(current.from)) {
            file(holder, "t.id = :id", Map.of("id", id), from, at);
            set(holder, id, columns, from, by, at);
            return;
        }
        var timeline = new ArrayList<>(filed(holder, id));
        timeline.add(current);
        if (from.isBefore(timeline.getFirst().from)) {
            throw new NotYetKnown(timeline.getFirst().from);
        }
        rewrite(holder, timeline, columns, from, by, at);
    }

    /** Gives columns of a row new values for as long as the row has held; what was believed stays readable. */
    public void amend(Holder holder, long id, Map<String, @Nullable Object> columns, String by, Instant at) {
        var from = current(holder, id).from;
        file(holder, "t.id = :id", Map.of("id", id), from, at);
        set(holder, id, columns, from, by, at);
    }

    /**
     * Ends a membership on a day: whatever was recorded for later days is believed no longer.
     *
     * @param columns {@code left_on} and {@code leave_reason}, or others that hold until that day
     * @throws NotYetKnown where the membership began on that day or later
     */
    public void end(long membership, Map<String, @Nullable Object> columns, LocalDate on, String by, Instant at) {
        var current = current(Holder.MEMBERSHIP, membership);
        if (current.from.isBefore(on)) {
            amend(Holder.MEMBERSHIP, membership, columns, by, at);
            return;
        }
        var filed = filed(Holder.MEMBERSHIP, membership);
        var last = filed.stream().filter(segment -> segment.from.isBefore(on)).reduce((first, second) -> second)
                .orElseThrow(() -> new NotYetKnown(filed.isEmpty() ? current.from : filed.getFirst().from));
        file(Holder.MEMBERSHIP, "t.id = :id", Map.of("id", membership), current.from, at);
        filed.stream().filter(segment -> !segment.to.isBefore(on))
                .forEach(segment -> close(Holder.MEMBERSHIP, segment, at));
        var values = new HashMap<>(last.values);
        values.putAll(columns);
        set(Holder.MEMBERSHIP, membership, values, last.from, by, at);
    }

    private void rewrite(Holder holder, List<Segment> timeline, Map<String, @Nullable Object> columns, LocalDate from, String by,
            Instant at) {
        var first = timeline.stream().filter(segment -> from.isBefore(segment.to)).findFirst().orElseThrow();
        Set<String> open = new HashSet<>(columns.keySet());
        for (var segment : timeline.subList(timeline.indexOf(first), timeline.size())) {
            open.removeIf(column -> !isSame(holder, column, first, segment));
            if (open.isEmpty()) {
                return; // from here on later changes hold
            }
            var values = new HashMap<>(segment.values);
            open.forEach(column -> values.put(column, columns.get(column)));
            if (segment.historyId == 0) {
                var changed = open.stream().collect(HashMap<String, @Nullable Object>::new,
                        (map, column) -> map.put(column, columns.get(column)), HashMap::putAll);
                file(holder, "t.id = :id", Map.of("id", segment.id), segment.from, at);
                set(holder, segment.id, changed, segment.from, by, at);
            } else {
                close(holder, segment, at);
                if (segment.from.isBefore(from)) {
                    insert(holder, segment, segment.values, segment.from, from, segment.by, at);
                }
                insert(holder, segment, values, segment.from.isBefore(from) ? from : segment.from, segment.to, by, at);
            }
        }
    }

    /** Whether a column says in both segments the same; ciphers are compared by their digests. */
    private static boolean isSame(Holder holder, String column, Segment one, Segment other) {
        var leading = holder == Holder.PERSON ? FOLLOWS_RESIDENT_ID.getOrDefault(column, column) : column;
        var compared = HistoryTable.isCipher(holder, leading) ? HistoryTable.digest(leading) : leading;
        return Objects.deepEquals(one.values.get(compared), other.values.get(compared));
    }

    private void set(Holder holder, long id, Map<String, @Nullable Object> columns, LocalDate from, String by, Instant at) {
        var params = new HashMap<>(columns);
        params.put("rowId", id);
        params.put("rowFrom", from);
        params.put("rowBy", by);
        params.put("rowAt", utc(at));
        jdbc.sql("""
                update %s set %s, version = version + 1, changed_by = :rowBy, changed_at = :rowAt, valid_from = :rowFrom,
                       recorded_from = :rowAt
                 where id = :rowId
                """.formatted(holder.table(), columns.keySet().stream().sorted().map(column -> column + " = :" + column)
                .collect(Collectors.joining(", ")))).params(params).update();
    }

    private void close(Holder holder, Segment segment, Instant at) {
        jdbc.sql("update %s set recorded_to = :at where history_id = :id".formatted(holder.history()))
                .param("at", utc(at)).param("id", segment.historyId).update();
    }

    private void insert(Holder holder, Segment segment, Map<String, @Nullable Object> values, LocalDate from, LocalDate to,
            String by, Instant at) {
        var columns = HistoryTable.columns(holder);
        var params = new HashMap<>(values);
        params.put("rowId", segment.id);
        params.put("rowFrom", from);
        params.put("rowTo", to);
        params.put("rowAt", utc(at));
        params.put("rowBy", by);
        params.put("rowKnown", STILL_KNOWN);
        jdbc.sql("""
                insert into %s (id, %s, valid_from, valid_to, recorded_from, recorded_to, changed_by)
                values (:rowId, %s, :rowFrom, :rowTo, :rowAt, :rowKnown, :rowBy)
                """.formatted(holder.history(), String.join(", ", columns),
                columns.stream().map(column -> ":" + column).collect(Collectors.joining(", ")))).params(params).update();
    }

    private Segment current(Holder holder, long id) {
        return jdbc.sql(
                "select 0 history_id, t.id, %s, t.valid_from, %s valid_to, t.changed_by from %s t where t.id = :id for update"
                        .formatted(HistoryTable.listed(holder, "t"), HistoryTable.end(holder, "t"), holder.table()))
                .param("id", id).query((row, number) -> segment(holder, row)).single();
    }

    /** The periods before the current row, as they are believed now, in their order. */
    private List<Segment> filed(Holder holder, long id) {
        return jdbc.sql("""
                select t.history_id, t.id, %s, t.valid_from, t.valid_to, t.changed_by
                  from %s t
                 where t.id = :id and t.recorded_to = %s
                 order by t.valid_from
                """.formatted(HistoryTable.listed(holder, "t"), holder.history(), HistoryTable.STILL_KNOWN))
                .param("id", id).query((row, number) -> segment(holder, row)).list();
    }

    private static Segment segment(Holder holder, java.sql.ResultSet row) throws java.sql.SQLException {
        var values = new LinkedHashMap<String, @Nullable Object>();
        for (var column : HistoryTable.columns(holder)) {
            var value = row.getObject(column);
            values.put(column, value instanceof Date day ? day.toLocalDate() : value);
        }
        return new Segment(row.getLong("history_id"), row.getLong("id"), values,
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_to", LocalDate.class),
                row.getString("changed_by"));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** A period in which a row says the same; the one of the current row has no number in the history. */
    private record Segment(long historyId, long id, Map<String, @Nullable Object> values, LocalDate from, LocalDate to,
            String by) {}
}
