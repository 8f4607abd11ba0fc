package org.jingzhun.household.register;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.history.Moment;
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The database walks over one index range: it reads as many rows as the page has or may look at, and sorts no area. */
@HouseholdServiceTest
class HouseholdListPlanTest {

    private static final Moment THEN = new Moment(LocalDate.parse("2016-06-30"), Instant.parse("2024-01-01T00:00:00Z"));
    private static final Scope ONE = Scope.Ranges.under("620402");
    private static final Scope TWO = new Scope.Ranges(List.of(CodeRange.under("620402100"), CodeRange.under("451481101")));
    private static final List<String> RANGES = List.of("range", "ref");

    @Autowired
    HouseholdList list;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void manyHouseholds() {
        if (jdbc.sql("select count(*) from household where number like 'PLAN%'").query(Long.class).single() == 0) {
            jdbc.sql("""
                    insert into household (number, village, type, exit_state, main_cause, dangerous_house, monitored_kind, created_at, changed_at, changed_by)
                    with recursive n (i) as (select 0 union all select i + 1 from n where i < 999)
                    select concat('PLAN', 100000 + a.i * 4 + b.i), concat('62040210020', a.i mod 9), 1 + a.i mod 6, 1 + a.i mod 4, 1 + a.i mod 9,
                           a.i mod 50 = 0, if(a.i mod 30 = 0, '1', null), now(6), now(6), 'plan'
                      from n a join (select 0 i union all select 1 union all select 2 union all select 3) b
                    """).update();
            jdbc.sql("""
                    insert into household_history (id, number, village, type, valid_from, valid_to, recorded_from, recorded_to, changed_by)
                    select id, number, village, type, '2015-01-01', '2017-01-01', '2015-01-01', '9999-12-31', 'plan' from household
                     where number like 'PLAN%'
                    """).update();
            jdbc.sql("analyze table household").query(row -> {
            });
            jdbc.sql("analyze table household_history").query(row -> {
            });
        }
    }

    static Stream<Arguments> filters() {
        var none = HouseholdFilter.NONE;
        return Stream.of(none, with("type", "1"), with("exitState", "2"), with("mainCause", "7"), with("monitoredKind", "1"),
                with("dangerousHouse", true), with("poorKind", "1"), with("labour", "1"),
                new HouseholdFilter("1", "2", null, null, null, null, null, true, new BigDecimal("6000"), null, null, 16, 59,
                        null))
                .flatMap(filter -> Stream.of(arguments(filter, ONE), arguments(filter, TWO)));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aPageIsOneIndexRange(HouseholdFilter filter, Scope scope) {
        var statements = list.statements(scope, filter, null, ONE, false, Cursor.start(50));

        for (var plan : explain(statements.page(statements.isBounded()), statements, "h")) {
            assertThat(plan.get("key")).isEqualTo(filter.index());
            assertThat(plan.get("type")).isIn(RANGES);
            assertThat(String.valueOf(plan.get("Extra"))).doesNotContain("filesort", "temporary");
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void howFarAPageLooksIsReadFromTheIndexAlone(HouseholdFilter filter, Scope scope) {
        var statements = list.statements(scope, filter, null, ONE, false, Cursor.start(50));

        for (var plan : explain(statements.horizon(), statements, "h")) {
            assertThat(plan.get("key")).isEqualTo(filter.index());
            assertThat(String.valueOf(plan.get("Extra"))).contains("Using index").doesNotContain("filesort", "temporary");
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aPageOfThePastIsOneIndexRangeOfTodaysRowsAndOneOfTheHistory(HouseholdFilter filter, Scope scope) {
        var statements = list.statements(scope, filter, THEN, ONE, false, Cursor.start(50));

        for (var sql : List.of(statements.page(true), statements.horizon())) {
            var plans = explain(sql, statements, "h");
            assertThat(plans).extracting(plan -> plan.get("key"))
                    .containsExactlyInAnyOrder("household_by_village", "household_history_by_village");
            assertThat(plans).allSatisfy(plan -> {
                assertThat(plan.get("type")).isIn(RANGES);
                assertThat(String.valueOf(plan.get("Extra"))).doesNotContain("filesort", "temporary");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("filters")
    void membersAreFoundByTheirHousehold(HouseholdFilter filter, Scope scope) {
        var then = list.statements(scope, filter, THEN, ONE, false, Cursor.start(50));
        var now = list.statements(scope, filter, null, ONE, false, Cursor.start(50));

        for (var plan : Stream.concat(explain(then.page(true), then, "m").stream(), explain(now.page(true), now, "m").stream())
                .toList()) {
            assertThat(String.valueOf(plan.get("key"))).contains("by_household");
        }
    }

    private List<Map<String, Object>> explain(String sql, ListStatements statements, String table) {
        var isMariaDb = jdbc.sql("select version()").query(String.class).single().contains("MariaDB");
        var params = new HashMap<>(statements.params());
        params.put("toVillage", "620402100208");
        params.put("toNumber", "PLAN104000");
        params.put("before", 1_000);
        var plans = jdbc.sql((isMariaDb ? "explain " : "explain format=traditional ") + sql).params(params).query().listOfRows();
        var found = plans.stream().filter(row -> table.equals(row.get("table"))).toList();
        assertThat(table.equals("m") ? plans : found).as("%s", plans).isNotEmpty();
        return found;
    }

    private static HouseholdFilter with(String name, Object value) {
        return new HouseholdFilter(text(name, "type", value), text(name, "exitState", value), text(name, "mainCause", value),
                text(name, "poorKind", value), text(name, "monitoredKind", value), null,
                name.equals("dangerousHouse") ? (Boolean) value : null, null, null, null, text(name, "labour", value), null, null,
                null);
    }

    private static String text(String name, String wanted, Object value) {
        return name.equals(wanted) ? (String) value : null;
    }
}
