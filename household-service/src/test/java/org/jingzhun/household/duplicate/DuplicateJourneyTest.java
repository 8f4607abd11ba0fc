package org.jingzhun.household.duplicate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.Givens.residentId;

/** From the search to the merge, as officers of two places see it. */
@HouseholdServiceTest
class DuplicateJourneyTest {

    private static final AtomicInteger TIMES = new AtomicInteger();
    private static final TestToken LONGZHOU = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");
    private static final TestToken CITY = TestToken.person("city").grant("city-officer", "rural-affairs", "4514");
    private static final TestToken CITY2 = TestToken.person("city2").grant("city-officer", "rural-affairs", "4514");
    private static final String HERE = "451481101213";

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    Searches searches;
    String prefix;
    int sequence;

    @BeforeEach
    void otherNumbersEachTime() {
        searches = new Searches(api);
        prefix = "DUP" + TIMES.incrementAndGet() + "-";
        sequence = TIMES.get() * 10;
    }

    @Test
    void onePersonUnderTwoIdsIsFoundJudgedByTwoAndMerged() {
        var born = day();
        household("A", HERE);
        person("A", "A1", "黄大壮", "19500101", "01");
        person("A", "A2", "韦重名", born, "02");
        household("B", HERE);
        person("B", "B1", "韦重名", born, "01");

        assertThat(searches.run(Api.COUNTY, "451481").path("state").asString()).isEqualTo("DONE");

        var pair = searches.pair(Api.TOWN, prefix + "A2", prefix + "B1", "&area=451481101&state=OPEN&minScore=58");
        assertThat(pair.path("score").asInt()).isEqualTo(65);
        assertThat(pair.path("parts").path("birth-same").asInt()).isEqualTo(25);
        var path = "/duplicates/" + pair.path("id").asString();
        var side = api.get(Api.TOWN, path).json().path("second");
        assertThat(side.path("values").path("residentId").asString()).contains("**********");
        assertThat(side.path("villageName").asString()).isNotEmpty();

        var same = "{\"verdict\":\"SAME\",\"keep\":\"%sA2\",\"reason\":\"入户核实为同一人\"}".formatted(prefix);
        assertThat(api.put(Api.TOWN, path + "/decision", same).json().path("state").asString()).isEqualTo("MERGE_PROPOSED");
        assertThat(api.put(Api.COUNTY, path + "/decision", same).problem()).isEqualTo("duplicate-in-other-state");
        assertThat(api.put(Api.TOWN, path + "/approval", null).status()).as("a township does not approve").isEqualTo(403);
        var before = clock.instant();
        assertThat(living()).containsExactlyInAnyOrder("A1", "A2", "B1");
        var merged = api.put(Api.COUNTY, path + "/approval", null);

        assertThat(merged.json().path("state").asString()).as(merged.body()).isEqualTo("MERGED");
        assertThat(living()).containsExactlyInAnyOrder("A1", "A2");
        var today = LocalDate.now(clock);
        assertThat(at(today.minusDays(1), clock.instant())).as("yesterday both").containsExactlyInAnyOrder("A1", "A2", "B1");
        assertThat(at(today, clock.instant())).as("today one").containsExactlyInAnyOrder("A1", "A2");
        assertThat(at(today, before)).as("as known before the merge").containsExactlyInAnyOrder("A1", "A2", "B1");
        assertThat(jdbc.sql("select removal_reason from household where number = ?").param(prefix + "B").query(String.class)
                .single()).isEqualTo("5");
        assertThat(jdbc.sql("select leave_reason from membership m join person p on p.id = m.person_id where p.number = ?")
                .param(prefix + "B1").query(String.class).single()).isEqualTo("10");
        assertThat(jdbc
                .sql("select concat(action, ' ', coalesce(person, '')) from register_event where household like ? order by id")
                .param(prefix + "%").query(String.class).list())
                .containsExactly("merge-person " + prefix + "B1", "merge-person " + prefix + "A2", "remove-household ");
        assertThat(jdbc.sql(
                "select count(*) from register_event where household like ? and entered_by = 'town' and approved_by = 'county'")
                .param(prefix + "%").query(Integer.class).single()).isEqualTo(3);
        assertThat(api.get(Api.CLERK, "/person-merges/" + prefix + "B1").status()).as("another village").isEqualTo(404);
        assertThat(api.get(Api.TOWN, "/person-merges/" + prefix + "B1").json().path("into").asString()).isEqualTo(prefix + "A2");
        var afterwards = api.get(Api.TOWN, path).json().path("second");
        assertThat(afterwards.path("lives").asBoolean()).isFalse();
        assertThat(afterwards.path("person").asString()).isEqualTo(prefix + "B1");
        assertThat(api.put(Api.COUNTY2, path + "/approval", null).problem()).isEqualTo("duplicate-in-other-state");
    }

    @Test
    void twoPersonsStayTwoUntilSomethingComparedChanges() {
        var id = twoAlike("韦同名", HERE, HERE);
        var path = "/duplicates/" + id;

        assertThat(
                api.put(Api.COUNTY, path + "/decision", "{\"verdict\":\"NOT_SAME\",\"keep\":\"X\",\"reason\":\"r\"}").problem())
                .isEqualTo("duplicate-keep-unclear");
        api.put(Api.COUNTY, path + "/decision", "{\"verdict\":\"NOT_SAME\",\"reason\":\"两人均在村\"}");
        assertThat(api.put(Api.COUNTY, path + "/approval", null).problem()).isEqualTo("duplicate-second-officer-required");
        assertThat(api.put(Api.COUNTY, path + "/refusal", "{\"reason\":\"x\"}").problem())
                .isEqualTo("duplicate-second-officer-required");
        assertThat(api.put(Api.COUNTY2, path + "/refusal", "{\"reason\":\"请再核\"}").json().path("state").asString())
                .isEqualTo("OPEN");
        api.put(Api.COUNTY, path + "/decision", "{\"verdict\":\"NOT_SAME\",\"reason\":\"两人均在村\"}");
        assertThat(api.put(Api.COUNTY2, path + "/approval", null).json().path("state").asString()).isEqualTo("NOT_SAME");

        jdbc.sql("update person set education = '02', version = version + 1 where number = ?").param(prefix + "A1").update();
        searches.run(Api.COUNTY, "451481101");
        assertThat(state(id)).as("schooling was not compared").isEqualTo("NOT_SAME");
        jdbc.sql("update person set name = '韦铜名', version = version + 1 where number = ?").param(prefix + "A1").update();
        jdbc.sql("update household set phone = :phone, phone_digest = :phone_digest where number = :number")
                .params(givens.householdPhone(prefix + "B", "13977100011")).param("number", prefix + "B").update();
        searches.run(Api.COUNTY, "451481101");
        assertThat(state(id)).isEqualTo("OPEN");
    }

    @Test
    void whoeverChangedMeanwhileIsJudgedAgain() {
        var path = "/duplicates/" + twoAlike("韦变动", HERE, HERE);
        api.put(Api.COUNTY, path + "/decision",
                "{\"verdict\":\"SAME\",\"keep\":\"%sA1\",\"reason\":\"r\"}".formatted(prefix));
        jdbc.sql("update person set version = version + 1 where number = ?").param(prefix + "B1").update();

        assertThat(api.put(Api.COUNTY2, path + "/approval", null).problem()).isEqualTo("duplicate-changed-meanwhile");

        assertThat(living()).containsExactlyInAnyOrder("A1", "B1");
        assertThat(api.put(Api.COUNTY2, path + "/refusal", "{\"reason\":\"变动\"}").status()).isEqualTo(200);
    }

    @Test
    void aHouseholdIsNotLeftWithoutItsHead() {
        var id = twoAlike("韦户主", HERE, HERE);
        person("B", "B2", "农秀英", "19660606", "02");
        var path = "/duplicates/" + id;
        api.put(Api.COUNTY, path + "/decision",
                "{\"verdict\":\"SAME\",\"keep\":\"%sA1\",\"reason\":\"r\"}".formatted(prefix));

        assertThat(api.put(Api.COUNTY2, path + "/approval", null).problem()).isEqualTo("duplicate-household-needs-head");

        assertThat(living()).containsExactlyInAnyOrder("A1", "B1", "B2");
        assertThat(state(id)).isEqualTo("MERGE_PROPOSED");
    }

    @Test
    void whoEnteredTheRegisterTodayIsMergedTomorrow() {
        var path = "/duplicates/" + twoAlike("韦今日", HERE, HERE);
        jdbc.sql("update membership m join person p on p.id = m.person_id set m.valid_from = ? where p.number = ?")
                .param(LocalDate.now(clock)).param(prefix + "B1").update();
        api.put(Api.COUNTY, path + "/decision",
                "{\"verdict\":\"SAME\",\"keep\":\"%sA1\",\"reason\":\"r\"}".formatted(prefix));

        assertThat(api.put(Api.COUNTY2, path + "/approval", null).problem()).isEqualTo("duplicate-merge-too-early");
    }

    @Test
    void ofAPairInTwoCountiesEachSeesItsOwnAndThePrefectureBoth() {
        var id = twoAlike("韦跨县", HERE, "451423100201");

        var here = api.get(Api.COUNTY, "/duplicates/" + id);
        assertThat(here.json().path("second").path("elsewhere").asBoolean()).isTrue();
        assertThat(here.json().path("second").size()).isEqualTo(1);
        assertThat(here.json().has("score")).isFalse();
        assertThat(here.body()).doesNotContain(prefix + "B", "451423");
        assertThat(api.get(LONGZHOU, "/duplicates/" + id).body()).contains(prefix + "B1").doesNotContain(prefix + "A", "451481");
        assertThat(searches.pair(LONGZHOU, "", prefix + "B1", "").path("first").path("elsewhere").asBoolean()).isTrue();
        assertThat(searches.pair(LONGZHOU, "", prefix + "B1", "&minScore=0").isMissingNode()).isTrue();
        assertThat(api.get(Api.NEIGHBOUR, "/duplicates/" + id).status()).isEqualTo(404);

        var same = "{\"verdict\":\"SAME\",\"keep\":\"%sA1\",\"reason\":\"r\"}".formatted(prefix);
        assertThat(api.put(Api.COUNTY, "/duplicates/" + id + "/decision", same).problem()).isEqualTo("duplicate-other-elsewhere");
        assertThat(api.put(CITY, "/duplicates/" + id + "/decision", same).json().path("score").asInt()).isGreaterThan(58);
        assertThat(api.put(CITY2, "/duplicates/" + id + "/approval", null).json().path("state").asString()).isEqualTo("MERGED");
        assertThat(api.get(LONGZHOU, "/person-merges/" + prefix + "B1").json().path("elsewhere").asBoolean()).isTrue();
        assertThat(api.get(LONGZHOU, "/person-merges/" + prefix + "B1").body()).doesNotContain(prefix + "A1");
        assertThat(api.get(CITY, "/person-merges/" + prefix + "B1").json().path("into").asString()).isEqualTo(prefix + "A1");
    }

    @Test
    void whoMayNotSeeHealthAndChildrenSeesNoPairs() {
        var id = twoAlike("韦不见", HERE, HERE);
        var clerk = TestToken.person("clerk").grant("village-clerk", "rural-affairs", HERE);
        var inspector = TestToken.person("inspector").grant("inspector", "rural-affairs", "451481");

        assertThat(api.get(clerk, "/duplicates/" + id).status()).isEqualTo(403);
        assertThat(api.get(inspector, "/duplicates?area=451481").status()).isEqualTo(403);
    }

    private String twoAlike(String name, String villageOfOne, String villageOfOther) {
        var born = day();
        household("A", villageOfOne);
        household("B", villageOfOther);
        person("A", "A1", name, born, "01");
        person("B", "B1", name, born, "01");
        searches.run(CITY, "4514");
        JsonNode pair = searches.pair(CITY, prefix + "A1", prefix + "B1", "");
        assertThat(pair.path("id").asString("")).as(pair.toString()).isNotEmpty();
        return pair.path("id").asString();
    }

    private String state(String id) {
        return api.get(Api.COUNTY, "/duplicates/" + id).json().path("state").asString();
    }

    private String day() {
        return "19%02d%02d%02d".formatted(50 + sequence / 10 % 40, 1 + sequence / 10 % 12, 1 + sequence / 10 % 28);
    }

    private void household(String number, String village) {
        var columns = new HashMap<String, Object>();
        if (village.equals(HERE) && !number.equals("A")) { // the same phone makes a pair of two counties likely enough
            columns.put("phone", null);
            columns.put("phone_digest", null);
        }
        givens.household(prefix + number, village, columns);
    }

    private void person(String household, String number, String name, String born, String relation) {
        sequence++;
        givens.member(prefix + household, prefix + number, name,
                residentId("4514" + (10 + sequence % 80), born, sequence * 2 + 1),
                relation, Map.of());
    }

    private List<String> living() {
        return unprefixed(jdbc.sql("""
                select p.number from membership m join person p on p.id = m.person_id where p.number like ? and m.left_on is null
                """).param(prefix + "%").query(String.class).list());
    }

    private List<String> at(LocalDate day, Instant known) {
        return unprefixed(jdbc.sql("select p.number from %s m join person p on p.id = m.person_id where p.number like :like"
                .formatted(Moment.rows(Holder.MEMBERSHIP, "true"))).params(new Moment(day, known).params())
                .param("like", prefix + "%").query(String.class).list());
    }

    private List<String> unprefixed(List<String> numbers) {
        return numbers.stream().map(number -> number.substring(prefix.length())).toList();
    }
}
