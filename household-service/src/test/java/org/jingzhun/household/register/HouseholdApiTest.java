package org.jingzhun.household.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@HouseholdServiceTest
class HouseholdApiTest {

    private static final String VILLAGE = "451481101201";
    private static final TestToken READER = TestToken.person("reader").grant("inspector", "supervision", "4514");

    @Autowired
    Givens givens;
    @Autowired
    Api api;

    @BeforeEach
    void aHouseholdOfThree() {
        givens.forget("R1");
        givens.household("R1", VILLAGE, Map.of("main_cause", "1", "income_per_head", "5200.00", "data_year", 2019));
        givens.member("R1", "R1-1", "韦大山", Givens.residentId("451481", "19000101", 1), "01", givens.phone("R1-1", "13977100011"));
        givens.member("R1", "R1-2", "黄秀英", Givens.residentId("451481", "19920505", 12) + "43", "02", Map.of("health", "2,4"));
        givens.member("R1", "R1-3", "韦小山", Givens.residentId("451481", "20200303", 11), "03",
                Map.of("labour", "5", "education", "1"));
    }

    @Test
    void aHouseholdIsShownWithItsMembersAndNumbersMasked() {
        var answer = api.get(Api.TOWN, "/households/R1");

        assertThat(answer.status()).isEqualTo(200);
        var household = answer.json();
        assertThat(household.path("villageName").asString()).isEqualTo("宋城村委会");
        assertThat(household.path("phone").asString()).isEqualTo("139****0011");
        assertThat(answer.body()).contains("\"incomePerHead\":5200.00,");
        assertThat(household.path("mainCause").asString()).isEqualTo("1");
        assertThat(household.has("withheld")).isFalse();
        assertThat(names(household.path("members"))).containsExactly("韦大山", "黄秀英", "韦小山");
        var head = household.path("members").get(0);
        assertThat(head.path("residentId").asString()).isEqualTo("4514**********0011");
        assertThat(head.path("phone").asString()).isEqualTo("139****0011");
        assertThat(household.path("members").get(1).path("health").toString()).isEqualTo("[\"2\",\"4\"]");
        assertThat(answer.body()).doesNotContain("451481190001010011", "13977100011", "19920505");
    }

    @Test
    void illnessDisabilityAndChildrenAreWithheldFromRolesThatMayNotSeeThem() {
        var household = api.get(READER, "/households/R1").json();

        assertThat(household.path("mainCause").isNull()).isTrue();
        assertThat(household.path("withheld").toString()).contains("\"mainCause\"", "\"selfPaid\"");
        var wife = household.path("members").get(1);
        assertThat(wife.path("name").asString()).isEqualTo("黄秀英");
        assertThat(wife.path("health").isNull()).isTrue();
        assertThat(wife.path("documentKind").isNull()).isTrue();
        assertThat(wife.path("withheld").toString()).contains("\"health\"", "\"documentKind\"",
                "\"disabilityKind\"");
        var child = household.path("members").get(2);
        assertThat(child.path("number").asString()).isEqualTo("R1-3");
        assertThat(child.path("name").isNull()).isTrue();
        assertThat(child.path("birthDate").isNull()).isTrue();
        assertThat(child.path("withheld").valueStream().map(JsonNode::asString)).contains("name", "birthDate", "residentId",
                "health");
    }

    @Test
    void aHouseholdElsewhereIsAsIfItWereNotThere() {
        var foreign = api.get(Api.NEIGHBOUR, "/households/R1");
        var unknown = api.get(Api.NEIGHBOUR, "/households/R999");

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.problem()).isEqualTo("household-not-found");
        assertThat(foreign.body().replaceAll("R1|requestId.*", "")).isEqualTo(unknown.body().replaceAll("R999|requestId.*", ""));
    }

    @Test
    void theTagChangesWithAnyMember() {
        var before = api.get(Api.TOWN, "/households/R1").etag().orElseThrow();
        assertThat(before).matches("\"v\\d+\"");
        assertThat(api.get(Api.TOWN, "/households/R1").etag()).contains(before);

        givens.member("R1", "R1-4", "韦二山", Givens.residentId("451481", "19950303", 21), "03", Map.of());

        assertThat(api.get(Api.TOWN, "/households/R1").etag()).isPresent().get().isNotEqualTo(before);
    }

    @Test
    void theListGoesVillageByVillageAndPageByPage() {
        for (int i = 0; i < 7; i++) {
            givens.forget("L" + i);
            givens.household("L" + i, i < 4 ? "451481101203" : "451481101202", Map.of("type", i % 2 == 0 ? "1" : "5"));
            givens.member("L" + i, "L" + i + "-1", "农民" + i, Givens.residentId("451481", "19800101", 100 + i), "01", Map.of());
        }
        var seen = new HashSet<String>();
        var order = new ArrayList<String>();
        var next = "";
        int pages = 0;
        do {
            var page = api.get(Api.TOWN, "/households?area=451481101&limit=3" + (next.isEmpty() ? "" : "&after=" + next)).json();
            page.path("items").forEach(item -> {
                assertThat(seen.add(item.path("number").asString())).isTrue();
                order.add(item.path("village").asString() + item.path("number").asString());
            });
            next = page.path("next").asString("");
            pages++;
        } while (!next.isEmpty());

        assertThat(pages).isGreaterThan(2);
        assertThat(order).isSorted();
        assertThat(seen).contains("L0", "L1", "L2", "L3", "L4", "L5", "L6");
        var first = api.get(Api.TOWN, "/households?area=451481101202").json().path("items").get(0);
        assertThat(first.path("head").asString()).isEqualTo("农民4");
        assertThat(first.path("members").asInt()).isEqualTo(1);
        assertThat(numbers("/households?area=451481101203&type=5")).containsExactly("L1", "L3");
        assertThat(numbers("/households?area=451481101203&type=1&exitState=2")).containsExactly("L0", "L2");
        assertThat(numbers("/households?area=451481101203&type=1&exitState=3")).isEmpty();
    }

    @Test
    void pagesOfTwoFiltersGoOnWhereTheyStopped() {
        for (int i = 0; i < 9; i++) {
            givens.forget("F" + i);
            givens.household("F" + i, "451481101204", Map.of("type", "3", "exit_state", i % 3 == 0 ? "2" : "1"));
        }
        var first = api.get(Api.TOWN, "/households?area=451481101204&type=3&exitState=2&limit=2").json();
        var second = api
                .get(Api.TOWN, "/households?area=451481101204&type=3&exitState=2&limit=2&after=" + first.path("next").asString())
                .json();

        assertThat(first.path("items").valueStream().map(item -> item.path("number").asString())).containsExactly("F0", "F3");
        assertThat(second.path("items").valueStream().map(item -> item.path("number").asString())).containsExactly("F6");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void theListOfAnotherAreaIsRefusedAndAMarkIsNotHandedOn() {
        assertThat(api.get(Api.TOWN, "/households?area=451481100").problem()).isEqualTo("area-not-yours");
        givens.forget("M1");
        givens.forget("M2");
        givens.household("M1", "451481101205", Map.of());
        givens.household("M2", "451481101205", Map.of());
        var mark = api.get(Api.TOWN, "/households?area=451481101205&limit=1").json().path("next").asString();

        assertThat(mark).isNotBlank();
        assertThat(api.get(Api.TOWN, "/households?area=451481101205&limit=1&after=" + mark).status()).isEqualTo(200);
        assertThat(api.get(Api.TOWN, "/households?area=451481101201&limit=1&after=" + mark).status()).isEqualTo(400);
        assertThat(api.get(Api.CLERK, "/households?limit=1&after=" + mark).status()).isEqualTo(400);
    }

    @Test
    void whoMayNotSeeIllnessCannotAskForItEither() {
        assertThat(numbers("/households?area=451481101201&mainCause=1")).contains("R1");
        assertThat(api.get(READER, "/households?area=451481&mainCause=1").problem()).isEqualTo("sensitive-withheld");
        assertThat(api.get(READER, "/households?area=451481&mainCause=7").status()).isEqualTo(200);
        var seen = api.get(READER, "/households?area=451481101201").json().path("items").valueStream()
                .filter(item -> item.path("number").asString().equals("R1")).findFirst().orElseThrow();
        assertThat(seen.path("mainCause").isNull()).isTrue();
        assertThat(seen.path("withheld").toString()).contains("mainCause");
    }

    @Test
    void aClerkOfTwoGrantsSeesIllnessOnlyWhereHisGrantSaysSo() {
        var both = TestToken.person("both").grant("inspector", "supervision", "451481101").grant("township-officer",
                "rural-affairs", "451481100");

        assertThat(api.get(both, "/households/R1").json().path("mainCause").isNull()).isTrue();
        assertThat(api.get(both, "/households?mainCause=1").json().path("items").valueStream()
                .map(item -> item.path("number").asString())).doesNotContain("R1");
    }

    private List<String> numbers(String path) {
        return api.get(Api.TOWN, path).json().path("items").valueStream().map(item -> item.path("number").asString()).toList();
    }

    private static List<String> names(JsonNode members) {
        return members.valueStream().map(member -> member.path("name").asString()).toList();
    }
}
