package org.jingzhun.household.register;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that was ever believed of some households, persons or memberships: rows with their periods, by what they are of. */
final class Timelines {

    private final FieldColumns columns;
    private final Map<String, List<Row>> rows = new HashMap<>();

    private Timelines(FieldColumns columns) {
        this.columns = columns;
    }

    static Timelines ofHouseholds(JdbcClient jdbc, Collection<String> numbers) {
        return read(jdbc, Holder.HOUSEHOLD, FieldColumns.HOUSEHOLD, "t.number, t.village", "",
                "t.id in (select id from household where number in (:numbers))", numbers);
    }

    static Timelines ofPersons(JdbcClient jdbc, Collection<String> numbers) {
        return read(jdbc, Holder.PERSON, FieldColumns.PERSON, "t.number, ''", "",
                "t.id in (select id from person where number in (:numbers))",
                numbers);
    }

    static Timelines ofMemberships(JdbcClient jdbc, Collection<String> persons) {
        return read(jdbc, Holder.MEMBERSHIP, FieldColumns.MEMBERSHIP, "p.number, ''", "join person p on p.id = t.person_id",
                "t.person_id in (select id from person where number in (:numbers))", persons);
    }

    private static Timelines read(JdbcClient jdbc, Holder holder, FieldColumns columns, String key, String join, String where,
            Collection<String> numbers) {
        var read = new Timelines(columns);
        if (numbers.isEmpty()) {
            return read;
        }
        var end = holder == Holder.MEMBERSHIP ? "coalesce(t.left_on, '9999-12-31')" : "'9999-12-31'";
        jdbc.sql("""
                select %1$s, t.valid_from, %2$s, t.recorded_from, '9999-12-31 00:00:00', %3$s from %4$s t %5$s where %6$s
                union all
                select %1$s, t.valid_from, t.valid_to, t.recorded_from, t.recorded_to, %3$s from %7$s t %5$s where %6$s
                """.formatted(key, end, columns.listed("t"), holder.table(), join, where, holder.history()))
                .param("numbers", numbers).query(row -> {
                    read.rows.computeIfAbsent(row.getString(1), number -> new ArrayList<>()).add(new Row(row.getString(2),
                            row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class),
                            row.getObject(5, LocalDateTime.class), row.getObject(6, LocalDateTime.class), columns.read(row, 7)));
                });
        return read;
    }

    /** When something of it was recorded. */
    List<LocalDateTime> recorded(String number) {
        return rows.getOrDefault(number, List.of()).stream().map(Row::recordedFrom).distinct().toList();
    }

    /** A value that held on a day as it was known; null where nothing was. */
    @Nullable
    Object value(String number, Field field, LocalDate on, LocalDateTime known) {
        var row = row(number, on, known);
        return row == null ? null : row.values[columns.index(field)];
    }

    /** The village of a household then. */
    @Nullable
    String village(String number, LocalDate on, LocalDateTime known) {
        var row = row(number, on, known);
        return row == null ? null : row.village;
    }

    private @Nullable Row row(String number, LocalDate on, LocalDateTime known) {
        return rows.getOrDefault(number, List.of()).stream().filter(row -> !on.isBefore(row.from) && on.isBefore(row.to)
                && !known.isBefore(row.recordedFrom) && known.isBefore(row.recordedTo)).findFirst().orElse(null);
    }

    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    private record Row(String village, LocalDate from, LocalDate to, LocalDateTime recordedFrom, LocalDateTime recordedTo,
            @Nullable Object[] values) {}
}
