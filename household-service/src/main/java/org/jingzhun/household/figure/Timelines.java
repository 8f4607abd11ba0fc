package org.jingzhun.household.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jingzhun.household.figure.KnownHousehold.Known;
import org.jingzhun.household.figure.KnownHousehold.KnownStay;
import org.jingzhun.household.figure.Timeline.Period;
import org.jingzhun.household.figure.Timeline.Self;
import org.jingzhun.household.figure.Timeline.Stay;
import org.jingzhun.household.figure.Timeline.Version;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads households with all who ever lived in them by three statements, however many they are. */
@Component
public class Timelines {

    private static final String HOUSEHOLDS = """
            t.id, t.village, t.type, t.exit_state, t.poor_kind, t.main_cause, t.first_identified_on, t.removed_on is not null,
            t.removal_reason, t.valid_from, %s, t.recorded_from, %s""";
    private static final String STAYS = """
            t.household_id, t.id, t.person_id, t.join_reason, t.leave_reason, t.valid_from, %s, t.recorded_from, %s""";
    private static final String PERSONS = """
            t.id, t.birth_date, t.labour, t.health, t.education, t.valid_from, %s, t.recorded_from, %s""";
    private static final String FOR_EVER = "date '9999-12-31'";
    private static final String STILL_KNOWN = "timestamp '9999-12-31 00:00:00'";

    private final JdbcClient jdbc;

    Timelines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is believed now; a household that there is not is missing. */
    public Map<Long, Timeline> now(Collection<Long> households) {
        var found = new HashMap<Long, Timeline>();
        read(households, " and t.recorded_to = " + STILL_KNOWN).forEach((id, known) -> found.put(id, known.now()));
        return found;
    }

    /** All that was ever believed. */
    public Map<Long, KnownHousehold> ever(Collection<Long> households) {
        return read(households, "");
    }

    private Map<Long, KnownHousehold> read(Collection<Long> households, String which) {
        if (households.isEmpty()) {
            return Map.of();
        }
        var stays = stays(households, which);
        var ids = new HashSet<Long>();
        stays.values().forEach(list -> list.forEach(stay -> ids.add(stay.person())));
        var persons = persons(ids, which);
        var found = new HashMap<Long, KnownHousehold>();
        jdbc.sql(statement("household", HOUSEHOLDS, FOR_EVER, "t.id", households, which)).query(row -> {
            found.computeIfAbsent(row.getLong(1),
                    id -> new KnownHousehold(new ArrayList<>(), stays.getOrDefault(id, List.of()), persons)).versions()
                    .add(known(row, 12, new Version(period(row, 10), row.getString(2), row.getString(3), row.getString(4),
                            row.getString(5), row.getString(6), row.getObject(7, LocalDate.class), row.getBoolean(8),
                            row.getString(9))));
        });
        return found;
    }

    private Map<Long, List<KnownStay>> stays(Collection<Long> households, String which) {
        var stays = new HashMap<Long, List<KnownStay>>();
        jdbc.sql(statement("membership", STAYS, "coalesce(t.left_on, " + FOR_EVER + ")", "t.household_id", households, which))
                .query(row -> {
                    stays.computeIfAbsent(row.getLong(1), id -> new ArrayList<>()).add(new KnownStay(row.getLong(3), known(row, 8,
                            new Stay(row.getLong(2), period(row, 6), row.getString(4), row.getString(5), List.of()))));
                });
        return stays;
    }

    private Map<Long, List<Known<Self>>> persons(Collection<Long> ids, String which) {
        var persons = new HashMap<Long, List<Known<Self>>>();
        if (!ids.isEmpty()) {
            jdbc.sql(statement("person", PERSONS, FOR_EVER, "t.id", ids, which)).query(row -> {
                persons.computeIfAbsent(row.getLong(1), id -> new ArrayList<>(1))
                        .add(known(row, 8, new Self(period(row, 6), row.getObject(2, LocalDate.class), row.getString(3),
                                row.getString(4), row.getString(5))));
            });
        }
        return persons;
    }

    /** By numbers in the text: there may be thousands. */
    private static String statement(String table, String columns, String end, String key, Collection<Long> ids, String which) {
        var in = key + " in (" + ids.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
        return "select %s from %s t where %s union all select %s from %s_history t where %s%s".formatted(
                columns.formatted(end, STILL_KNOWN), table, in, columns.formatted("t.valid_to", "t.recorded_to"), table, in,
                which);
    }

    private static Period period(ResultSet row, int from) throws SQLException {
        return new Period(row.getObject(from, LocalDate.class), row.getObject(from + 1, LocalDate.class));
    }

    private static <T> Known<T> known(ResultSet row, int from, T what) throws SQLException {
        return new Known<>(what, row.getObject(from, LocalDateTime.class), row.getObject(from + 1, LocalDateTime.class));
    }
}
