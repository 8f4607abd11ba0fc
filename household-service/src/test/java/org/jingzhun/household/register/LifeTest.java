package org.jingzhun.household.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A household that came by an import, was corrected, lost a daughter to another county, and moved after her. */
@HouseholdServiceTest
class LifeTest {

    private static final TestToken READER = TestToken.person("reader").grant("inspector", "supervision", "451481");
    private static final TestToken LONGZHOU = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");
    private static final String THERE = "451423100201";

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

    private String from;
    private String to;

    @BeforeEach
    void aLife() {
        from = "LI" + UUID.randomUUID().toString().substring(0, 8);
        to = from + "B";
        var known = Map.<String, Object>of("valid_from", "2019-12-31", "recorded_from", "2020-01-10 00:00:00");
        givens.household(from, "451481102203", known);
        givens.household(to, THERE, known);
        member(from, "1", "19700101", "01");
        member(from, "2", "20000101", "04");
        event("E1", "imported", "2019-12-31", "2020-01-10T00:00:00", from, "451481102203", null, null, null);
        at("2021-03-01", "2021-03-02T00:00:00", () -> {
            history.write(Holder.HOUSEHOLD, household(from), Map.of("type", "2", "main_cause", "1"),
                    LocalDate.parse("2021-03-01"),
                    "county", Instant.parse("2021-03-02T00:00:00Z"));
            history.write(Holder.PERSON, person("2"), Map.of("labour", "2", "health", "2"), LocalDate.parse("2021-03-01"),
                    "county",
                    Instant.parse("2021-03-02T00:00:00Z"));
        });
        event("E2", "CORRECT_FIELDS", "2021-03-01", "2021-03-02T00:00:00", from, "451481102203", null, "type,mainCause", null);
        event("E3", "CORRECT_FIELDS", "2021-03-01", "2021-03-02T00:00:00", from, "451481102203", from + "-2", "labour,health",
                null);
        at("2022-05-01", "2022-05-03T00:00:00", () -> {
            history.end(membership("2"), Map.of("left_on", LocalDate.parse("2022-05-01"), "leave_reason", "2"),
                    LocalDate.parse("2022-05-01"), "county", Instant.parse("2022-05-03T00:00:00Z"));
            jdbc.sql("""
                    insert into membership (household_id, person_id, relation, joined_on, valid_from, recorded_from, created_at,
                           changed_at, changed_by)
                    values (:household, :person, '02', '2022-05-01', '2022-05-01', '2022-05-03', now(6), now(6), 'county')
                    """).param("household", household(to)).param("person", person("2")).update();
        });
        event("E4", "TRANSFER_MEMBER", "2022-05-01", "2022-05-03T00:00:00", from, "451481102203", from + "-2",
                "leftOn,leaveReason", to);
        at("2023-01-01", "2023-01-02T00:00:00", () -> history.write(Holder.HOUSEHOLD, household(from), Map.of("village", THERE),
                LocalDate.parse("2023-01-01"), "county", Instant.parse("2023-01-02T00:00:00Z")));
        event("E5", "MOVE_HOUSEHOLD", "2023-01-01", "2023-01-02T00:00:00", from, "451481102203", null, "village", null);
    }

    @Test
    void theLifeOfAHouseholdIsToldFromTheNewestWithWhatChanged() {
        var life = api.get(Api.COUNTY, "/households/" + from + "/life").json().path("items");

        assertThat(actions(life)).containsExactly("MOVE_HOUSEHOLD", "TRANSFER_MEMBER", "CORRECT_FIELDS", "CORRECT_FIELDS",
                "imported");
        var corrected = life.get(3);
        assertThat(corrected.path("effectiveOn").asString()).isEqualTo("2021-03-01");
        assertThat(corrected.path("recordedAt").asString()).isEqualTo("2021-03-02T08:00:00+08:00");
        assertThat(corrected.path("reason").asString()).isEqualTo("because");
        assertThat(corrected.path("approvedBy").asString()).isEqualTo("county2");
        assertThat(corrected.path("fields").get(0).path("field").asString()).isEqualTo("type");
        assertThat(corrected.path("fields").get(0).path("before").asString()).isEqualTo("1");
        assertThat(corrected.path("fields").get(0).path("after").asString()).isEqualTo("2");
        assertThat(corrected.path("fields").get(1).path("after").asString()).isEqualTo("1");
        assertThat(life.get(2).path("fields").get(1).path("after").toString()).isEqualTo("[\"2\"]");
        assertThat(life.get(1).path("fields").get(0).path("after").asString()).isEqualTo("2022-05-01");
        assertThat(life.get(1).has("otherHousehold")).as("lies in another county").isFalse();
    }

    @Test
    void pagesGoOnWhereTheyStopped() {
        var found = new java.util.ArrayList<String>();
        var next = "";
        do {
            var page = api.get(Api.COUNTY, "/households/" + from + "/life?limit=2" + (next.isEmpty() ? "" : "&after=" + next))
                    .json();
            found.addAll(actions(page.path("items")));
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(found).containsExactly("MOVE_HOUSEHOLD", "TRANSFER_MEMBER", "CORRECT_FIELDS", "CORRECT_FIELDS", "imported");
    }

    @Test
    void eachCountySeesWhatHappenedInIt() {
        var there = api.get(LONGZHOU, "/households/" + from + "/life").json().path("items");
        assertThat(actions(there)).containsExactly("MOVE_HOUSEHOLD", "TRANSFER_MEMBER");
        assertThat(there.get(1).has("household")).as("lay in another county").isFalse();
        assertThat(there.get(1).path("otherHousehold").asString()).isEqualTo(to);
        assertThat(api.get(Api.NEIGHBOUR, "/households/" + from + "/life").problem()).isEqualTo("household-not-found");
        assertThat(api.get(Api.NEIGHBOUR, "/persons/" + from + "-2/life").problem()).isEqualTo("person-not-found");
        assertThat(actions(api.get(LONGZHOU, "/households/" + to + "/life").json().path("items")))
                .containsExactly("TRANSFER_MEMBER");
    }

    @Test
    void whatTellsOfHealthIsWithheldFromTheLifeAsFromTheAnswers() {
        var life = api.get(READER, "/households/" + from + "/life").json().path("items");

        var corrected = life.get(3);
        assertThat(corrected.has("reason")).isFalse();
        assertThat(corrected.path("fields").get(0).path("after").asString()).isEqualTo("2");
        assertThat(corrected.path("fields").get(1).has("after")).isFalse();
        assertThat(corrected.path("fields").get(1).path("withheld").asBoolean()).isTrue();
        assertThat(life.get(2).path("fields").get(0).path("after").asString()).isEqualTo("2");
        assertThat(life.get(2).path("fields").get(1).path("withheld").asBoolean()).isTrue();
    }

    @Test
    void theLifeOfAPersonHoldsWhatImportsChangedInHim() {
        at("2021-12-31", "2022-01-20T00:00:00", () -> history.write(Holder.PERSON, person("2"), Map.of("education", "4"),
                LocalDate.parse("2021-12-31"), "importer", Instant.parse("2022-01-20T00:00:00Z")));
        event("E6", "changed-by-import", "2021-12-31", "2022-01-20T00:00:00", from, "451481102203", null, "education,wageIncome",
                null);
        event("E7", "changed-by-import", "2021-12-31", "2022-02-20T00:00:00", from, "451481102203", null, "fuel", null);

        var life = api.get(Api.COUNTY, "/persons/" + from + "-2/life").json().path("items");

        assertThat(actions(life)).containsExactly("TRANSFER_MEMBER", "changed-by-import", "CORRECT_FIELDS", "imported");
        assertThat(life.get(1).path("fields").get(0).path("before").asString()).isEqualTo("3");
        assertThat(life.get(1).path("fields").get(0).path("after").asString()).isEqualTo("4");
    }

    @Test
    void aPersonIsShownWhereHeLivesWithTheHouseholdsThatHeLeft() {
        var number = from + "-2";
        var there = api.get(LONGZHOU, "/persons/" + number).json();
        assertThat(there.path("name").asString()).isEqualTo("覃2");
        assertThat(there.path("household").path("number").asString()).isEqualTo(to);
        assertThat(there.path("relation").asString()).isEqualTo("02");
        assertThat(there.path("formerHouseholds").size()).as("lay elsewhere").isZero();
        assertThat(api.get(Api.COUNTY, "/persons/" + number).problem()).isEqualTo("person-not-found");

        var before = api.get(Api.COUNTY, "/persons/" + number + "?asOf=2022-04-30");
        assertThat(before.json().path("household").path("number").asString()).isEqualTo(from);
        assertThat(before.json().path("household").path("village").asString()).isEqualTo("451481102203");
        assertThat(before.json().path("labour").asString()).isEqualTo("2");
        assertThat(before.etag()).isPresent();
        assertThat(api.get(LONGZHOU, "/persons/" + number + "?asOf=2022-04-30").status()).isEqualTo(404);

        var city = TestToken.person("city").grant("city-officer", "rural-affairs", "4514");
        var former = api.get(city, "/persons/" + number).json().path("formerHouseholds");
        assertThat(former.get(0).path("number").asString()).isEqualTo(from);
        assertThat(former.get(0).path("village").asString()).isEqualTo("451481102203");
        assertThat(former.get(0).path("leftOn").asString()).isEqualTo("2022-05-01");
    }

    private void member(String household, String suffix, String born, String relation) {
        givens.member(household, household + "-" + suffix, "覃" + suffix,
                Givens.residentId("4514" + (10 + Math.floorMod(household.hashCode(), 80)), born,
                        Math.floorMod(household.hashCode() / 80, 900) + Integer.parseInt(suffix)),
                relation, Map.of("valid_from", "2019-12-31", "recorded_from", "2020-01-10 00:00:00"));
    }

    private void at(String day, String recorded, Runnable change) {
        assertThat(LocalDate.parse(day)).isBefore(LocalDateTime.parse(recorded).toLocalDate().plusDays(1));
        transaction.executeWithoutResult(status -> change.run());
    }

    private void event(String number, String action, String on, String at, String household, String village, String person,
            String fields, String other) {
        jdbc.sql("""
                insert into register_event (number, action, effective_on, recorded_at, household, village, person, other_household,
                       other_village, import_number, fields, reason, entered_by, approved_by)
                values (:number, :action, :on, :at, :household, :village, :person, :other, :otherVillage, :import, :fields, 'because',
                       'county', 'county2')
                """).param("number", number).param("action", action).param("on", LocalDate.parse(on))
                .param("at", LocalDateTime.parse(at).atOffset(ZoneOffset.UTC).toLocalDateTime()).param("household", household)
                .param("village", village).param("person", person).param("other", other)
                .param("otherVillage", other == null ? null : THERE).param("import", action.contains("import") ? "I1" : null)
                .param("fields", fields).update();
    }

    private long household(String number) {
        return jdbc.sql("select id from household where number = :number").param("number", number).query(Long.class).single();
    }

    private long person(String suffix) {
        return jdbc.sql("select id from person where number = :number").param("number", from + "-" + suffix).query(Long.class)
                .single();
    }

    private long membership(String suffix) {
        return jdbc.sql("select id from membership where left_on is null and person_id = :person").param("person", person(suffix))
                .query(Long.class).single();
    }

    private static List<String> actions(JsonNode life) {
        return life.valueStream().map(event -> event.path("action").asString()).toList();
    }
}
