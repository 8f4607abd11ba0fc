package org.jingzhun.household.change;

import java.util.List;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.Merges;
import org.jingzhun.household.telling.ToldRegister;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What other departments are told of changes. */
@HouseholdServiceTest
class ToldChangesTest {

    private static final String DAY = Family.DAY;
    private static final TestToken LONGZHOU = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");
    private static final String ADULT = ",\"education\":\"3\",\"labour\":\"1\"";

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    Merges merges;
    @Autowired
    ToldRegister told;
    @Autowired
    JdbcClient jdbc;

    Family family;
    String mark;

    @BeforeEach
    void aFamilyThatIsKnown() {
        family = Family.in(Family.VILLAGE, api, givens);
        told.given(List.of(family.number));
        mark = told.mark(ToldRegister.PROVINCE);
    }

    @Test
    void aBirthTellsOfTheChildAndOfItsHouseholdAndNothingPersonal() {
        var id = Family.id("1975");
        var born = family.changed("add-member", DAY, ",\"member\":" + Family.newMember("99", "03", "农新新", id, ADULT));
        assertThat(born.status()).as(born.body()).isLessThan(300);

        var facts = facts();
        assertThat(kinds(facts)).containsExactly("household-changed " + family.number, "person-changed " + newest(facts));
        var household = facts.getFirst();
        assertThat(household.path("division").asString()).isEqualTo(Family.VILLAGE);
        assertThat(household.path("effectiveOn").asString()).isEqualTo(DAY);
        assertThat(household.path("aggregate").path("version").asInt()).isEqualTo(2);
        assertThat(household.path("body").path("members").size()).isEqualTo(4);
        assertThat(household.path("body").path("head").asString()).isEqualTo(family.head);
        assertThat(household.path("body").path("members").get(0).path("relation").asString()).isEqualTo("01");
        assertThat(facts.get(1).path("body").path("status").asString()).isEqualTo("MEMBER");
        assertThat(facts.toString()).doesNotContain("农", id, "13800138051", "1975-");
        assertThat(told.untold(List.of(family.number))).isZero();
    }

    @Test
    void aDeathAndANewHeadAreTold() {
        family.changed("remove-member", DAY, ",\"person\":\"%s\",\"leaveReason\":\"01\",\"relations\":[%s,%s]"
                .formatted(family.head, Family.related(family.son, "01"), Family.related(family.spouse, "12")));

        var facts = facts();
        assertThat(facts.getFirst().path("body").path("head").asString()).isEqualTo(family.son);
        var dead = facts.stream().filter(it -> it.path("aggregate").path("id").asString().equals(family.head)).findFirst()
                .orElseThrow().path("body");
        assertThat(dead.path("status").asString()).isEqualTo("DEAD");
        assertThat(dead.path("diedOn").asString()).isEqualTo(DAY);
        assertThat(told.untold(List.of(family.number))).isZero();
    }

    @Test
    void whatNobodyElseMayKnowIsNotTold() {
        var corrected = family.correct(Api.COUNTY,
                "{\"person\":\"%s\",\"field\":\"phone\",\"value\":\"13800138077\"}".formatted(family.head));
        assertThat(corrected.status()).as(corrected.body()).isLessThan(300);
        assertThat(facts()).isEmpty();
    }

    @Test
    void aMoveToAnotherCountyLeavesTheFirstWithoutContent() {
        var countyMark = told.mark(ToldRegister.COUNTY);
        var there = jdbc
                .sql("select code from division where code like '451423%' and level = 'VILLAGE' and valid_to is null limit 1")
                .query(String.class).single();
        var moved = family.approve(LONGZHOU,
                family.change(Api.COUNTY, "move-household", DAY, ",\"toVillage\":\"%s\"".formatted(there)));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);

        var seenByCounty = told.after(ToldRegister.COUNTY, countyMark);
        assertThat(kinds(seenByCounty)).containsExactlyInAnyOrder("left-scope " + family.number, "left-scope " + family.head,
                "left-scope " + family.spouse, "left-scope " + family.son);
        assertThat(seenByCounty.toString()).doesNotContain(there, "body");
        assertThat(facts()).hasSize(4).allMatch(it -> it.path("division").asString().equals(there));
        assertThat(told.untold(List.of(family.number))).isZero();
    }

    @Test
    void aSplitTellsOfBothHouseholdsAndOfWhoLeft() {
        var split = family.changed("split-household", DAY, ",\"members\":[%s]".formatted(Family.related(family.son, "01")));
        var other = split.json().path("otherHousehold").asString();

        var facts = facts();
        assertThat(kinds(facts)).containsExactly("household-changed " + family.number, "household-registered " + other,
                "person-changed " + family.son);
        assertThat(facts.get(2).path("body").path("household").asString()).isEqualTo(other);
        assertThat(told.untold(List.of(family.number, other))).isZero();
    }

    @Test
    void aRemovalIsToldAsSuch() {
        family.changed("remove-household", DAY, ",\"removalReason\":\"1\"");
        assertThat(kinds(facts())).contains("household-removed " + family.number);
        assertThat(told.untold(List.of(family.number))).isZero();
    }

    @Test
    void aMergeAndItsUndoingAreTold() {
        var other = Family.in(Family.VILLAGE, api, givens);
        told.given(List.of(other.number));
        mark = told.mark(ToldRegister.PROVINCE);
        var pair = merges.merge(family.son, other.son);
        assertThat(kinds(facts())).containsExactly("household-changed " + family.number, "person-changed " + family.son);
        assertThat(told.untold(List.of(family.number, other.number))).isZero();

        mark = told.mark(ToldRegister.PROVINCE);
        merges.undo(pair);
        assertThat(kinds(facts())).containsExactly("household-changed " + family.number, "person-changed " + family.son);
        assertThat(told.untold(List.of(family.number, other.number))).isZero();
    }

    @Test
    void aRefusedChangeTellsNothing() {
        var refused = family.change(Api.TOWN, "remove-member", DAY,
                ",\"person\":\"%s\",\"leaveReason\":\"01\"".formatted(family.head));
        assertThat(refused.problem()).isEqualTo("register-rules-broken");
        assertThat(facts()).isEmpty();
    }

    private List<JsonNode> facts() {
        return told.after(ToldRegister.PROVINCE, mark);
    }

    private static List<String> kinds(List<JsonNode> facts) {
        return facts.stream().map(it -> it.path("kind").asString() + " " + it.path("aggregate").path("id").asString()).toList();
    }

    private static String newest(List<JsonNode> facts) {
        return facts.getLast().path("aggregate").path("id").asString();
    }
}
