package org.jingzhun.household.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.register.Disclosure;
import org.jingzhun.household.register.FieldColumns;
import org.jingzhun.household.register.HouseholdView;
import org.jingzhun.household.register.MemberRow;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what finished snapshots hold; the village of the snapshot decides who sees it. */
@Component
class FrozenHouseholds {

    private static final String DONE = "exists (select 1 from snapshot d where d.id = s.snapshot_id and d.state = 'DONE')";

    private final JdbcClient jdbc;
    private final Disclosure disclosure;
    private final Divisions divisions;

    FrozenHouseholds(JdbcClient jdbc, Disclosure disclosure, Divisions divisions) {
        this.jdbc = jdbc;
        this.disclosure = disclosure;
        this.divisions = divisions;
    }

    Page<FrozenLine> page(int year, Scope scope, Cursor after) {
        var condition = scope.condition("s.village");
        var found = jdbc.sql(statement(condition.sql())).params(condition.params()).param("year", year)
                .param("village", after.text(0)).param("number", after.text(1)).param("fetch", after.fetch())
                .query((row, index) -> new FrozenLine(row.getString(1), row.getString(2), divisions.name(row.getString(2)),
                        row.getString(3), row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getInt(8)))
                .list();
        return Page.of(found, after, line -> List.of(line.village(), line.number()));
    }

    /** The statement of a page, apart from its reading, so that its plan can be looked at. */
    static String statement(String scope) {
        return """
                select k.number, k.village, k.hamlet, k.type, k.poor_kind, k.exit_state, k.monitored_kind,
                       (select count(*) from member_snapshot m where m.year = :year and m.village = k.village and m.household = k.number)
                  from (select s.number, s.village, s.hamlet, s.type, s.poor_kind, s.exit_state, s.monitored_kind
                          from household_snapshot s force index (primary)
                         where s.year = :year and %s and s.village >= :village and (s.village > :village or s.number > :number)
                           and %s
                         order by s.village, s.number limit :fetch) k
                 order by k.village, k.number
                """.formatted(scope, DONE);
    }

    Optional<Found> find(int year, String number, Scope scope, Scope sensitive) {
        var params = new HashMap<String, Object>();
        params.put("year", year);
        params.put("number", number);
        return jdbc.sql(
                "select s.number, s.village, s.data_year, %s from household_snapshot s where s.number = :number and s.year = :year and %s"
                        .formatted(FieldColumns.HOUSEHOLD.listed("s"), DONE))
                .params(params).query((row, index) -> {
                    var dataYear = row.getInt(3);
                    @Nullable
                    Integer known = row.wasNull() ? null : dataYear;
                    return new Row(row.getString(1), row.getString(2), known, FieldColumns.HOUSEHOLD.read(row, 4));
                }).list().stream().filter(row -> scope.covers(row.village)).findFirst().map(row -> {
                    var open = sensitive.covers(row.village);
                    return new Found(row.village, disclosure.household(row.number, row.village, row.dataYear, row.values,
                            disclosure.members(members(year, row), open), open));
                });
    }

    private List<MemberRow> members(int year, Row household) {
        return jdbc.sql("""
                select m.membership_id, m.number, %s, %s from member_snapshot m
                 where m.year = :year and m.village = :village and m.household = :number
                """.formatted(FieldColumns.PERSON.listed("m"), FieldColumns.MEMBERSHIP.listed("m"))).param("year", year)
                .param("village", household.village).param("number", household.number)
                .query((row, index) -> new MemberRow(row.getLong(1), row.getString(2), FieldColumns.PERSON.read(row, 3),
                        FieldColumns.MEMBERSHIP.read(row, 3 + FieldColumns.PERSON.size())))
                .list();
    }

    /** A household of a snapshot as the caller may see it. */
    record Found(String village, HouseholdView household) {}

    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    private record Row(String number, String village, @Nullable Integer dataYear, @Nullable Object[] values) {}

    /** A line of a frozen year. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FrozenLine(String number, String village, String villageName, @Nullable String hamlet, @Nullable String type,
            @Nullable String poorKind, @Nullable String exitState, @Nullable String monitoredKind, int members) {}
}
