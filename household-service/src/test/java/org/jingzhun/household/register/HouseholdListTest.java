package org.jingzhun.household.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.History;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Filters, the past, and who is left out, in a village of its own. */
@HouseholdServiceTest
class HouseholdListTest {

    private static final String VILLAGE = "451481102201";
    private static final String LIST = "/households?area=" + VILLAGE;
    private static final TestToken READER = TestToken.person("reader").grant("inspector", "supervision", "4514");

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    History history;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void aVillage() {
        for (int i = 1; i <= 6; i++) {
            givens.forget("LF" + i);
        }
        var known = "2019-12-31";
        givens.household("LF1", VILLAGE, Map.of("type", "2", "monitored_kind", "1", "risk_eliminated", false, "poor_kind", "1",
                "hamlet", "那屯", "income_per_head", "5200.00", "valid_from", known));
        givens.household("LF2", VILLAGE, Map.of("dangerous_house", true, "safe_water", false, "income_per_head", "9000.00",
                "valid_from", known));
        givens.household("LF3", VILLAGE, Map.of("valid_from", known));
        givens.household("LF4", VILLAGE, Map.of("removed_on", "2022-01-01", "removal_reason", "1", "valid_from", "2022-01-01"));
        givens.member("LF1", "LF1-1", "闭大山", id("19700101", 831), "01", Map.of("labour", "2"));
        givens.member("LF2", "LF2-1", "闭大江", id("19400101", 832), "01", Map.of("labour", "4", "health", "2,3"));
        givens.member("LF3", "LF3-1", "闭大田", id("19800101", 833), "01", Map.of());
        givens.member("LF3", "LF3-2", "闭小田", id("20180101", 834), "03", Map.of("labour", "5"));
    }

    @Test
    void eachFilterNarrowsTheList() {
        assertThat(numbers("")).containsExactly("LF1", "LF2", "LF3");
        assertThat(numbers("&monitoredKind=1")).containsExactly("LF1");
        assertThat(numbers("&poorKind=1")).containsExactly("LF1");
        assertThat(numbers("&riskEliminated=false")).containsExactly("LF1");
        assertThat(numbers("&dangerousHouse=true")).containsExactly("LF2");
        assertThat(numbers("&safeWater=false")).containsExactly("LF2");
        assertThat(numbers("&hamlet=%E9%82%A3%E5%B1%AF")).containsExactly("LF1");
        assertThat(numbers("&incomeBelow=6000")).containsExactly("LF1");
        assertThat(numbers("&labour=4")).containsExactly("LF2");
        assertThat(numbers("&ageFrom=60")).containsExactly("LF2");
        assertThat(numbers("&ageTo=15")).containsExactly("LF3");
        assertThat(numbers("&ageFrom=16&ageTo=59")).containsExactly("LF1", "LF3");
        assertThat(numbers("&health=2")).containsExactly("LF2");
        assertThat(numbers("&health=2&dangerousHouse=true&safeWater=false&labour=4")).containsExactly("LF2");
        assertThat(numbers("&health=2&type=2")).isEmpty();
    }

    /** Eight households are looked at first for each line that a page may have. */
    @Test
    void whoStandsBehindTheFirstLookIsOnTheSamePage() {
        var village = "451481102203";
        for (int i = 10; i < 50; i++) {
            givens.forget("LL" + i);
            givens.household("LL" + i, village, Map.of("income_per_head", i == 12 || i > 47 ? "5000.00" : "9000.00"));
        }
        var page = "/households?area=" + village + "&incomeBelow=6000&type=1&limit=2";

        var first = api.get(Api.COUNTY, page).json();
        var second = api.get(Api.COUNTY, page + "&after=" + first.path("next").asString()).json();

        assertThat(first.path("items").valueStream().map(it -> it.path("number").asString())).containsExactly("LL12", "LL48");
        assertThat(second.path("items").valueStream().map(it -> it.path("number").asString())).containsExactly("LL49");
        assertThat(second.path("next").isString()).isFalse();
    }

    @Test
    void aFilterDoesNotTellWhatTheAnswerWithholds() {
        assertThat(api.get(READER, LIST + "&health=2").problem()).isEqualTo("sensitive-withheld");
        assertThat(numbers(READER, "&ageTo=13")).as("children").isEmpty();
        assertThat(numbers(READER, "&labour=5")).isEmpty();
        assertThat(numbers(READER, "&ageFrom=60")).containsExactly("LF2");
    }

    @Test
    void aFilterThatCannotBeIsRefusedByName() {
        var refused = api.get(Api.COUNTY, LIST + "&type=sometimes&ageFrom=60&ageTo=16");

        assertThat(refused.problem()).isEqualTo("filter-not-valid");
        assertThat(refused.body()).contains("household-type", "ageTo");
        assertThat(api.get(Api.COUNTY, LIST + "&incomeBelow=little").status()).isEqualTo(400);
        assertThat(api.get(Api.COUNTY, LIST + "&ageFrom=-1").status()).isEqualTo(400);
    }

    @Test
    void thePastIsListedAsItWas() {
        var village = "451481102202"; // a history cannot be made undone, so no other test looks there
        var known = "2019-12-31";
        givens.household("LP1", village, Map.of("type", "2", "valid_from", known));
        givens.household("LP2", village, Map.of("valid_from", known));
        givens.household("LP3", village, Map.of("valid_from", known));
        givens.member("LP1", "LP1-1", "闭高山", id("19700101", 841), "01", Map.of());
        givens.member("LP2", "LP2-1", "闭高江", id("19400101", 842), "01", Map.of("labour", "4"));
        transaction.executeWithoutResult(status -> {
            history.write(Holder.HOUSEHOLD, id("LP1"), Map.of("type", "1"), LocalDate.parse("2021-06-01"), "officer",
                    Instant.parse("2021-06-02T00:00:00Z"));
            history.write(Holder.HOUSEHOLD, id("LP3"), Map.of("village", "451423100201"), LocalDate.parse("2023-01-01"),
                    "officer", Instant.parse("2023-01-02T00:00:00Z"));
        });

        assertThat(then(village, "")).containsExactly("LP1", "LP2");
        assertThat(then(village, "&asOf=2022-06-30")).containsExactly("LP1", "LP2", "LP3");
        assertThat(then(village, "&asOf=2021-05-31&type=2")).containsExactly("LP1");
        assertThat(then(village, "&asOf=2021-06-01&type=2")).isEmpty();
        assertThat(then(village, "&asOf=2021-06-01&type=2&knownAt=2021-06-01T00:00:00%2B08:00")).containsExactly("LP1");
        assertThat(then(village, "&asOf=2022-06-30&labour=4")).containsExactly("LP2");
        assertThat(then(village, "&asOf=2019-12-30")).isEmpty();
        assertThat(api.get(Api.COUNTY, LIST + "&asOf=2999-01-01").problem()).isEqualTo("moment-in-the-future");
        var line = api.get(Api.COUNTY, "/households?area=" + village + "&asOf=2021-05-31").json().path("items").get(0);
        assertThat(line.path("head").asString()).isEqualTo("闭高山");
        assertThat(line.path("members").asInt()).isEqualTo(1);
        assertThat(line.path("type").asString()).isEqualTo("2");
    }

    @Test
    void headAndMembersAreThoseOfThatTime() {
        transaction.executeWithoutResult(status -> {
            var head = jdbc.sql("select m.id from membership m join person p on p.id = m.person_id where p.number = 'LF3-1'")
                    .query(Long.class).single();
            history.end(head, Map.of("left_on", LocalDate.parse("2022-02-02"), "leave_reason", "1"),
                    LocalDate.parse("2022-02-02"),
                    "officer", Instant.parse("2022-02-03T00:00:00Z"));
        });

        var before = api.get(Api.COUNTY, LIST + "&asOf=2022-02-01").json().path("items").get(2);
        var after = api.get(Api.COUNTY, LIST + "&asOf=2022-02-02").json().path("items").get(2);
        assertThat(before.path("head").asString()).isEqualTo("闭大田");
        assertThat(before.path("members").asInt()).isEqualTo(2);
        assertThat(after.path("head").isNull()).isTrue();
        assertThat(after.path("members").asInt()).isEqualTo(1);
    }

    @Test
    void pagesOfThePastGoOnWhereTheyStopped() {
        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = api.get(Api.COUNTY, LIST + "&asOf=2021-01-01&limit=1" + (next.isEmpty() ? "" : "&after=" + next)).json();
            page.path("items").forEach(item -> found.add(item.path("number").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(found).containsExactly("LF1", "LF2", "LF3");
    }

    @Test
    void aRemovedHouseholdIsLeftOutOfListsButStillShown() {
        assertThat(numbers("&type=1")).doesNotContain("LF4");
        var removed = api.get(Api.COUNTY, "/households/LF4").json();
        assertThat(removed.path("removedOn").asString()).isEqualTo("2022-01-01");
        assertThat(removed.path("removalReason").asString()).isEqualTo("1");
    }

    private static String id(String born, int sequence) {
        return Givens.residentId("451481", born, sequence);
    }

    private long id(String household) {
        return jdbc.sql("select id from household where number = :number").param("number", household).query(Long.class).single();
    }

    private List<String> then(String village, String more) {
        return api.get(Api.COUNTY, "/households?area=" + village + more).json().path("items").valueStream()
                .map(item -> item.path("number").asString()).toList();
    }

    private List<String> numbers(String more) {
        return numbers(Api.COUNTY, more);
    }

    private List<String> numbers(TestToken as, String more) {
        return api.get(as, LIST + more).json().path("items").valueStream().map(item -> item.path("number").asString())
                .filter(number -> number.startsWith("LF")).toList();
    }
}
