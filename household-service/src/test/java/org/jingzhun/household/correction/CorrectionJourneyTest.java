package org.jingzhun.household.correction;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Corrections as officers make them, with everything behind them. */
@HouseholdServiceTest
class CorrectionJourneyTest {

    private static final String OLD_ID = Givens.residentId("451481", "19700101", 51);
    private static final String NEW_ID = Givens.residentId("451481", "19700110", 53);
    private static final String OTHERS_ID = Givens.residentId("451481", "19700120", 55);

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aHousehold() {
        givens.forget("K1");
        givens.forget("K2");
        givens.household("K1", "451481101208", Map.of("income_per_head", "5000.00"));
        givens.member("K1", "K1-1", "农大海", OLD_ID, "01", givens.phone("K1-1", "13800138051"));
        givens.member("K1", "K1-2", "梁美", Givens.residentId("451481", "19720202", 52), "02", Map.of());
        givens.member("K1", "K1-3", "农小海", Givens.residentId("451481", "20030303", 53), "03", Map.of());
        givens.household("K2", "451481101208", Map.of());
        givens.member("K2", "K2-1", "农大河", OTHERS_ID, "01", Map.of());
    }

    @Test
    void anOrdinaryFieldIsChangedAtOnceAndThePastIsKept() {
        var before = tag();
        var entered = correct(Api.TOWN, before, "\"field\":\"hamlet\",\"value\":\"板旺屯\"");

        assertThat(entered.status()).isEqualTo(201);
        assertThat(entered.json().path("state").asString()).isEqualTo("APPLIED");
        assertThat(entered.location()).contains("/api/household/v1/corrections/" + entered.json().path("id").asString());
        assertThat(household().path("hamlet").asString()).isEqualTo("板旺屯");
        assertThat(tag()).isNotEqualTo(before);
        var second = correct(Api.TOWN, tag(), "\"field\":\"hamlet\",\"value\":null").json();
        var change = second.path("changes").get(0);
        assertThat(change.path("oldValue").asString()).isEqualTo("板旺屯");
        assertThat(change.path("newValue").isNull()).isTrue();
        assertThat(jdbc.sql("select changed_by from household where number = 'K1'").query(String.class).single())
                .isEqualTo("town");
        assertThat(jdbc.sql("select version from household where number = 'K1'").query(Integer.class).single()).isEqualTo(2);
        assertThat(audited(second.path("id").asString())).containsExactly("correction.applied");
    }

    @Test
    void aFieldOfFourEyesWaitsForASecondOfficer() {
        var entered = correct(Api.COUNTY, tag(), "\"field\":\"type\",\"value\":\"2\"").json();
        var id = entered.path("id").asString();

        assertThat(entered.path("state").asString()).isEqualTo("PENDING");
        assertThat(household().path("type").asString()).isEqualTo("1");
        assertThat(api.put(Api.COUNTY, "/corrections/" + id + "/approval", null).problem()).isEqualTo("second-officer-required");
        assertThat(api.put(Api.TOWN, "/corrections/" + id + "/approval", null).status()).isEqualTo(403);
        assertThat(pending()).contains(id);

        var approved = api.put(Api.COUNTY2, "/corrections/" + id + "/approval", null);

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.json().path("state").asString()).isEqualTo("APPLIED");
        assertThat(approved.json().path("decidedBy").asString()).isEqualTo("county2");
        assertThat(household().path("type").asString()).isEqualTo("2");
        assertThat(pending()).doesNotContain(id);
        assertThat(api.put(Api.COUNTY2, "/corrections/" + id + "/approval", null).problem()).isEqualTo("correction-decided");
        assertThat(audited(id)).containsExactly("correction.entered", "correction.approved");
    }

    @Test
    void aRefusedCorrectionChangesNothingAndSaysWhy() {
        var id = correct(Api.TOWN, tag(), "\"field\":\"incomePerHead\",\"value\":9000").json().path("id").asString();

        var refused = api.put(Api.COUNTY, "/corrections/" + id + "/refusal", "{\"reason\":\"无收入证明\"}");

        assertThat(refused.json().path("state").asString()).isEqualTo("REFUSED");
        assertThat(api.get(Api.TOWN, "/corrections/" + id).json().path("refusal").asString()).isEqualTo("无收入证明");
        assertThat(household().path("incomePerHead").decimalValue()).isEqualByComparingTo("5000");
        assertThat(api.put(Api.COUNTY, "/corrections/" + id + "/approval", null).problem()).isEqualTo("correction-decided");
        assertThat(api.put(Api.COUNTY, "/corrections/" + id + "/refusal", "{\"reason\":\"  \"}").status()).isEqualTo(400);
    }

    @Test
    void aValueThatChangedMeanwhileIsNotOverwritten() {
        var first = correct(Api.TOWN, tag(), "\"field\":\"type\",\"value\":\"2\"").json().path("id").asString();
        var second = correct(Api.TOWN, tag(), "\"field\":\"type\",\"value\":\"3\"").json().path("id").asString();

        assertThat(api.put(Api.COUNTY, "/corrections/" + first + "/approval", null).status()).isEqualTo(200);
        var late = api.put(Api.COUNTY, "/corrections/" + second + "/approval", null);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("value-changed-meanwhile");
        assertThat(household().path("type").asString()).isEqualTo("2");
        assertThat(api.get(Api.TOWN, "/corrections/" + second).json().path("state").asString()).isEqualTo("PENDING");
    }

    @Test
    void twoOfficersAtTheSameInstantDecideOnce() throws Exception {
        for (int round = 0; round < 5; round++) {
            var type = round % 2 == 0 ? "2" : "1";
            var id = correct(Api.TOWN, tag(), "\"field\":\"type\",\"value\":\"%s\"".formatted(type)).json().path("id").asString();
            var start = new CountDownLatch(1);
            List<Future<Integer>> answers;
            try (var officers = Executors.newVirtualThreadPerTaskExecutor()) {
                answers = List.of(Api.COUNTY, Api.COUNTY2).stream().map(officer -> officers.submit(() -> {
                    start.await();
                    return api.put(officer, "/corrections/" + id + "/approval", null).status();
                })).toList();
                start.countDown();
            }
            assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 409);
            assertThat(household().path("type").asString()).isEqualTo(type);
            assertThat(audited(id)).containsExactly("correction.entered", "correction.approved");
        }
    }

    @Test
    void twoOfficersWhoReadTheSameStateDoNotOverwriteEachOther() {
        var seen = tag();

        assertThat(correct(Api.TOWN, seen, "\"field\":\"hamlet\",\"value\":\"甲屯\"").status()).isEqualTo(201);
        assertThat(correct(Api.COUNTY, seen, "\"field\":\"hamlet\",\"value\":\"乙屯\"").status()).isEqualTo(412);
        assertThat(api.post(Api.COUNTY, "/corrections",
                "{\"household\":\"K1\",\"field\":\"hamlet\",\"value\":\"乙屯\",\"reason\":\"核实\"}",
                "Idempotency-Key", key()).status()).isEqualTo(428);
        assertThat(household().path("hamlet").asString()).isEqualTo("甲屯");
    }

    @Test
    void aRepeatedRequestIsAnsweredAlikeAndDoneOnce() {
        var key = key();
        var body = "{\"household\":\"K1\",\"field\":\"hamlet\",\"value\":\"丙屯\",\"reason\":\"核实\"}";
        var seen = tag();

        var first = api.post(Api.TOWN, "/corrections", body, "Idempotency-Key", key, "If-Match", seen);
        var again = api.post(Api.TOWN, "/corrections", body, "Idempotency-Key", key, "If-Match", seen);
        var other = api.post(Api.TOWN, "/corrections", body.replace("丙", "丁"), "Idempotency-Key", key, "If-Match", tag());

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(api.post(Api.TOWN, "/corrections", body, "If-Match", tag()).status()).isEqualTo(400);
        assertThat(jdbc.sql(
                "select count(*) from correction where household = 'K1' and entered_at >= (select entered_at from correction where number = ?)")
                .param(first.json().path("id").asString()).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aResidentIdIsEncryptedInTheCorrectionAndBirthAndSexFollowIt() {
        var id = correct(Api.TOWN, tag(), "\"person\":\"K1-1\",\"field\":\"residentId\",\"value\":\"%s\"".formatted(NEW_ID))
                .json();

        assertThat(id.path("changes").toString()).contains("4514**********").doesNotContain(OLD_ID, NEW_ID);
        var row = jdbc.sql("""
                select coalesce(old_value, ''), coalesce(new_value, ''), hex(old_cipher), hex(new_cipher), field
                  from correction_change c join correction k on k.id = c.correction_id where k.number = ?
                """).param(id.path("id").asString())
                .query((it, n) -> it.getString(1) + it.getString(2) + "|" + it.getString(3) + it.getString(4))
                .single();
        assertThat(row).startsWith("|").hasSizeGreaterThan(100).doesNotContain(OLD_ID, NEW_ID);

        assertThat(api.put(Api.COUNTY, "/corrections/" + id.path("id").asString() + "/approval", null).status()).isEqualTo(200);

        assertThat(household().path("members").get(0).path("birthDate").asString()).isEqualTo("1970-01-10");
        var shown = api.post(Api.TOWN, "/persons/K1-1/unmaskings", "{\"field\":\"residentId\",\"purpose\":\"核对\"}");
        assertThat(shown.json().path("value").asString()).isEqualTo(NEW_ID);
        var found = api.post(Api.TOWN, "/person-searches", "{\"residentId\":\"%s\",\"purpose\":\"核对\"}".formatted(NEW_ID)).json();
        assertThat(found.path("items").get(0).path("person").asString()).isEqualTo("K1-1");
    }

    @Test
    void anIdOfSomebodyElseIsRefusedWithoutSayingWhose() {
        var refused = correct(Api.TOWN, tag(),
                "\"person\":\"K1-1\",\"field\":\"residentId\",\"value\":\"%s\"".formatted(OTHERS_ID));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("registered-elsewhere");
        assertThat(refused.body()).doesNotContain("K2", "农大河", OTHERS_ID);
    }

    @Test
    void aHouseholdKeepsExactlyOneHeadHh6() {
        var none = correct(Api.TOWN, tag(), "\"person\":\"K1-1\",\"field\":\"relation\",\"value\":\"99\"");
        var two = correct(Api.TOWN, tag(), "\"person\":\"K1-3\",\"field\":\"relation\",\"value\":\"01\"");
        var spouses = correct(Api.TOWN, tag(), "\"person\":\"K1-3\",\"field\":\"relation\",\"value\":\"02\"");

        assertThat(List.of(none, two, spouses)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("register-rules-broken");
        });
        assertThat(none.body()).contains("\"no-head\"");
        assertThat(two.body()).contains("\"two-heads\"");
        assertThat(spouses.body()).contains("\"two-spouses\"");
    }

    @Test
    void aNewHeadComesWithTheRelationsToHimAndNeedsFourEyes() {
        var entered = correct(Api.TOWN, tag(), """
                "person":"K1-3","field":"relation","value":"01","together":[
                {"person":"K1-1","field":"relation","value":"11"},{"person":"K1-2","field":"relation","value":"12"}]""");
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.json().path("state").asString()).isEqualTo("PENDING");

        assertThat(api.put(Api.COUNTY, "/corrections/" + entered.json().path("id").asString() + "/approval", null).status())
                .isEqualTo(200);

        assertThat(household().path("members").valueStream()
                .map(it -> it.path("number").asString() + it.path("relation").asString()))
                .containsExactly("K1-301", "K1-111", "K1-212");
    }

    @Test
    void fieldsThatExcludeEachOtherAreCorrectedTogetherHh7() {
        var both = correct(Api.TOWN, tag(), "\"person\":\"K1-3\",\"field\":\"schoolStatus\",\"value\":\"21\"");
        assertThat(both.body()).contains("\"education-and-school-both\"");

        var student = correct(Api.TOWN, tag(), """
                "person":"K1-3","field":"schoolStatus","value":"21","together":[
                {"person":"K1-3","field":"education","value":null},{"person":"K1-3","field":"labour","value":"5"}]""");

        assertThat(student.status()).as(student.body()).isEqualTo(201);
        assertThat(household().path("members").get(2).path("schoolStatus").asString()).isEqualTo("21");
    }

    @ParameterizedTest(name = "{0} {1} = {2}: {3}")
    @CsvSource(delimiter = '|', value = {"K1-1 | ethnicity | \"999\" | /value", "K1-1 | name | null | /value",
            "K1-1 | sex | \"2\" | /field",
            " | type | \"1234\" | /value", "K1-1 | type | \"2\" | /person", " | name | \"李\" | /person",
            "K2-1 | name | \"李四\" | /person",
            "K1-1 | phone | \"1380013805\" | /value", " | dangerousHouse | \"是\" | /value", " | incomePerHead | 1.005 | /value",
            " | firstIdentifiedOn | \"2999-01-01\" | /value", "K1-1 | workMonths | 13 | /value",
            "K1-1 | residentId | \"451481190001010012\" | /value", "K1-1 | health | [] | /value"})
    void whatCannotBeIsRefusedAtItsPlace(String person, String field, String value, String pointer) {
        var refused = correct(Api.TOWN, tag(), (person == null || person.isBlank() ? "" : "\"person\":\"%s\",".formatted(person))
                + "\"field\":\"%s\",\"value\":%s".formatted(field, value));

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("correction-not-valid");
        assertThat(refused.json().path("errors").get(0).path("pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void whoMayNotSeeAFieldCannotCorrectItNorReadItsCorrection() {
        var clerk = TestToken.person("clerk").grant("village-clerk", "rural-affairs", "451481101208");
        var refused = correct(clerk, tag(), "\"person\":\"K1-1\",\"field\":\"health\",\"value\":[\"2\"]");
        assertThat(refused.problem()).isEqualTo("sensitive-withheld");

        var id = correct(Api.TOWN, tag(), "\"person\":\"K1-1\",\"field\":\"health\",\"value\":[\"3\",\"2\"]").json();
        assertThat(id.path("changes").get(0).path("newValue").asString()).isEqualTo("2,3");

        var seen = api.get(clerk, "/corrections/" + id.path("id").asString()).json().path("changes").get(0);
        assertThat(seen.path("withheld").asBoolean()).isTrue();
        assertThat(seen.path("newValue").isNull()).isTrue();
    }

    @Test
    void nothingIsCorrectedWhereNothingChangesOrTheCallerMayNotLook() {
        assertThat(correct(Api.TOWN, tag(), "\"field\":\"type\",\"value\":\"1\"").problem()).isEqualTo("nothing-to-correct");
        assertThat(correct(Api.NEIGHBOUR, tag(), "\"field\":\"hamlet\",\"value\":\"甲屯\"").status()).isEqualTo(404);
        var id = correct(Api.TOWN, tag(), "\"field\":\"type\",\"value\":\"2\"").json().path("id").asString();
        var longzhou = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");
        assertThat(api.get(Api.NEIGHBOUR, "/corrections/" + id).status()).isEqualTo(404);
        assertThat(api.put(longzhou, "/corrections/" + id + "/approval", null).status()).isEqualTo(404);
        assertThat(api.put(longzhou, "/corrections/" + id + "/refusal", "{\"reason\":\"x\"}").status()).isEqualTo(404);
    }

    private Api.Answer correct(TestToken as, String tag, String fields) {
        return api.post(as, "/corrections",
                "{\"household\":\"K1\",%s,\"reason\":\"入户核实\",\"evidence\":\"户口簿\"}".formatted(fields),
                "Idempotency-Key", key(), "If-Match", tag);
    }

    private String tag() {
        return api.get(Api.COUNTY, "/households/K1").etag().orElseThrow();
    }

    private JsonNode household() {
        return api.get(Api.COUNTY, "/households/K1").json();
    }

    private List<String> pending() {
        return api.get(Api.COUNTY, "/corrections?area=451481101208&state=PENDING&limit=500").json().path("items").valueStream()
                .map(it -> it.path("id").asString()).toList();
    }

    private List<String> audited(String correction) {
        return jdbc.sql("select action from audit_entry where detail like ? order by id").param("%" + correction + "%")
                .query(String.class).list();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
