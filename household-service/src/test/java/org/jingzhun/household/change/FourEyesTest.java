package org.jingzhun.household.change;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What needs a second officer: by default, and where a county says so. */
@HouseholdServiceTest
class FourEyesTest {

    private static final TestToken CITY = TestToken.person("city").grant("city-officer", "rural-affairs", "4514");

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    /** HEAD, SPOUSE, SON, OTHER and ABROAD stand for numbers, VILLAGE and ABROAD_VILLAGE for codes. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"change-type | ,\"values\":{\"type\":\"2\"} | PENDING",
            "change-head | ,\"relations\":[SON 01,HEAD 11,SPOUSE 12] | PENDING",
            "split-household | ,\"members\":[SON 01] | PENDING",
            "merge-households | ,\"mergedHousehold\":\"OTHER\",\"members\":[OTHER-1 21,OTHER-2 99,OTHER-3 24] | PENDING",
            "remove-household | ,\"removalReason\":\"4\" | PENDING",
            "remove-member | ,\"person\":\"SON\",\"leaveReason\":\"09\" | PENDING",
            "remove-member | ,\"person\":\"SON\",\"leaveReason\":\"10\" | PENDING",
            "remove-member | ,\"person\":\"SON\",\"leaveReason\":\"01\" | APPLIED",
            "remove-member | ,\"person\":\"HEAD\",\"leaveReason\":\"01\",\"relations\":[SON 01,SPOUSE 12] | PENDING",
            "move-household | ,\"toVillage\":\"451481101201\" | APPLIED",
            "move-household | ,\"toVillage\":\"ABROAD_VILLAGE\" | PENDING",
            "transfer-member | ,\"person\":\"SON\",\"toHousehold\":\"OTHER\",\"relation\":\"99\",\"leaveReason\":\"02\",\"joinReason\":\"03\" | APPLIED",
            "transfer-member | ,\"person\":\"SON\",\"toHousehold\":\"ABROAD\",\"relation\":\"99\",\"leaveReason\":\"02\",\"joinReason\":\"03\" | PENDING",
            "correct-fields | ,\"corrections\":[{\"field\":\"hamlet\",\"value\":\"甲屯\"}] | APPLIED",
            "correct-fields | ,\"corrections\":[{\"field\":\"poorKind\",\"value\":\"2\"}] | PENDING",
            "correct-fields | ,\"corrections\":[{\"field\":\"incomePerHead\",\"value\":1}] | PENDING",
            "correct-fields | ,\"corrections\":[{\"person\":\"SON\",\"field\":\"name\",\"value\":\"农中\"}] | APPLIED",
            "correct-fields | ,\"corrections\":[{\"person\":\"SON\",\"field\":\"relation\",\"value\":\"99\"}] | APPLIED"})
    void byDefault(String action, String payload, String state) {
        var family = Family.in(Family.VILLAGE, api, givens);
        var other = Family.in(Family.VILLAGE, api, givens);
        var abroadVillage = jdbc.sql("select code from division where code like '451423%' and level = 'VILLAGE' limit 1")
                .query(String.class).single();
        var abroad = Family.in(abroadVillage, api, givens);
        var body = payload.replaceAll("([A-Z0-9-]+) (\\d\\d)", "{\"person\":\"$1\",\"relation\":\"$2\"}")
                .replace("HEAD", family.head)
                .replace("SPOUSE", family.spouse).replace("SON", family.son).replace("OTHER", other.number)
                .replace("ABROAD_VILLAGE", abroadVillage).replace("ABROAD", abroad.number);

        var entered = family.change(Api.TOWN, action, Family.DAY, body);

        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.json().path("state").asString()).isEqualTo(state);
        assertThat(entered.json().path("fourEyes").asBoolean()).isEqualTo(state.equals("PENDING"));
    }

    @Test
    void nobodyApprovesWhatHeEnteredAndNobodyWithoutTheRight() {
        var family = Family.in(Family.VILLAGE, api, givens);
        var entered = family.change(Api.COUNTY, "change-type", Family.DAY, ",\"values\":{\"type\":\"2\"}");

        assertThat(family.approve(Api.COUNTY, entered).problem()).isEqualTo("second-officer-required");
        assertThat(family.approve(Api.TOWN, entered).status()).isEqualTo(403);
        assertThat(family.approve(Api.COUNTY2, entered).json().path("decidedBy").asString()).isEqualTo("county2");
        assertThat(family.approve(Api.COUNTY2, entered).problem()).isEqualTo("change-decided");
        assertThat(jdbc.sql("select concat(entered_by, approved_by) from register_event where household = ?").param(family.number)
                .query(String.class).single()).isEqualTo("countycounty2");
    }

    @Test
    void longAgoNeedsASecondOfficer() {
        var family = Family.in(Family.VILLAGE, api, givens);

        var entered = family.change(Api.TOWN, "remove-member", "2018-02-03",
                ",\"person\":\"%s\",\"leaveReason\":\"01\"".formatted(family.son));

        assertThat(entered.json().path("state").asString()).as(entered.body()).isEqualTo("PENDING");
    }

    @Test
    void aCountyNamesWhatElseNeedsTwoUntilItEndsTheRule() {
        var family = Family.in("451481102201", api, givens);
        var rule = """
                {"area":"%s","matter":"field:sanitaryToilet","validFrom":"2020-01-01","source":"凭乡振发〔2024〕3号"}
                """;
        assertThat(api.post(Api.COUNTY, "/four-eyes-rules", rule.formatted("451423"), "Idempotency-Key", Family.key()).status())
                .isEqualTo(403);
        assertThat(api.post(Api.TOWN, "/four-eyes-rules", rule.formatted("451481102"), "Idempotency-Key", Family.key()).status())
                .isEqualTo(403);
        var unknown = api.post(Api.COUNTY, "/four-eyes-rules", rule.formatted("451481102").replace("sanitaryToilet", "nothing"),
                "Idempotency-Key", Family.key());
        assertThat(unknown.problem()).isEqualTo("change-not-valid");

        var added = api.post(Api.COUNTY, "/four-eyes-rules", rule.formatted("451481102"), "Idempotency-Key", Family.key());
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        var number = added.location().orElseThrow().replaceAll(".*/", "");
        assertThat(api.get(Api.COUNTY, "/four-eyes-rules?area=451481102&limit=500").body()).contains(number, "\"area\":\"\"");
        assertThat(family.correct(Api.COUNTY, "{\"field\":\"sanitaryToilet\",\"value\":true}").json().path("state").asString())
                .isEqualTo("PENDING");
        assertThat(
                Family.in(Family.VILLAGE, api, givens).correct(Api.COUNTY, "{\"field\":\"sanitaryToilet\",\"value\":true}").json()
                        .path("state").asString())
                .isEqualTo("APPLIED");

        assertThat(api.put(CITY, "/four-eyes-rules/" + number + "/end", "{\"on\":\"%s\"}".formatted(Family.ago(0))).status())
                .isEqualTo(403);
        assertThat(api.put(Api.COUNTY2, "/four-eyes-rules/F001/end", "{\"on\":\"%s\"}".formatted(Family.ago(0))).status())
                .isEqualTo(404);
        var ended = api.put(Api.COUNTY2, "/four-eyes-rules/" + number + "/end", "{\"on\":\"%s\"}".formatted(Family.ago(0)));
        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        assertThat(family.correct(Api.COUNTY, "{\"field\":\"sanitaryToilet\",\"value\":true}").json().path("state").asString())
                .isEqualTo("APPLIED");
    }
}
