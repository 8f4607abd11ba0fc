package org.jingzhun.household.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@HouseholdServiceTest
class QualityJourneyTest {

    private static final String VILLAGE = "451481101206";

    @Autowired
    Clock clock;

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aVillage() {
        givens.forgetAll(); // others leave people in the village, and phones
        for (var household : List.of("Q1", "Q2", "Q3")) {
            givens.household(household, VILLAGE, Map.of("data_year", 2022));
        }
        jdbc.sql("update household set phone = null, phone_digest = null where village = ?").param(VILLAGE).update();
        givens.member("Q1", "Q1-1", "覃一", Givens.residentId("451481", "19700101", 211), "01", Map.of());
        givens.member("Q1", "Q1-2", "覃二", Givens.residentId("451481", "19720101", 213), "02", Map.of());
        givens.member("Q2", "Q2-1", "覃三", Givens.residentId("451481", "19750505", 215), "01", Map.of());
        givens.member("Q3", "Q3-1", "覃三", Givens.residentId("451481", "19750505", 217), "01",
                Map.of("mandarin", true, "allowance", false, "disability_kind", "4"));
    }

    @Test
    void aRunOpensFindingsAndEndsThoseThatAreMended() {
        run(Api.COUNTY, VILLAGE);
        assertThat(open(Api.COUNTY)).containsExactlyInAnyOrder("spouse-of-same-sex Q1", "head-twice-in-village Q2",
                "head-twice-in-village Q3", "disability-kind-of-healthy Q3");

        jdbc.sql("update membership m join person p on p.id = m.person_id set m.relation = '99' where p.number = 'Q1-2'")
                .update();
        var second = run(Api.COUNTY, VILLAGE);

        assertThat(open(Api.COUNTY)).doesNotContain("spouse-of-same-sex Q1").hasSize(3);
        assertThat(second.path("opened").asInt()).isZero();
        assertThat(second.path("closed").asInt()).isEqualTo(1);
        var fixed = list(Api.COUNTY, "&state=FIXED").path(0);
        assertThat(fixed.path("rule").asString()).isEqualTo("spouse-of-same-sex");
        assertThat(fixed.path("fixedOn").asString()).isEqualTo(LocalDate.now(clock).toString());

        jdbc.sql("update membership m join person p on p.id = m.person_id set m.relation = '02' where p.number = 'Q1-2'")
                .update();
        run(Api.COUNTY, VILLAGE);
        var back = finding("spouse-of-same-sex");
        assertThat(back.path("timesBack").asInt()).isEqualTo(1);
        assertThat(back.path("timesSeen").asInt()).isEqualTo(2);
        assertThat(back.path("message").asString()).contains("户主与配偶性别相同");
    }

    @Test
    void whoAsksTheSameThingAgainIsCountedOnceADay() {
        run(Api.COUNTY, VILLAGE);
        var id = finding("spouse-of-same-sex").path("id").asString();

        assertThat(assign(id, "clerk").path("timesAsked").asInt()).isEqualTo(1);
        assertThat(assign(id, "clerk").path("timesAsked").asInt()).isEqualTo(1);
        jdbc.sql("insert into finding_asking (finding_id, rule, household_id, person_key, field, account, asked_by, asked_at)"
                + " select id, rule, household_id, person_key, field, 'clerk', 'town', '2020-01-01' from finding where id = ?")
                .param(id).update();
        assertThat(assign(id, "clerk").path("timesAsked").asInt()).isEqualTo(2);
        assertThat(assign(id, "other").path("timesAsked").asInt()).isEqualTo(1);
        assertThat(api.put(Api.CLERK, "/findings/" + id + "/assignment", "{\"account\":\"x\"}").status()).isEqualTo(403);
    }

    @Test
    void anExemptionLastsUntilItsDayAndIsNotGivenByWhoCausedTheFinding() {
        run(Api.COUNTY, VILLAGE);
        var id = finding("head-twice-in-village").path("id").asString();
        var until = LocalDate.now(clock).plusDays(30);
        var body = "{\"until\":\"%s\",\"reason\":\"双胞胎\"}".formatted(until);

        jdbc.sql("update household set changed_by = 'town' where village = ?").param(VILLAGE).update();
        assertThat(api.put(Api.TOWN, "/findings/" + id + "/exemption", body).problem()).isEqualTo("finding-caused-by-caller");
        assertThat(api.put(Api.COUNTY, "/findings/" + id + "/exemption", body.replace(until.toString(), "2099-01-01")).problem())
                .isEqualTo("exemption-too-long");
        assertThat(api.put(Api.COUNTY, "/findings/" + id + "/exemption", body).json().path("state").asString())
                .isEqualTo("EXEMPT");
        run(Api.COUNTY, VILLAGE);
        assertThat(api.get(Api.COUNTY, "/findings/" + id).json().path("state").asString()).isEqualTo("EXEMPT");

        jdbc.sql("update finding set exempt_until = '2020-01-01' where id = ?").param(id).update();
        run(Api.COUNTY, VILLAGE);
        assertThat(api.get(Api.COUNTY, "/findings/" + id).json().path("state").asString()).isEqualTo("OPEN");
        assertThat(api.send(Api.COUNTY, "DELETE", "/findings/" + id + "/exemption", null).problem())
                .isEqualTo("finding-in-other-state");
    }

    @Test
    void whatTellsOfHealthIsForThoseWhoMayReadIt() {
        run(Api.COUNTY, VILLAGE);
        var clerk = TestToken.person("clerk").grant("village-clerk", "rural-affairs", VILLAGE);

        assertThat(open(clerk)).contains("spouse-of-same-sex Q1").doesNotContain("disability-kind-of-healthy Q3");
        assertThat(open(Api.TOWN)).contains("disability-kind-of-healthy Q3");
        assertThat(api.get(Api.COUNTY, "/finding-counts?area=" + VILLAGE).body()).contains("disability-kind-of-healthy");
        assertThat(api.get(clerk, "/finding-counts?area=" + VILLAGE).body()).doesNotContain("disability-kind-of-healthy");
    }

    @Test
    void aPersonWithAMistypedNumberIsFoundInTheOtherHousehold() {
        givens.member("Q1", "Q1-9", "覃三", Givens.residentId("451481", "19750505", 213), "99", Map.of()); // 215 of Q2's head mistyped

        run(Api.COUNTY, VILLAGE);

        assertThat(open(Api.COUNTY)).contains("person-twice-in-village Q1");
        givens.forget("Q1");
        run(Api.COUNTY, VILLAGE);
        assertThat(open(Api.COUNTY)).doesNotContain("person-twice-in-village Q1");
    }

    @Test
    void phonesAreComparedAcrossHouseholdsAndCounties() {
        givens.forget("Q9");
        givens.household("Q9", "451423100200", Map.of("data_year", 2023));
        jdbc.sql("update household h join household o on o.number = 'Q9' set h.phone_digest = o.phone_digest, h.data_year = 2023"
                + " where h.number = 'Q1'").update();
        jdbc.sql("update household set phone = null where number = 'Q9'").update();

        run(Api.COUNTY, VILLAGE);

        assertThat(open(Api.COUNTY)).contains("household-phone-shared Q1", "phone-in-other-county Q1");
        givens.forget("Q9");
        run(Api.COUNTY, VILLAGE);
        assertThat(open(Api.COUNTY)).doesNotContain("phone-in-other-county Q1");
    }

    @Test
    void theCatalogueIsReadInTheReadersLanguage() {
        var rules = api.get(Api.CLERK, "/rules").json();

        assertThat(rules.size()).isGreaterThan(190);
        assertThat(rules.path(0).path("text").asString()).contains("证件号码");
    }

    private JsonNode run(TestToken as, String area) {
        var id = api
                .post(as, "/quality-runs", "{\"area\":\"%s\"}".formatted(area), "Idempotency-Key", UUID.randomUUID().toString())
                .json().path("id").asString();
        return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(100))
                .until(() -> api.get(as, "/quality-runs/" + id).json(), run -> run.path("state").asString().equals("DONE"));
    }

    private List<String> open(TestToken as) {
        return list(as, "").valueStream()
                .map(finding -> finding.path("rule").asString() + " " + finding.path("household").asString()).toList();
    }

    private JsonNode list(TestToken as, String filter) {
        return api.get(as, "/findings?area=" + VILLAGE + filter).json().path("items");
    }

    private JsonNode finding(String rule) {
        return list(Api.COUNTY, "&rule=" + rule).path(0);
    }

    private JsonNode assign(String id, String account) {
        return api.put(Api.TOWN, "/findings/" + id + "/assignment", "{\"account\":\"%s\"}".formatted(account)).json();
    }
}
