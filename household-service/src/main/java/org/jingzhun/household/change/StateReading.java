package org.jingzhun.household.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jingzhun.household.change.Locked.LockedMember;
import org.jingzhun.household.change.RegisterState.Household;
import org.jingzhun.household.change.RegisterState.Member;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads households as they stood on a day, as far as is known now. */
@Component
class StateReading {

    private static final Instant ALL_KNOWN = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient jdbc;
    private final FieldValues values;

    StateReading(JdbcClient jdbc, FieldValues values) {
        this.jdbc = jdbc;
        this.values = values;
    }

    /** The households that are locked. */
    RegisterState state(Locked locked, LocalDate on) {
        return state(locked, locked.ids(), on);
    }

    /** The same of all these households; of memberships that are not locked it is not told since when and until when they last. */
    RegisterState state(Locked locked, Collection<Long> ids, LocalDate on) {
        if (ids.isEmpty()) {
            return new RegisterState(on, Map.of());
        }
        var params = new HashMap<String, Object>(new Moment(on, ALL_KNOWN).params());
        params.put("ids", ids);
        var persons = persons(params, on);
        var members = new HashMap<Long, List<Member>>();
        for (var one : rows(Holder.MEMBERSHIP, "t.household_id in (:ids)", params, on, row -> new Membership(row.getLong("id"),
                row.getLong("household_id"), row.getLong("person_id"), row.getObject("left_on", LocalDate.class),
                values.stored(row, Holder.MEMBERSHIP, "")))) {
            var person = persons.get(one.person);
            if (person != null && (one.left == null || on.isBefore(one.left))) {
                var known = locked.membership(one.id);
                members.computeIfAbsent(one.household, id -> new ArrayList<>())
                        .add(new Member(person.id(), one.id, person.number(),
                                person.born(), person.from(), known.map(LockedMember::since).orElse(on),
                                known.map(LockedMember::until).orElse(null),
                                person.values(), one.values));
            }
        }
        var years = years(params, on);
        var households = new LinkedHashMap<String, Household>();
        for (var one : rows(Holder.HOUSEHOLD, "t.id in (:ids)", params, on, row -> {
            var number = row.getString("number");
            var its = values.stored(row, Holder.HOUSEHOLD, number);
            its.put(Field.VILLAGE, row.getString("village"));
            return new Household(row.getLong("id"), number, row.getObject("valid_from", LocalDate.class), its,
                    members.getOrDefault(row.getLong("id"), List.of()), years.getOrDefault(row.getLong("id"), new TreeMap<>()));
        })) {
            households.put(one.number(), one);
        }
        return new RegisterState(on, households);
    }

    private Map<Long, SortedMap<Integer, Map<Field, @Nullable String>>> years(Map<String, Object> params, LocalDate on) {
        var years = new HashMap<Long, SortedMap<Integer, Map<Field, @Nullable String>>>();
        rows(Holder.HOUSEHOLD_YEAR, "t.household_id in (:ids)", params, on, row -> new ReportedYear(row.getLong("household_id"),
                row.getInt("year"), values.stored(row, Holder.HOUSEHOLD_YEAR, "")))
                .forEach(one -> years.computeIfAbsent(one.household, id -> new TreeMap<>()).put(one.year, one.values));
        return years;
    }

    private Map<Long, Person> persons(Map<String, Object> params, LocalDate on) {
        var where = "t.id in (select person_id from membership where household_id in (:ids))";
        return rows(Holder.PERSON, where, params, on, row -> {
            var number = row.getString("number");
            return new Person(row.getLong("id"), number, row.getObject("birth_date", LocalDate.class),
                    row.getObject("valid_from", LocalDate.class), values.stored(row, Holder.PERSON, number));
        }).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    /** What held on a day, in the order of the rows' numbers: read from the current rows alone where none of them is of later. */
    private <T> List<T> rows(Holder holder, String where, Map<String, Object> params, LocalDate on, Reader<T> reader) {
        var today = new ArrayList<T>();
        var complete = new boolean[]{true};
        jdbc.sql(Moment.rowsOfToday(holder, where) + " order by t.id").params(params).query(row -> {
            complete[0] &= !row.getObject("valid_from", LocalDate.class).isAfter(on);
            if (complete[0]) {
                today.add(reader.read(row));
            }
        });
        return complete[0]
                ? today
                : jdbc.sql("select t.* from " + Moment.rows(holder, where) + " t order by t.id").params(params)
                        .query((row, index) -> reader.read(row)).list();
    }

    @FunctionalInterface
    private interface Reader<T> {

        T read(ResultSet row) throws SQLException;
    }

    /** The days after another on which something of these households began to hold. */
    List<LocalDate> daysAfter(Locked locked, LocalDate day) {
        if (!locked.latest().isAfter(day)) {
            return List.of();
        }
        var persons = "(select person_id from membership where household_id in (:ids))";
        var parts = Stream.of(new Part(Holder.HOUSEHOLD, "id in (:ids)"), new Part(Holder.MEMBERSHIP, "household_id in (:ids)"),
                new Part(Holder.PERSON, "id in " + persons)).map(one -> """
                    select valid_from from %s where %s and valid_from > :day
                     union select valid_from from %s where %s and valid_from > :day and recorded_to = '9999-12-31'
                    """.formatted(one.holder.table(), one.where, one.holder.history(), one.where));
        return jdbc.sql(parts.collect(Collectors.joining(" union ")) + " order by valid_from").param("ids", locked.ids())
                .param("day", day)
                .query(LocalDate.class).list();
    }

    /** What a household reported for a year; empty where there is no such row. */
    Optional<Year> year(long household, int year, LocalDate on) {
        return jdbc
                .sql("select t.* from " + Moment.rows(Holder.HOUSEHOLD_YEAR, "t.household_id = :household and t.year = :year")
                        + " t")
                .params(new Moment(on, ALL_KNOWN).params()).param("household", household).param("year", year)
                .query((row, index) -> new Year(row.getLong("id"), values.stored(row, Holder.HOUSEHOLD_YEAR, "")))
                .optional();
    }

    record Year(long id, Map<Field, @Nullable String> values) {}

    private record Membership(long id, long household, long person, @Nullable LocalDate left,
            Map<Field, @Nullable String> values) {}

    private record ReportedYear(long household, int year, Map<Field, @Nullable String> values) {}

    private record Person(long id, String number, LocalDate born, LocalDate from, Map<Field, @Nullable String> values) {}

    private record Part(Holder holder, String where) {}
}
