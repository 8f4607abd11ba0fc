package org.jingzhun.household.change;

import java.util.List;
import java.util.stream.StreamSupport;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The answer of a change tells what the rules warn of afterwards, and not before. */
@HouseholdServiceTest
class WarningsTest {

    private static final TestToken CLERK = TestToken.person("clerk").grant("village-clerk", "rural-affairs", Family.VILLAGE);

    @Autowired
    Givens givens;
    @Autowired
    Api api;

    Family family;

    @BeforeEach
    void aFamily() {
        family = Family.in(Family.VILLAGE, api, givens);
    }

    @Test
    void aChangeIsAppliedAndItsWarningsAreTold() {
        var entered = corrected("{\"field\":\"safeWater\",\"value\":true},{\"field\":\"waterDifficulty\",\"value\":true}");

        assertThat(entered.path("state").asString()).isEqualTo("APPLIED");
        assertThat(rules(entered)).containsExactly("safe-water-contradicts-difficulty");
        var warning = entered.path("warnings").path(0);
        assertThat(warning.path("detail").asString()).contains("饮水");
        assertThat(warning.path("field").asString()).isEqualTo("waterDifficulty");
        assertThat(warning.path("household").asString()).isEqualTo(family.number);
        assertThat(rules(change(entered))).containsExactly("safe-water-contradicts-difficulty");

        assertThat(corrected("{\"field\":\"hamlet\",\"value\":\"板旺屯\"}").has("warnings")).isFalse();
    }

    @Test
    void warningsOfWhatWaitsForASecondOfficerAreToldBeforeAndAfter() {
        var entered = corrected(
                "{\"field\":\"residentId\",\"person\":\"%s\",\"value\":\"%s\"}".formatted(family.son, Family.id("1970")));

        assertThat(entered.path("state").asString()).isEqualTo("PENDING");
        assertThat(rules(entered)).contains("birth-date-changed", "child-too-old-for-head");
        var approved = api.put(Api.COUNTY2, "/changes/" + entered.path("number").asString() + "/approval", null).json();
        assertThat(approved.path("state").asString()).isEqualTo("APPLIED");
        assertThat(rules(approved)).isEqualTo(rules(entered));
    }

    @Test
    void whatTellsOfHealthIsToldToThoseWhoMayReadIt() {
        var entered = corrected("{\"field\":\"health\",\"person\":\"%s\",\"value\":[\"4\"]},".formatted(family.son)
                + "{\"field\":\"mandarin\",\"person\":\"%s\",\"value\":true}".formatted(family.son));

        assertThat(rules(entered)).contains("disability-kind-missing");
        var seen = api.get(CLERK, "/changes/" + entered.path("number").asString());
        assertThat(seen.status()).isEqualTo(200);
        assertThat(rules(seen.json())).doesNotContain("disability-kind-missing");
    }

    private JsonNode corrected(String corrections) {
        var entered = family.correct(Api.COUNTY, corrections);
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        return entered.json();
    }

    private JsonNode change(JsonNode entered) {
        return api.get(Api.COUNTY, "/changes/" + entered.path("number").asString()).json();
    }

    private static List<String> rules(JsonNode change) {
        return StreamSupport.stream(change.path("warnings").spliterator(), false).map(it -> it.path("rule").asString()).sorted()
                .toList();
    }
}
