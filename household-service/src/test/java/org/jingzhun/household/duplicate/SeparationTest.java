package org.jingzhun.household.duplicate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.Merges;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.Givens.residentId;

/** A merge that was wrong: B1, alone in household B, was merged into A2 of household A; C1 and C2 live in household C. */
@HouseholdServiceTest
class SeparationTest {

    private static final String HERE = "451481101213";
    private static final String WRONG = "{\"verdict\":\"NOT_SAME\",\"reason\":\"合并有误\"}";

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    Merges merges;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    @BeforeEach
    void threeHouseholds() {
        givens.forgetAll();
        for (var household : List.of("A", "B", "C")) {
            givens.household(household, HERE, Map.of());
        }
        person("A", "A1", 1, "01");
        person("A", "A2", 3, "99");
        person("B", "B1", 5, "01");
        person("C", "C1", 7, "01");
        person("C", "C2", 9, "02");
    }

    @Test
    void bothStandAgainAsIfNothingHadBeen() {
        var pair = merges.merge("B1", "A2");
        assertThat(living()).containsExactly("A1 01", "A2 99", "C1 01", "C2 02");
        var merged = clock.instant();

        var proposed = api.put(Api.TOWN, pair + "/decision", WRONG);
        assertThat(proposed.json().path("state").asString()).as(proposed.body()).isEqualTo("SEPARATION_PROPOSED");
        assertThat(living()).hasSize(4);
        assertThat(api.put(Api.TOWN, pair + "/approval", null).status()).isEqualTo(403);
        assertThat(api.put(Api.COUNTY, pair + "/approval", null).json().path("state").asString()).isEqualTo("NOT_SAME");

        assertThat(living()).containsExactly("A1 01", "A2 99", "B1 01", "C1 01", "C2 02");
        var today = LocalDate.now(clock);
        assertThat(at(today, clock.instant())).contains("B1");
        assertThat(at(today, merged)).as("as known between").doesNotContain("B1");
        assertThat(at(today.minusDays(1), merged)).contains("B1");
        assertThat(jdbc.sql("select count(*) from household where number = 'B' and removed_on is null and removal_reason is null")
                .query(Integer.class).single()).isEqualTo(1);
        assertThat(api.get(Api.COUNTY, "/households/B").json().path("members").size()).isEqualTo(1);
        assertThat(api.get(Api.COUNTY, "/person-merges/B1").status()).isEqualTo(404);
        assertThat(api.get(Api.COUNTY, "/persons/B1").json().has("mergedInto")).isFalse();
        assertThat(events()).endsWith("separate-persons B1 town county", "separate-persons A2 town county",
                "restore-household - town county");
        assertThat(jdbc.sql("select entered_by from person_merge_undone").query(String.class).list()).containsExactly("town");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'duplicate.separated' and subject in ('A2', 'B1')")
                .query(Integer.class).single()).isGreaterThanOrEqualTo(2);
        assertThat(api.get(Api.COUNTY, "/persons/B1/life").body()).contains("separate-persons");
    }

    @Test
    void itTakesTwoAndMayBeRefused() {
        var pair = merges.merge("B1", "A2");
        assertThat(api.put(Api.NEIGHBOUR, pair + "/decision", WRONG).problem()).isEqualTo("duplicate-not-found");
        assertThat(api.put(Api.COUNTY, pair + "/decision", WRONG.replace("}", ",\"keep\":\"A2\"}")).problem())
                .isEqualTo("duplicate-in-other-state");
        api.put(Api.COUNTY, pair + "/decision", WRONG);

        assertThat(api.put(Api.COUNTY, pair + "/approval", null).problem()).isEqualTo("duplicate-second-officer-required");
        assertThat(api.put(Api.COUNTY2, pair + "/refusal", "{\"reason\":\"确系一人\"}").json().path("state").asString())
                .isEqualTo("MERGED");

        assertThat(living()).doesNotContain("B1 01");
        assertThat(api.get(Api.COUNTY, pair).json().path("keep").asString()).isEqualTo("A2");
        assertThat(api.put(Api.COUNTY2, pair + "/approval", null).problem()).isEqualTo("duplicate-in-other-state");
    }

    @Test
    void whatHeWasOnTheDayOfTheMergeHeIsAgain() {
        var today = LocalDate.now(clock).toString();
        assertThat(changed("C", "change-head", today,
                ",\"relations\":[{\"person\":\"C1\",\"relation\":\"99\"},{\"person\":\"C2\",\"relation\":\"01\"}]"))
                .isEqualTo("APPLIED");
        var pair = merges.merge("C1", "A2");

        merges.undo(pair);

        assertThat(living()).containsExactly("A1 01", "A2 99", "B1 01", "C1 99", "C2 01");
        assertThat(jdbc.sql("select x.relation from %s x join person p on p.id = x.person_id where p.number = 'C1'"
                .formatted(Moment.rows(Holder.MEMBERSHIP, "true")))
                .params(new Moment(LocalDate.now(clock).minusDays(1), clock.instant()).params()).query(String.class).single())
                .isEqualTo("01");
    }

    @Test
    void whoLivesSomewhereAgainStaysThere() {
        var pair = merges.merge("B1", "A2");
        jdbc.sql("""
                insert into membership (household_id, person_id, relation, version, created_at, changed_at, changed_by, valid_from)
                select h.id, p.id, '99', 1, now(6), now(6), 't', current_date from household h join person p on p.number = 'B1'
                 where h.number = 'C'
                """).update();

        blocked(pair, "lives-again", "C");
    }

    @Test
    void aPlaceThatWasCorrectedSinceIsNotReopened() {
        var pair = merges.merge("B1", "A2");
        jdbc.sql("""
                update membership m join person p on p.id = m.person_id set m.recorded_from = now(6) + interval 1 second
                 where p.number = 'B1'
                """).update();

        blocked(pair, "membership-changed", "B");
    }

    @Test
    void anotherSpouseHasComeMeanwhile() {
        var pair = merges.merge("C2", "A2");
        assertThat(changed("C", "add-member", LocalDate.now(clock).toString(), """
                ,"member":{"relation":"02","joinReason":"03","values":{"name":"梁新","residentId":"%s","ethnicity":"08","health":["1"],
                "education":"3","labour":"1"}}""".formatted(residentId("451481", "19760102", 20)))).isEqualTo("APPLIED");

        blocked(pair, "other-spouse", "C");
    }

    @Test
    void theHouseholdHasLeftTheRegisterMeanwhile() {
        var pair = merges.merge("C2", "A2");
        assertThat(changed("C", "remove-household", LocalDate.now(clock).toString(), ",\"removalReason\":\"4\""))
                .isEqualTo("APPLIED");

        blocked(pair, "household-removed", "C");
    }

    @Test
    void aLaterMergeIsUndoneFirst() {
        var first = merges.merge("B1", "A2");
        var second = merges.merge("A2", "C2");
        assertThat(api.get(Api.COUNTY, "/person-merges/B1").json().path("into").asString()).isEqualTo("C2");

        blocked(first, "merged-further", "C2");

        merges.undo(second);
        merges.undo(first);
        assertThat(living()).containsExactly("A1 01", "A2 99", "B1 01", "C1 01", "C2 02");
    }

    @Test
    void whatChangesBetweenTheOfficersIsJudgedAgain() {
        var pair = merges.merge("B1", "A2");
        api.put(Api.COUNTY, pair + "/decision", WRONG);
        jdbc.sql("update person set version = version + 1 where number = 'A2'").update();

        assertThat(api.put(Api.COUNTY2, pair + "/approval", null).problem()).isEqualTo("duplicate-changed-meanwhile");
        assertThat(living()).doesNotContain("B1 01");
    }

    private void blocked(String pair, String what, String number) {
        var before = living();
        var answer = api.put(Api.COUNTY, pair + "/decision", WRONG);
        assertThat(answer.problem()).as(answer.body()).isEqualTo("duplicate-separation-blocked");
        assertThat(answer.status()).isEqualTo(409);
        var way = answer.json().path("inTheWay").path(0);
        assertThat(way.path("what").asString()).isEqualTo(what);
        assertThat(way.path("number").asString()).isEqualTo(number);
        assertThat(way.path("detail").asString()).contains(number);
        assertThat(living()).isEqualTo(before);
        assertThat(api.get(Api.COUNTY, pair).json().path("state").asString()).isEqualTo("MERGED");
    }

    private String changed(String household, String action, String on, String payload) {
        var tag = api.get(Api.COUNTY, "/households/" + household).etag().orElseThrow();
        var entered = api.post(Api.COUNTY, "/changes", """
                {"action":"%s","household":"%s","effectiveOn":"%s","reason":"入户核实","evidence":"户口簿"%s}
                """.formatted(action, household, on, payload), "Idempotency-Key", UUID.randomUUID().toString(), "If-Match", tag);
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        if (entered.json().path("state").asString().equals("APPLIED")) {
            return "APPLIED";
        }
        return api.put(Api.COUNTY2, "/changes/" + entered.json().path("number").asString() + "/approval", null).json()
                .path("state").asString();
    }

    private void person(String household, String number, int sequence, String relation) {
        givens.member(household, number, "韦" + number, residentId("451481", "197%d0101".formatted(sequence), sequence), relation,
                Map.of("sex", relation.equals("02") ? "2" : "1"));
    }

    private List<String> living() {
        return jdbc.sql("""
                select concat(p.number, ' ', m.relation) from membership m join person p on p.id = m.person_id
                 where m.left_on is null order by p.number
                """).query(String.class).list();
    }

    private List<String> at(LocalDate day, Instant known) {
        return jdbc
                .sql("select p.number from %s m join person p on p.id = m.person_id"
                        .formatted(Moment.rows(Holder.MEMBERSHIP, "true")))
                .params(new Moment(day, known).params()).query(String.class).list();
    }

    private List<String> events() {
        return jdbc.sql("""
                select concat_ws(' ', action, coalesce(person, '-'), entered_by, approved_by) from register_event order by id
                """).query(String.class).list();
    }
}
