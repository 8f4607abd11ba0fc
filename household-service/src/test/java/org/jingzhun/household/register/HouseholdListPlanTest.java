package org.jingzhun.household.register;

import java.util.List;
import java.util.Map;

import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The database walks over one index range: it reads as many rows as the page has, and sorts nothing. */
@HouseholdServiceTest
class HouseholdListPlanTest {

    @Autowired
    HouseholdList list;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void manyHouseholds() {
        if (jdbc.sql("select count(*) from household where number like 'PLAN%'").query(Long.class).single() == 0) {
            jdbc.sql("""
                    insert into household (number, village, type, exit_state, main_cause, created_at, changed_at, changed_by)
                    with recursive n (i) as (select 0 union all select i + 1 from n where i < 999)
                    select concat('PLAN', 100000 + a.i * 4 + b.i), concat('62040210020', a.i mod 9), 1 + a.i mod 6, 1 + a.i mod 4, 1 + a.i mod 9,
                           now(6), now(6), 'plan'
                      from n a join (select 0 i union all select 1 union all select 2 union all select 3) b
                    """).update();
            jdbc.sql("analyze table household").query(row -> {
            });
        }
    }

    static List<HouseholdList.Filter> filters() {
        return List.of(new HouseholdList.Filter(null, null, null), new HouseholdList.Filter("1", null, null),
                new HouseholdList.Filter(null, "2", null), new HouseholdList.Filter(null, null, "7"),
                new HouseholdList.Filter("1", "2", null));
    }

    @ParameterizedTest
    @MethodSource("filters")
    void aPageIsOneIndexRange(HouseholdList.Filter filter) {
        var plan = explain(filter, Scope.Ranges.under("620402"));

        assertThat(plan.get("key")).isEqualTo(filter.index());
        assertThat(plan.get("type")).isIn("range", "ref");
        assertThat(String.valueOf(plan.get("Extra"))).doesNotContain("filesort", "temporary");
    }

    @ParameterizedTest
    @MethodSource("filters")
    void soIsThePageOfSomebodyWithTwoAreas(HouseholdList.Filter filter) {
        var plan = explain(filter, new Scope.Ranges(List.of(CodeRange.under("620402100"), CodeRange.under("451481101"))));

        assertThat(plan.get("key")).isEqualTo(filter.index());
        assertThat(String.valueOf(plan.get("Extra"))).doesNotContain("filesort", "temporary");
    }

    private Map<String, Object> explain(HouseholdList.Filter filter, Scope scope) {
        var statement = list.statement(scope, null, filter, Cursor.start(50));
        var isMariaDb = jdbc.sql("select version()").query(String.class).single().contains("MariaDB");
        return jdbc.sql((isMariaDb ? "explain " : "explain format=traditional ") + statement.sql()).params(statement.params())
                .query().listOfRows().stream()
                .filter(row -> "h".equals(row.get("table"))).findFirst().orElseThrow();
    }
}
