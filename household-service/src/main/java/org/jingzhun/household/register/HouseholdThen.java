package org.jingzhun.household.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.jingzhun.starter.access.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One household with its members as it was at a moment; who may see it is decided by where it lay then. */
@Component
class HouseholdThen {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final String HOUSEHOLD = "select x.number, x.village, x.data_year, x.id, x.valid_from, x.recorded_from, %s from %s x"
            .formatted(FieldColumns.HOUSEHOLD.listed("x"), Moment.rows(Holder.HOUSEHOLD, "t.id = :id"));
    static final String MEMBERSHIPS = "select x.id, x.person_id, x.valid_from, x.recorded_from, %s from %s x"
            .formatted(FieldColumns.MEMBERSHIP.listed("x"), Moment.rows(Holder.MEMBERSHIP, "t.household_id = :id"));
    static final String PERSONS = "select x.id, x.number, x.valid_from, x.recorded_from, %s from %s x"
            .formatted(FieldColumns.PERSON.listed("x"), Moment.rows(Holder.PERSON, "t.id in (:ids)"));
    static final String YEARS = "select x.year, x.id, x.valid_from, x.recorded_from, %s from %s x order by x.year"
            .formatted(FieldColumns.HOUSEHOLD_YEAR.listed("x"), Moment.rows(Holder.HOUSEHOLD_YEAR, "t.household_id = :id"));

    private final JdbcClient jdbc;
    private final Disclosure disclosure;

    HouseholdThen(JdbcClient jdbc, Disclosure disclosure) {
        this.jdbc = jdbc;
        this.disclosure = disclosure;
    }

    /** The household as it was; empty where it did not exist then, or lay elsewhere. */
    Optional<HouseholdView> find(String number, Moment moment, boolean years, Scope scope, Scope sensitive) {
        return jdbc.sql("select id from household where number = :number").param("number", number).query(Long.class).optional()
                .flatMap(id -> find(id, moment, years, scope, sensitive));
    }

    private Optional<HouseholdView> find(long id, Moment moment, boolean years, Scope scope, Scope sensitive) {
        var tag = new MomentTag(moment);
        var params = new HashMap<String, Object>(moment.params());
        params.put("id", id);
        return jdbc.sql(HOUSEHOLD).params(params).query((row, index) -> {
            tag.add(row, 4);
            return new Row(row.getString(1), row.getString(2), integer(row, 3), FieldColumns.HOUSEHOLD.read(row, 7));
        }).optional().filter(row -> scope.covers(row.village)).map(row -> {
            var open = sensitive.covers(row.village);
            var view = disclosure.household(row.number, row.village, row.dataYear, row.values, members(params, tag, open), open)
                    .at(moment.asOf(), OffsetDateTime.ofInstant(moment.knownAt(), ZONE));
            if (years) {
                view.with(jdbc.sql(YEARS).params(params).query((year, index) -> {
                    tag.add(year, 2);
                    return disclosure.year(year.getInt(1), FieldColumns.HOUSEHOLD_YEAR.read(year, 5));
                }).list());
            }
            return view.tagged(tag.toString());
        });
    }

    private List<MemberView> members(Map<String, Object> params, MomentTag tag, boolean open) {
        var memberships = jdbc.sql(MEMBERSHIPS).params(params).query((row, index) -> {
            tag.add(row, 1);
            return new Membership(row.getLong(1), row.getLong(2), FieldColumns.MEMBERSHIP.read(row, 5));
        }).list();
        if (memberships.isEmpty()) {
            return List.of();
        }
        var persons = new HashMap<Long, Person>();
        jdbc.sql(PERSONS).params(params).param("ids", memberships.stream().map(Membership::person).toList()).query(row -> {
            tag.add(row, 1);
            persons.put(row.getLong(1), new Person(row.getString(2), FieldColumns.PERSON.read(row, 5)));
        });
        return disclosure.members(memberships.stream().filter(it -> persons.containsKey(it.person)).map(it -> {
            var person = Objects.requireNonNull(persons.get(it.person));
            return new MemberRow(it.id, person.number, person.values, it.values);
        }).toList(), open);
    }

    private static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        var value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    private record Row(String number, String village, @Nullable Integer dataYear, @Nullable Object[] values) {}

    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    private record Membership(long id, long person, @Nullable Object[] values) {}

    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    private record Person(String number, @Nullable Object[] values) {}
}
