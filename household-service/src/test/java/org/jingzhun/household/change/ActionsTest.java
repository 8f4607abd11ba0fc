package org.jingzhun.household.change;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;

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

/** What happens to households and their members, as officers enter it. */
@HouseholdServiceTest
class ActionsTest {

    private static final String DAY = Family.DAY;
    private static final TestToken LONGZHOU = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");
    private static final String CHILD = ",\"schoolStatus\":\"01\",\"labour\":\"5\"";
    private static final String ADULT = ",\"education\":\"3\",\"labour\":\"1\"";

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    Family family;

    @BeforeEach
    void aFamily() {
        family = Family.in(Family.VILLAGE, api, givens);
    }

    @Test
    void aBirthIsEnteredAtOnceWithANumberOfTheRegister() {
        var id = Givens.residentId("451481", Family.DAY.replace("-", ""), 101 + (int) (System.nanoTime() % 400) * 2);
        var born = family.change(Api.TOWN, "add-member", DAY,
                ",\"member\":" + Family.newMember("07", "02", "农新", id, CHILD));

        assertThat(born.status()).as(born.body()).isEqualTo(201);
        assertThat(born.json().path("state").asString()).isEqualTo("APPLIED");
        assertThat(born.body()).doesNotContain(id);
        var child = line(born, "name").path("person").asString();
        assertThat(family.relations()).containsEntry(child, "07").hasSize(4);
        assertThat(events(child)).containsExactly("add-member");
        assertThat(jdbc.sql("select hex(content) from household_change where number = ?")
                .param(born.json().path("number").asString())
                .query(String.class).single()).doesNotContain(HexFormat.of().withUpperCase().formatHex(id.getBytes()));
    }

    @Test
    void HH4_wrongCheckDigitIsRefusedWithTheExpectedOne() {
        var wrong = family.change(Api.TOWN, "add-member", DAY,
                ",\"member\":" + Family.newMember("99", "10", "农新", "451481190001010012", ADULT));
        var month = family.change(Api.TOWN, "add-member", DAY,
                ",\"member\":" + Family.newMember("99", "10", "农新", "451481190013010010", ADULT));

        assertThat(List.of(wrong, month)).allSatisfy(refused -> {
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("errors").get(0).path("pointer").asString()).isEqualTo("/member/values/residentId");
        });
        assertThat(wrong.json().path("errors").get(0).path("detail").asString()).endsWith(" 1");
    }

    @Test
    void HH6_theHeadCannotLeaveWithoutANewOne() {
        var alone = family.change(Api.TOWN, "remove-member", DAY,
                ",\"person\":\"%s\",\"leaveReason\":\"01\"".formatted(family.head));
        assertThat(alone.problem()).isEqualTo("register-rules-broken");
        assertThat(alone.body()).contains("\"no-head\"");

        var withHead = family.changed("remove-member", DAY, ",\"person\":\"%s\",\"leaveReason\":\"01\",\"relations\":[%s,%s]"
                .formatted(family.head, Family.related(family.son, "01"), Family.related(family.spouse, "12")));

        assertThat(withHead.status()).as(withHead.body()).isEqualTo(200);
        assertThat(family.relations()).containsEntry(family.son, "01").containsEntry(family.spouse, "12").hasSize(2);
        assertThat(jdbc.sql("select died_on from person where number = ?").param(family.head).query(String.class).single())
                .isEqualTo(DAY);
    }

    @Test
    void HH6_aSecondSpouseOrHeadIsRefused() {
        var spouse = family.change(Api.TOWN, "add-member", DAY,
                ",\"member\":" + Family.newMember("02", "03", "黄新", Family.id("1975"), ADULT));
        var head = family.change(Api.TOWN, "add-member", DAY,
                ",\"member\":" + Family.newMember("01", "03", "黄新", Family.id("1975"), ADULT));

        assertThat(spouse.body()).contains("\"two-spouses\"");
        assertThat(head.body()).contains("\"two-heads\"");
    }

    @Test
    void HH7_educationAndSchoolExcludeEachOther() {
        var both = family.change(Api.TOWN, "add-member", DAY, ",\"member\":"
                + Family.newMember("99", "10", "农新", Family.id("2008"),
                        ",\"education\":\"3\",\"schoolStatus\":\"07\",\"labour\":\"5\""));
        var neither = family.change(Api.TOWN, "add-member", DAY,
                ",\"member\":" + Family.newMember("99", "10", "农新", Family.id("2008"), ",\"labour\":\"5\""));

        assertThat(both.body()).contains("\"education-and-school-both\"");
        assertThat(neither.body()).contains("\"education-and-school-empty\"");
    }

    @Test
    void aHouseholdEntersTheRegisterWithItsMembers() {
        var body = """
                {"action":"add-household","effectiveOn":"%s","reason":"漏评补录","evidence":"评议记录","village":"%s",
                 "values":{"type":"3","hamlet":"板旺屯"},"members":[%s,%s]}
                """.formatted(DAY, Family.VILLAGE, Family.newMember("01", "01", "黄户", Family.id("1980"), ADULT),
                Family.newMember("03", "01", "黄子", Family.id("2004"), ADULT));
        var entered = api.post(Api.TOWN, "/changes", body, "Idempotency-Key", Family.key());

        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        var household = entered.json().path("household").asString();
        var seen = api.get(Api.TOWN, "/households/" + household).json();
        assertThat(seen.path("hamlet").asString()).isEqualTo("板旺屯");
        assertThat(seen.path("members")).hasSize(2);
        assertThat(api.get(Api.NEIGHBOUR, "/households/" + household).status()).isEqualTo(404);
        assertThat(api.post(Api.NEIGHBOUR, "/changes", body, "Idempotency-Key", Family.key()).status()).isEqualTo(422);
    }

    @Test
    void aHouseholdLeavesWithAllItsMembersAndIsChangedNoMore() {
        var removed = family.changed("remove-household", DAY, ",\"removalReason\":\"1\"");

        assertThat(removed.status()).as(removed.body()).isEqualTo(200);
        assertThat(jdbc.sql("select concat(removed_on, removal_reason) from household where number = ?").param(family.number)
                .query(String.class).single()).isEqualTo(DAY + "1");
        assertThat(family.relations()).isEmpty();
        assertThat(events(family.son)).containsExactly("remove-household");
        assertThat(family.change(Api.COUNTY, "change-type", DAY, ",\"values\":{\"type\":\"2\"}").problem())
                .isEqualTo("household-removed");
    }

    @Test
    void aSplitMakesANewHouseholdWithANewHead() {
        var split = family.changed("split-household", DAY, ",\"members\":[%s]".formatted(Family.related(family.son, "01")));

        assertThat(split.status()).as(split.body()).isEqualTo(200);
        var other = split.json().path("otherHousehold").asString();
        assertThat(family.relations()).containsOnlyKeys(family.head, family.spouse);
        var seen = api.get(Api.TOWN, "/households/" + other).json();
        assertThat(seen.path("members").get(0).path("number").asString()).isEqualTo(family.son);
        assertThat(seen.path("type").asString()).isEqualTo("1");
        var none = family.change(Api.COUNTY, "split-household", DAY,
                ",\"members\":[%s]".formatted(Family.related(family.spouse, "02")));
        assertThat(none.body()).contains("\"no-head\"");
    }

    @Test
    void aMergeBringsAllMembersOfTheOtherAndRemovesIt() {
        var other = Family.in(Family.VILLAGE, api, givens);
        var some = family.change(Api.COUNTY, "merge-households", DAY,
                ",\"mergedHousehold\":\"%s\",\"members\":[%s]".formatted(other.number, Family.related(other.head, "21")));
        assertThat(some.json().path("errors").get(0).path("pointer").asString()).isEqualTo("/members");

        var merged = family.changed("merge-households", DAY,
                ",\"mergedHousehold\":\"%s\",\"members\":[%s,%s,%s]".formatted(other.number,
                        Family.related(other.head, "21"), Family.related(other.spouse, "99"), Family.related(other.son, "24")));

        assertThat(merged.status()).as(merged.body()).isEqualTo(200);
        assertThat(family.relations()).hasSize(6).containsEntry(other.son, "24");
        assertThat(other.relations()).isEmpty();
        assertThat(jdbc.sql("select removal_reason from household where number = ?").param(other.number).query(String.class)
                .single())
                .isEqualTo("3");
    }

    @Test
    void aMoveToAnotherCountyIsApprovedThereAndSeenByBoth() {
        var there = jdbc
                .sql("select code from division where code like '451423%' and level = 'VILLAGE' and valid_to is null limit 1")
                .query(String.class).single();
        var entered = family.change(Api.COUNTY, "move-household", DAY, ",\"toVillage\":\"%s\"".formatted(there));
        var number = entered.json().path("number").asString();

        assertThat(entered.json().path("state").asString()).as(entered.body()).isEqualTo("PENDING");
        assertThat(family.approve(Api.COUNTY2, entered).problem()).isEqualTo("receiving-county-required");
        assertThat(api.get(LONGZHOU, "/changes/" + number).status()).isEqualTo(200);
        assertThat(api.get(LONGZHOU, "/changes?area=451423&state=PENDING&limit=500").body()).contains(number);
        assertThat(api.get(Api.COUNTY, "/changes?area=451481&household=" + family.number).body()).contains(number);
        assertThat(api.get(LONGZHOU, "/households/" + family.number).status()).isEqualTo(404);

        var approved = family.approve(LONGZHOU, entered);

        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(api.get(LONGZHOU, "/households/" + family.number).json().path("village").asString()).isEqualTo(there);
        assertThat(api.get(Api.COUNTY, "/households/" + family.number).status()).isEqualTo(404);
        assertThat(api.get(Api.COUNTY, "/changes/" + number).status()).isEqualTo(200);
    }

    @Test
    void aMemberMovesToAHouseholdOfAnotherCounty() {
        var there = Family.in(jdbc.sql("select code from division where code like '451423%' and level = 'VILLAGE' limit 1")
                .query(String.class).single(), api, givens);
        var entered = family.change(Api.TOWN, "transfer-member", DAY, """
                ,"person":"%s","toHousehold":"%s","relation":"06","leaveReason":"02","joinReason":"03"
                """.formatted(family.son, there.number));
        assertThat(entered.json().path("state").asString()).as(entered.body()).isEqualTo("PENDING");

        assertThat(family.approve(LONGZHOU, entered).status()).isEqualTo(200);

        assertThat(family.relations()).doesNotContainKey(family.son);
        assertThat(api.get(LONGZHOU, "/households/" + there.number).body()).contains(family.son);
        assertThat(events(family.son)).containsExactly("transfer-member");
    }

    @Test
    void anotherHeadComesWithAllRelations() {
        var some = family.change(Api.TOWN, "change-head", DAY, ",\"relations\":[%s]".formatted(Family.related(family.son, "01")));
        assertThat(some.json().path("errors").get(0).path("pointer").asString()).isEqualTo("/relations");

        var changed = family.changed("change-head", DAY, ",\"relations\":[%s,%s,%s]".formatted(Family.related(family.son, "01"),
                Family.related(family.head, "11"), Family.related(family.spouse, "12")));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(family.relations()).containsValues("01", "11", "12");
    }

    @Test
    void whoLeftMayComeBackUnderHisNumber() {
        family.changed("remove-member", Family.ago(90), ",\"person\":\"%s\",\"leaveReason\":\"04\"".formatted(family.son));
        var tooEarly = family.change(Api.TOWN, "add-member", Family.ago(91),
                ",\"member\":{\"person\":\"%s\",\"relation\":\"03\",\"joinReason\":\"06\"}".formatted(family.son));
        var back = family.change(Api.TOWN, "add-member", Family.ago(80),
                ",\"member\":{\"person\":\"%s\",\"relation\":\"03\",\"joinReason\":\"06\"}".formatted(family.son));

        assertThat(tooEarly.json().path("firstPossibleDay").asString()).isEqualTo(Family.ago(90));
        assertThat(back.status()).as(back.body()).isEqualTo(201);
        assertThat(family.relations()).containsEntry(family.son, "03");
    }

    @Test
    void daysInTheFutureAndBeforeTheRegisterKnowsAreRefused() {
        assertThat(family.change(Api.TOWN, "change-type", "2999-01-01", ",\"values\":{\"type\":\"2\"}").problem())
                .isEqualTo("effective-in-future");
        var early = family.change(Api.TOWN, "change-type", "2013-12-31", ",\"values\":{\"type\":\"2\"}");
        assertThat(early.problem()).isEqualTo("not-yet-known");
        assertThat(early.json().path("firstPossibleDay").asString()).isEqualTo("2014-01-01");
    }

    @Test
    void aPersonOfAnotherCountyIsRegisteredElsewhereAndTheCountyIsTold() {
        var id = Family.id("1990");
        var there = Family.in(jdbc.sql("select code from division where code like '451423%' and level = 'VILLAGE' limit 1")
                .query(String.class).single(), api, givens);
        givens.member(there.number, there.number + "-4", "农丁", id, "99", Map.of());

        var refused = family.change(Api.TOWN, "add-member", DAY, ",\"member\":" + Family.newMember("99", "10", "农丁", id, ADULT));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("registered-elsewhere");
        assertThat(refused.body()).doesNotContain(there.number, "451423");
        assertThat(api.get(LONGZHOU, "/audit-entries?area=451423&subjectKind=person&subject=" + there.number + "-4").body())
                .contains("change.registered-elsewhere");
    }

    private List<String> events(String person) {
        return jdbc.sql("select action from register_event where person = ? order by id").param(person).query(String.class)
                .list();
    }

    private static JsonNode line(Api.Answer change, String field) {
        return change.json().path("lines").valueStream().filter(it -> it.path("field").asString().equals(field)).findFirst()
                .orElseThrow();
    }
}
