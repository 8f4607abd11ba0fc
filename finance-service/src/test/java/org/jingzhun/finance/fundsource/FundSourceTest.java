package org.jingzhun.finance.fundsource;

import java.util.List;

import org.jingzhun.finance.Api;
import org.jingzhun.finance.FinanceServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@FinanceServiceTest
class FundSourceTest {

    private static final TestToken FINANCE = TestToken.person("dongxing").grant("finance-officer", "finance", "450681");
    private static final TestToken COUNTY = TestToken.person("dongxing-county").grant("county-officer", "rural-affairs",
            "450681");
    private static final String COUNTY_LEVEL = "450681000000";

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
        List.of("fund_source", "fund_source_version").forEach(table -> owner.sql("delete from " + table
                + " where division like '4506%'").update());
        owner.sql("delete from idempotency_key where account like 'dongxing%'").update();
    }

    @Test
    void aSourceKeepsItsLineAndEveryAmountThatItEverHad() {
        var entered = add(Api.body("FS-0001", COUNTY_LEVEL, "3000000.00"));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.json().path("amount").isString()).isTrue();

        var changed = api.put(FINANCE, "/fund-sources/FS-0001", Api.body("FS-0001", COUNTY_LEVEL, "2999999.99"), "If-Match",
                "\"v1\"");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("sourceDepartment").asString()).isEqualTo("林业局");
        assertThat(api.get(COUNTY, "/fund-sources/FS-0001/versions").json().path("items").valueStream()
                .map(it -> it.path("amount").asString())).containsExactly("2999999.99", "3000000.00");
        assertThat(jdbc.sql("select amount from fund_source where number = 'FS-0001'").query(String.class).single())
                .isEqualTo("2999999.99");
        assertThat(api
                .put(FINANCE, "/fund-sources/FS-0001/closing", "{\"on\":\"2020-12-31\",\"reason\":\"收回\"}", "If-Match", "\"v1\"")
                .status()).isEqualTo(412);
        assertThat(api
                .put(FINANCE, "/fund-sources/FS-0001/closing", "{\"on\":\"2020-12-31\",\"reason\":\"收回\"}", "If-Match", "\"v2\"")
                .json().path("version").asInt()).isEqualTo(3);
    }

    @Test
    void whoReadsDoesNotChange() {
        add(Api.body("FS-0002", COUNTY_LEVEL, "1.00"));

        assertThat(api.get(COUNTY, "/fund-sources/FS-0002").status()).isEqualTo(200);
        assertThat(api.put(COUNTY, "/fund-sources/FS-0002", Api.body("FS-0002", COUNTY_LEVEL, "2.00"), "If-Match", "\"v1\"")
                .problem())
                .isEqualTo("not-allowed");
    }

    @ParameterizedTest
    @CsvSource({"SPECIAL, true, 201", "AGRICULTURE_RELATED, true, 201", "GUANGDONG_GUANGXI, true, 201", "MICRO_CREDIT, true, 422",
            "VILLAGE_COLLECTIVE, true, 422", "SPECIAL, false, 422", "AGRICULTURE_RELATED, false, 422",
            "GUANGDONG_GUANGXI, false, 201", "MICRO_CREDIT, false, 201", "VILLAGE_COLLECTIVE, false, 201"})
    void moneyOfABudgetNamesItAndOtherMoneyDoesNot(String kind, boolean budget, int status) {
        var body = Api.body("FS-0003", COUNTY_LEVEL, "50000.00").replace("AGRICULTURE_RELATED", kind);

        var answer = add(budget ? body : body.replace("\"PROVINCE\"", "null").replace("\"2130205\"", "null"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status == 422) {
            assertThat(answer.problem()).isEqualTo(budget ? "no-budget-money" : "budget-missing");
        }
    }

    @ParameterizedTest
    @CsvSource({"\"50000.00\", 50000.00, /amount", "\"50000.00\", \"50000\", /amount", "2130205, 21302, ''",
            "2130205, 2130, /budgetSubject",
            ":2020, :1999, /year"})
    void whatIsWrongIsNamed(String right, String wrong, String pointer) {
        var answer = add(Api.body("FS-0004", COUNTY_LEVEL, "50000.00").replace(right, wrong));

        assertThat(answer.json().path("errors").path(0).path("pointer").asString("")).as(answer.body()).isEqualTo(pointer);
        assertThat(answer.status()).isEqualTo(pointer.isEmpty() ? 201 : 400);
    }

    @Test
    void theListIsNarrowedByKindLevelAndYear() {
        add(Api.body("FS-0006", COUNTY_LEVEL, "1.00"));
        add(Api.body("FS-0005", "450681101000", "1.00").replace("2020,", "2021,"));
        add(Api.body("FS-0007", COUNTY_LEVEL, "1.00").replace("PROVINCE", "CITY").replace("AGRICULTURE_RELATED", "SPECIAL"));

        assertThat(numbers("")).containsExactly("FS-0006", "FS-0007", "FS-0005");
        assertThat(numbers("?year=2020")).containsExactly("FS-0006", "FS-0007");
        assertThat(numbers("?kind=SPECIAL")).containsExactly("FS-0007");
        assertThat(numbers("?level=PROVINCE&year=2021")).containsExactly("FS-0005");
        assertThat(numbers("?area=450681101")).containsExactly("FS-0005");
    }

    private Api.Answer add(String body) {
        return api.post(FINANCE, "/fund-sources", body, "Idempotency-Key", "key-" + body.hashCode());
    }

    private List<String> numbers(String query) {
        return api.get(FINANCE, "/fund-sources" + query).json().path("items").valueStream()
                .map(it -> it.path("number").asString()).toList();
    }
}
