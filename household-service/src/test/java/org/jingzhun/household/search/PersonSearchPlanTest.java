package org.jingzhun.household.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.crypto.StoredDigests;
import org.jingzhun.starter.page.Cursor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers and rare names are looked up in their indexes; all else walks over a bounded range of households. */
@HouseholdServiceTest
class PersonSearchPlanTest {

    private static final Scope SCOPE = Scope.Ranges.under("140221");

    @Autowired
    PersonSearch search;
    @Autowired
    StoredDigests digests;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void manyPersons() {
        if (jdbc.sql("select count(*) from household where number like 'SPLAN%'").query(Long.class).single() > 0) {
            return;
        }
        jdbc.sql("""
                insert into household (number, village, created_at, changed_at, changed_by)
                with recursive n (i) as (select 0 union all select i + 1 from n where i < 999)
                select concat('SPLAN', 10000 + a.i * 3 + b.i), concat('14022111020', b.i), now(6), now(6), 'plan'
                  from n a join (select 0 i union all select 1 union all select 2) b
                """).update();
        jdbc.sql("""
                insert into person (number, name, sex, birth_date, document_kind, resident_id, resident_id_digest, ethnicity, health,
                       labour, created_at, changed_at, changed_by)
                select h.number, concat('计划', h.id), '1', '1970-01-01', '1', unhex('00'), unhex(sha2(h.number, 256)), '01', '1', '1',
                       now(6), now(6), 'plan'
                  from household h where h.number like 'SPLAN%'
                """).update();
        jdbc.sql("""
                insert into membership (household_id, person_id, relation, created_at, changed_at, changed_by)
                select h.id, p.id, '01', now(6), now(6), 'plan' from household h join person p on p.number = h.number
                 where h.number like 'SPLAN%'
                """).update();
        for (var table : List.of("household", "person", "membership")) {
            jdbc.sql("analyze table " + table).query(row -> {
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"name, 计划1*, person_by_name", "name, 计划12, person_by_name",

            "personNumber, SPLAN10001, person_by_number", "householdNumber, SPLAN10001, household_by_number"})
    void aNumberOrNameIsLookedUp(String field, String value, String index) {
        var wanted = wanted(field, value);
        var key = SearchKey.of(wanted, digests);
        assertThat(key).isNotNull();
        var statements = search.statements(wanted, Cursor.start(50), SCOPE, SCOPE, false);
        var params = new HashMap<>(statements.params());
        params.putAll(key.params());

        var plans = explain(statements.among(key.ids()), params);
        assertThat(plans).extracting(plan -> plan.get("key")).contains(index);
        assertThat(plans).allSatisfy(plan -> assertThat(plan.get("type")).isNotIn("ALL", "index"));
    }

    @Test
    void aWalkIsARangeOfHouseholdsWithTheirMembers() {
        var statements = search.statements(wanted("labour", "1"), Cursor.start(50), SCOPE, SCOPE, false);
        var params = new HashMap<>(statements.params());
        params.put("toVillage", "140221110201");
        params.put("toHousehold", "SPLAN12000");

        var walk = explain(statements.walk(null, true), params);
        assertThat(table(walk, "h").get("key")).isEqualTo("household_by_village");
        assertThat(table(walk, "h").get("type")).isEqualTo("range");
        assertThat(String.valueOf(table(walk, "m").get("key"))).startsWith("membership_by_household");
        assertThat(table(walk, "p").get("type")).isEqualTo("eq_ref");
        var horizon = table(explain(statements.horizon(), params), "h");
        assertThat(horizon.get("key")).isEqualTo("household_by_village");
        assertThat(String.valueOf(horizon.get("Extra"))).contains("Using index").doesNotContain("filesort");
    }

    private static WantedPerson wanted(String field, String value) {
        return new WantedPerson(field.equals("name") ? value : null, field.equals("residentId") ? value : null, null, null,
                field.equals("personNumber") ? value : null, field.equals("householdNumber") ? value : null, null, null, null,
                field.equals("labour") ? value : null, null, null, null, "plan");
    }

    private static Map<String, Object> table(List<Map<String, Object>> plans, String table) {
        return plans.stream().filter(plan -> table.equals(plan.get("table"))).findFirst().orElseThrow();
    }

    private List<Map<String, Object>> explain(String sql, Map<String, Object> params) {
        var isMariaDb = jdbc.sql("select version()").query(String.class).single().contains("MariaDB");
        return jdbc.sql((isMariaDb ? "explain " : "explain format=traditional ") + sql).params(params).query().listOfRows()
                .stream()
                .filter(plan -> List.of("h", "h0", "m", "m0", "p").contains(String.valueOf(plan.get("table")))).toList();
    }
}
