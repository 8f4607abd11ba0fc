package org.jingzhun.industry.enterprise;

import java.util.List;

import org.jingzhun.industry.Api;
import org.jingzhun.industry.IndustryServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@IndustryServiceTest
class EnterpriseTest {

    private static final TestToken COUNTY = TestToken.person("dongxing").grant("county-officer", "rural-affairs", "450681");
    private static final TestToken INDUSTRY = TestToken.person("dongxing-industry").grant("department-officer", "industry",
            "450681");
    private static final TestToken HEALTH = TestToken.person("dongxing-health").grant("department-officer", "health", "450681");
    private static final String CODE = "91450621MA5KAXYT1R";
    private static final String OTHER = "91440300708461136T";
    private static final String VILLAGE = "450681101201";

    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    FlywayConnectionDetails migrations;

    @BeforeEach
    void none() {
        var owner = JdbcClient.create(new DriverManagerDataSource(String.valueOf(migrations.getJdbcUrl()),
                migrations.getUsername(), migrations.getPassword()));
        List.of("enterprise", "enterprise_version")
                .forEach(table -> owner.sql("delete from " + table + " where division like '4506%'")
                        .update());
        owner.sql("delete from idempotency_key where account like 'dongxing%'").update();
    }

    @Test
    void anEnterpriseIsEnteredChangedAndClosedAndNothingIsForgotten() {
        var entered = add(INDUSTRY, CODE, "COOPERATIVE", "null");
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.location()).hasValue("/api/industry/v1/enterprises/" + CODE);
        assertThat(entered.json().has("level")).isFalse();

        var changed = api.put(COUNTY, "/enterprises/" + CODE, Api.body(CODE, VILLAGE, "LEADING", "\"CITY\""), "If-Match",
                "\"v1\"");
        assertThat(changed.json().path("level").asString()).isEqualTo("CITY");
        assertThat(api.put(INDUSTRY, "/enterprises/" + CODE + "/closing", "{\"on\":\"2024-05-31\",\"reason\":\"注销\"}", "If-Match",
                "\"v2\"").status()).isEqualTo(200);
        assertThat(api.get(COUNTY, "/enterprises/" + CODE + "/versions").json().path("items").valueStream()
                .map(it -> it.path("kind").asString() + " " + it.path("changedBy").asString()))
                .containsExactly("LEADING dongxing-industry", "LEADING dongxing", "COOPERATIVE dongxing-industry");
        assertThat(jdbc.sql(
                "select detail from audit_entry where subject = ? and action = 'enterprise.changed' order by id desc limit 1")
                .param(CODE).query(String.class).single()).contains("kind", "level").doesNotContain("name");
    }

    @Test
    void theRoleOfAnotherDepartmentReadsAndChangesNothing() {
        add(INDUSTRY, CODE, "COOPERATIVE", "null");

        assertThat(api.get(HEALTH, "/enterprises/" + CODE).status()).isEqualTo(200);
        assertThat(add(HEALTH, OTHER, "COOPERATIVE", "null").problem()).isEqualTo("not-allowed");
        assertThat(
                api.put(HEALTH, "/enterprises/" + CODE, Api.body(CODE, VILLAGE, "COOPERATIVE", "\"CITY\""), "If-Match", "\"v1\"")
                        .problem())
                .isEqualTo("not-allowed");
    }

    @Test
    void aDepartmentReachesNoFurtherThanItsOwnGrant() {
        var both = TestToken.person("dongxing-both").grant("department-officer", "health", "450681")
                .grant("department-officer", "industry", "450621");
        add(INDUSTRY, CODE, "COOPERATIVE", "null");

        assertThat(api.get(both, "/enterprises/" + CODE).status()).isEqualTo(200);
        assertThat(api.put(both, "/enterprises/" + CODE, Api.body(CODE, VILLAGE, "COOPERATIVE", "\"CITY\""), "If-Match", "\"v1\"")
                .status()).as("health there, industry elsewhere").isEqualTo(404);
        assertThat(add(both, OTHER, "COOPERATIVE", "null").problem()).isEqualTo("area-not-yours");
    }

    @Test
    void aCodeThatCannotBeIsRefusedAndSoIsALeaderOfNoLevel() {
        var wrong = add(INDUSTRY, CODE.substring(0, 17) + "0", "COOPERATIVE", "null");
        assertThat(wrong.problem()).isEqualTo("input-not-valid");
        assertThat(wrong.json().path("errors").path(0).path("pointer").asString()).isEqualTo("/creditCode");
        var leader = add(INDUSTRY, CODE, "LEADING", "null");
        assertThat(leader.status()).isEqualTo(422);
        assertThat(leader.problem()).isEqualTo("level-missing");
        assertThat(api.get(INDUSTRY, "/enterprises").json().path("items").size()).isZero();
    }

    @Test
    void theListIsNarrowedByKindAndLevel() {
        add(INDUSTRY, CODE, "LEADING", "\"COUNTY\"");
        add(INDUSTRY, OTHER, "COOPERATIVE", "\"COUNTY\"");

        assertThat(codes("/enterprises?area=450681")).containsExactly(OTHER, CODE);
        assertThat(codes("/enterprises?kind=LEADING")).containsExactly(CODE);
        assertThat(codes("/enterprises?level=COUNTY")).containsExactly(OTHER, CODE);
        assertThat(codes("/enterprises?kind=COOPERATIVE&level=CITY")).isEmpty();
    }

    private Api.Answer add(TestToken as, String code, String kind, String level) {
        return api.post(as, "/enterprises", Api.body(code, VILLAGE, kind, level), "Idempotency-Key", code + kind);
    }

    private List<String> codes(String path) {
        return api.get(INDUSTRY, path).json().path("items").valueStream().map(it -> it.path("creditCode").asString()).toList();
    }
}
