package org.jingzhun.relocation.settlement;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

import org.awaitility.Awaitility;
import org.jingzhun.relocation.Api;
import org.jingzhun.relocation.RelocationServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@RelocationServiceTest
class SettlementTest {

    private static final TestToken OFFICER = TestToken.person("fangchenggang").grant("relocation-officer", "relocation",
            "450621");
    private static final String VILLAGE = "450621101201";

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
        List.of("settlement", "settlement_version")
                .forEach(table -> owner.sql("delete from " + table + " where division like '4506%'")
                        .update());
        owner.sql("delete from idempotency_key where account = 'fangchenggang'").update();
    }

    @Test
    void aSettlementIsEnteredChangedAndClosedAndNothingIsForgotten() {
        var entered = add("S-0001", VILLAGE, "3.000");
        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.location()).hasValue("/api/relocation/v1/settlements/S-0001");
        assertThat(entered.json().path("borderBand").asString()).isEqualTo("FIRST_LINE");
        assertThat(entered.etag()).hasValue("\"v1\"");

        var changed = put("S-0001", VILLAGE, "3.001", "\"v1\"");
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("borderBand").asString()).isEqualTo("BORDER_ZONE");
        assertThat(put("S-0001", VILLAGE, "4", "\"v1\"").status()).isEqualTo(412);
        assertThat(put("S-0001", VILLAGE, "3.001", "\"v2\"").etag()).as("nothing new").hasValue("\"v2\"");

        var closed = api.put(OFFICER, "/settlements/S-0001/closing", "{\"on\":\"2024-05-31\",\"reason\":\"并入城区\"}", "If-Match",
                "\"v2\"");
        assertThat(closed.json().path("closing").path("on").asString()).isEqualTo("2024-05-31");
        assertThat(put("S-0001", VILLAGE, "5", "\"v3\"").problem()).isEqualTo("record-closed");
        var versions = api.get(OFFICER, "/settlements/S-0001/versions").json().path("items");
        assertThat(versions.valueStream().map(it -> it.path("version").asInt() + " " + it.path("borderDistance")))
                .containsExactly("3 3.001", "2 3.001", "1 3.0");
        assertThat(jdbc.sql("select action from audit_entry where subject = 'S-0001' order by id").query(String.class).list())
                .endsWith("settlement.created", "settlement.changed", "settlement.closed");
    }

    @Test
    void thePastCannotBeChangedByTheService() {
        add("S-0002", VILLAGE, "1");

        assertThatThrownBy(() -> jdbc.sql("update settlement_version set name = 'x'").update())
                .hasRootCauseInstanceOf(SQLException.class)
                .rootCause().hasMessageContaining("denied");
        assertThatThrownBy(() -> jdbc.sql("delete from settlement_version").update()).hasRootCauseInstanceOf(SQLException.class)
                .rootCause().hasMessageContaining("denied");
    }

    @Test
    void aRepeatedEntryIsOneAndANumberIsTakenOnce() {
        var first = add("S-0003", VILLAGE, "1");
        assertThat(add("S-0003", VILLAGE, "1").body()).isEqualTo(first.body());
        assertThat(api.post(OFFICER, "/settlements", Api.body("S-0003", VILLAGE, "2"), "Idempotency-Key", "another").problem())
                .isEqualTo("number-taken");
        assertThat(api.post(OFFICER, "/settlements", Api.body("S-0003", VILLAGE, "2")).problem())
                .isEqualTo("idempotency-key-missing");
        assertThat(jdbc.sql("select count(*) from settlement_version where number = 'S-0003'").query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void theListGoesDivisionByDivisionAndEveryFilterHasItsIndex() {
        add("S-00B", "450621101202", "1");
        add("S-00A", "450621101202", "2");
        add("S-00Z", VILLAGE, "19.999");
        add("S-00Y", "450621102200", "20.001");

        assertThat(numbers("/settlements?area=450621")).containsExactly("S-00Z", "S-00A", "S-00B", "S-00Y");
        assertThat(numbers("/settlements?area=450621101")).containsExactly("S-00Z", "S-00A", "S-00B");
        assertThat(numbers("/settlements?area=450621&borderBand=FIRST_LINE")).containsExactly("S-00A", "S-00B");
        assertThat(numbers("/settlements?borderBand=BORDER_ZONE&kind=BORDER_LINE")).containsExactly("S-00Z");
        assertThat(numbers("/settlements?kind=TOWN")).isEmpty();
        var page = api.get(OFFICER, "/settlements?limit=3").json();
        assertThat(page.path("items").size()).isEqualTo(3);
        assertThat(numbers("/settlements?limit=3&after=" + page.path("next").asString())).containsExactly("S-00Y");
    }

    @Test
    void nothingIsBroughtWhereTheOfficerIsNot() {
        assertThat(add("S-0004", "451481101201", "1").problem()).isEqualTo("area-not-yours");
        add("S-0004", VILLAGE, "1");
        assertThat(put("S-0004", "451481101201", "1", "\"v1\"").problem()).isEqualTo("area-not-yours");
        assertThat(put("S-0004", "450621102200", "1", "\"v1\"").json().path("division").asString()).isEqualTo("450621102200");
        assertThat(api.put(OFFICER, "/settlements/S-0004", Api.body("S-0005", VILLAGE, "1"), "If-Match", "\"v2\"").problem())
                .isEqualTo("number-stays");
        assertThat(api.get(Api.CITY, "/settlements/S-0004").problem()).isEqualTo("record-not-found");
    }

    @ParameterizedTest
    @CsvSource({"borderDistance\":1, borderDistance\":-1, /borderDistance",
            "borderDistance\":1, borderDistance\":1.0001, /borderDistance",
            "450621101201, 450621, /division", "BORDER_LINE, MOON, /kind", "\"S-0006, \"s 6, /number",
            "capacityPersons, persons, /capacityPersons",
            "SCHOOL, OPERA, /facilities/1"})
    void whatIsWrongIsNamed(String right, String wrong, String pointer) {
        var refused = api.post(OFFICER, "/settlements", Api.body("S-0006", VILLAGE, "1").replace(right, wrong), "Idempotency-Key",
                "wrong");

        assertThat(refused.problem()).isEqualTo("input-not-valid");
        assertThat(refused.json().path("errors").valueStream().map(it -> it.path("pointer").asString())).contains(pointer);
    }

    @Test
    void whatHasNotEndedIsNotClosed() {
        add("S-0007", VILLAGE, "1");

        assertThat(
                api.put(OFFICER, "/settlements/S-0007/closing", "{\"on\":\"2999-01-01\",\"reason\":\"r\"}", "If-Match", "\"v1\"")
                        .problem())
                .isEqualTo("closing-in-the-future");
    }

    @Test
    void ofManyAtOnceWhoSawTheSameVersionOneIsTaken() {
        add("S-0009", VILLAGE, "1");
        var statuses = new ConcurrentLinkedQueue<Integer>();
        try (var officers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 2; i < 12; i++) {
                var distance = String.valueOf(i);
                officers.submit(() -> statuses.add(put("S-0009", VILLAGE, distance, "\"v1\"").status()));
            }
        }

        assertThat(statuses).hasSize(10).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(
                jdbc.sql("select version from settlement_version where number = 'S-0009' order by version").query(Integer.class)
                        .list())
                .containsExactly(1, 2);
    }

    @Test
    void everyDeedIsToldAsAFactWithoutNames() {
        add("S-0008", VILLAGE, "1");
        put("S-0008", "450621102200", "4", "\"v1\"");
        put("S-0008", "450621102200", "4", "\"v2\"");
        api.put(OFFICER, "/settlements/S-0008/closing", "{\"on\":\"2024-05-31\",\"reason\":\"并入城区\"}", "If-Match", "\"v2\"");

        var all = facts("450621");
        assertThat(all).extracting(it -> it.path("kind").asString() + " " + it.path("aggregate").path("version").asInt() + " "
                + it.path("division").asString())
                .containsExactly("settlement-created 1 450621101201", "settlement-changed 2 450621102200",
                        "settlement-closed 3 450621102200");
        assertThat(all.getLast().path("effectiveOn").asString()).isEqualTo("2024-05-31");
        assertThat(all.getLast().path("body").path("closedOn").asString()).isEqualTo("2024-05-31");
        assertThat(all.getLast().path("body").path("borderBand").asString()).isEqualTo("BORDER_ZONE");
        assertThat(all.toString()).doesNotContain("平而", "并入");
        assertThat(facts("450621101")).extracting(it -> it.path("kind").asString()).containsExactly("settlement-created",
                "left-scope");
    }

    private List<JsonNode> facts(String area) {
        var reader = TestToken.service("reader").grant("feed-reader", "information", area);
        var last = area.length() == 6 ? "settlement-closed" : "left-scope";
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> api.get(reader, "/facts").body().lines()
                .map(JsonMapper.shared()::readTree).filter(it -> it.path("aggregate").path("id").asString("").equals("S-0008"))
                .toList(),
                found -> !found.isEmpty() && found.getLast().path("kind").asString().equals(last));
    }

    private Api.Answer add(String number, String division, String borderDistance) {
        return api.post(OFFICER, "/settlements", Api.body(number, division, borderDistance), "Idempotency-Key",
                number + division + borderDistance);
    }

    private Api.Answer put(String number, String division, String borderDistance, String seen) {
        return api.put(OFFICER, "/settlements/" + number, Api.body(number, division, borderDistance), "If-Match", seen);
    }

    private List<String> numbers(String path) {
        return api.get(OFFICER, path).json().path("items").valueStream().map(it -> it.path("number").asString()).toList();
    }
}
