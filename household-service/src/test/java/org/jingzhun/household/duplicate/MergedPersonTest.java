package org.jingzhun.household.duplicate;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.Merges;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.Givens.residentId;

/** Where the number and the resident ID of MP-B1 lead, who was merged into MP-A1. */
@HouseholdServiceTest
class MergedPersonTest {

    private static final TestToken LONGZHOU = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");
    private static final String OLD_ID = residentId("451481", "19610203", 51);

    @Autowired
    Clock clock;

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    Merges merges;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void merged() {
        givens.forgetAll();
        givens.household("MP-A", "451481101213", Map.of());
        givens.member("MP-A", "MP-A1", "韦并入", residentId("451481", "19610203", 53), "01", Map.of());
        givens.household("MP-B", "451481101213", Map.of());
        givens.member("MP-B", "MP-B0", "韦户主", residentId("451481", "19630203", 55), "01", Map.of());
        givens.member("MP-B", "MP-B1", "韦并入", OLD_ID, "99", Map.of());
        merges.merge("MP-B1", "MP-A1");
    }

    @Test
    void aReadSaysWhoStays() {
        var now = api.get(Api.COUNTY, "/persons/MP-B1").json();
        assertThat(now.path("mergedInto").asString()).isEqualTo("MP-A1");
        assertThat(now.path("household").isNull()).isTrue();
        assertThat(api.get(Api.COUNTY, "/persons/MP-A1").json().has("mergedInto")).isFalse();

        var before = api.get(Api.COUNTY, "/persons/MP-B1?asOf=2020-01-01").json();
        assertThat(before.has("mergedInto")).isFalse();
        assertThat(before.path("household").path("number").asString()).isEqualTo("MP-B");

        jdbc.sql("update household set village = '451423100201' where number = 'MP-A'").update();
        var elsewhere = api.get(Api.COUNTY, "/persons/MP-B1");
        assertThat(elsewhere.json().path("mergedElsewhere").asBoolean()).isTrue();
        assertThat(elsewhere.body()).doesNotContain("MP-A", "451423");
    }

    @Test
    void aSearchByTheOldNumberOrIdFindsWhoStays() {
        for (var key : new String[]{"\"personNumber\":\"MP-B1\"", "\"residentId\":\"" + OLD_ID + "\""}) {
            var found = search(Api.COUNTY, key);
            assertThat(found.size()).as(key).isEqualTo(1);
            assertThat(found.path(0).path("person").asString()).isEqualTo("MP-A1");
            assertThat(found.path(0).path("mergedFrom").asString()).isEqualTo("MP-B1");
            assertThat(search(LONGZHOU, key).size()).isZero();
        }
        assertThat(search(Api.COUNTY, "\"personNumber\":\"MP-A1\"").path(0).has("mergedFrom")).isFalse();
        assertThat(search(Api.COUNTY, "\"personNumber\":\"MP-B1\",\"ageFrom\":100").size()).isZero();
    }

    @Test
    void nobodyJoinsUnderTheOldNumber() {
        var answer = change("MP-B", "add-member", ",\"member\":{\"person\":\"MP-B1\",\"relation\":\"99\",\"joinReason\":\"07\"}");

        assertThat(answer.problem()).as(answer.body()).isEqualTo("change-not-valid");
        assertThat(answer.body()).contains("/member/person").contains("MP-A1");
        jdbc.sql("update household set village = '451423100201' where number = 'MP-A'").update();
        assertThat(change("MP-B", "add-member", ",\"member\":{\"person\":\"MP-B1\",\"relation\":\"99\",\"joinReason\":\"07\"}")
                .body())
                .contains("/member/person").doesNotContain("MP-A1");
    }

    @Test
    void aCorrectionOfTheOldNumberNamesTheNewOne() {
        var answer = change("MP-B", "correct-fields",
                ",\"corrections\":[{\"person\":\"MP-B1\",\"field\":\"education\",\"value\":\"4\"}]");

        assertThat(answer.problem()).isEqualTo("change-not-valid");
        assertThat(answer.body()).contains("MP-A1");
    }

    @Test
    void nobodyIsNewUnderTheOldIdAndTheCountyOfWhoStaysIsTold() {
        jdbc.sql("update household set village = '451423100201' where number = 'MP-A'").update();

        var answer = change("MP-B", "add-member", """
                ,"member":{"relation":"99","joinReason":"07","values":{"name":"韦并入","residentId":"%s","ethnicity":"08","health":["1"],
                "education":"3","labour":"1"}}""".formatted(OLD_ID));

        assertThat(answer.problem()).isEqualTo("registered-elsewhere");
        assertThat(answer.body()).doesNotContain("MP-A", "451423");
        var notice = api.get(LONGZHOU, "/duplicate-notices").json().path("items").path(0);
        assertThat(notice.path("subject").asString()).isEqualTo("MP-A1");
        assertThat(notice.path("claimedBy").asString()).isEqualTo("451481");
    }

    @Test
    void whatWasEnteredBeforeTheMergeIsInConflictAfterIt() {
        var pending = change("MP-B", "correct-fields",
                ",\"corrections\":[{\"person\":\"MP-B0\",\"field\":\"residentId\",\"value\":\"%s\"}]"
                        .formatted(residentId("451481", "19630203", 59)));
        assertThat(pending.json().path("state").asString()).as(pending.body()).isEqualTo("PENDING");
        jdbc.sql("update membership m join person p on p.id = m.person_id set relation = '02' where number = 'MP-A1'").update();
        givens.member("MP-A", "MP-A0", "韦新主", residentId("451481", "19660203", 61), "01", Map.of());
        merges.merge("MP-B0", "MP-A1");

        var decided = api.put(Api.COUNTY2, "/changes/" + pending.json().path("number").asString() + "/approval", null);

        assertThat(decided.problem()).as(decided.body()).isEqualTo("changed-under-the-change");
    }

    private JsonNode search(TestToken as, String key) {
        var answer = api.post(as, "/person-searches", "{" + key + ",\"purpose\":\"test\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items");
    }

    private Api.Answer change(String household, String action, String payload) {
        var tag = api.get(Api.COUNTY, "/households/" + household).etag().orElseThrow();
        return api.post(Api.COUNTY, "/changes", """
                {"action":"%s","household":"%s","effectiveOn":"%s","reason":"入户核实","evidence":"户口簿"%s}
                """.formatted(action, household, LocalDate.now(clock), payload), "Idempotency-Key", UUID.randomUUID().toString(),
                "If-Match", tag);
    }
}
