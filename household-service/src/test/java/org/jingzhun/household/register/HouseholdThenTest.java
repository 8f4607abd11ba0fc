package org.jingzhun.household.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
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
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** A household that changed its type, moved to another county, and lost a member: at each moment as it was, for who covers where it lay. */
@HouseholdServiceTest
class HouseholdThenTest {

    private static final TestToken LONGZHOU = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");
    private static final String OLD_VILLAGE = "451481101208";
    private static final String NEW_VILLAGE = "451423100201";

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
    void aHouseholdWithAPast() {
        givens.forget("THEN1");
        var known = Map.<String, Object>of("valid_from", "2018-12-31", "recorded_from", "2019-01-10 00:00:00");
        givens.household("THEN1", OLD_VILLAGE, known);
        givens.member("THEN1", "THEN1-1", "岑大河", Givens.residentId("451481", "19700101", 821), "01", known);
        givens.member("THEN1", "THEN1-2", "岑小河", Givens.residentId("451481", "19950101", 822), "03", known);
        jdbc.sql(
                "update membership set valid_from = '2018-12-31', recorded_from = '2019-01-10 00:00:00' where household_id = :id")
                .param("id", household()).update();
        var columns = new HashMap<String, Object>();
        columns.put("type", "2");
        write(Holder.HOUSEHOLD, household(), columns, "2020-06-01", "2020-06-02T00:00:00Z");
        write(Holder.HOUSEHOLD, household(), Map.of("village", NEW_VILLAGE), "2022-03-01", "2022-03-02T00:00:00Z");
        transaction.executeWithoutResult(status -> history.end(membership("THEN1-2"),
                Map.of("left_on", LocalDate.parse("2021-05-01"), "leave_reason", "2"), LocalDate.parse("2021-05-01"), "officer",
                Instant.parse("2021-05-03T00:00:00Z")));
    }

    @Test
    void aHouseholdIsShownAsItWasOnADayAndAsItWasKnownThen() {
        var before = at("2019-12-31", "");
        assertThat(before.path("type").asString()).isEqualTo("1");
        assertThat(before.path("village").asString()).isEqualTo(OLD_VILLAGE);
        assertThat(before.path("asOf").asString()).isEqualTo("2019-12-31");
        assertThat(names(before)).containsExactly("岑大河", "岑小河");
        assertThat(at("2021-01-01", "").path("type").asString()).isEqualTo("2");
        assertThat(names(at("2021-05-01", ""))).containsExactly("岑大河");
        assertThat(names(at("2021-05-01", "&knownAt=2021-05-02T00:00:00%2B08:00"))).containsExactly("岑大河", "岑小河");
        assertThat(at("2020-06-01", "&knownAt=2020-06-01T12:00:00%2B08:00").path("type").asString()).isEqualTo("1");
        assertThat(api.get(Api.COUNTY, "/households/THEN1?asOf=2018-12-30").problem()).isEqualTo("household-not-found");
        var known = api.get(Api.COUNTY, "/households/THEN1?knownAt=2020-01-05T00:00:00%2B08:00").json();
        assertThat(known.path("asOf").asString()).isEqualTo("2020-01-05");
        assertThat(known.path("type").asString()).isEqualTo("1");
    }

    @Test
    void whoeverCoversWhereItLaySeesItAsItLayThere() {
        assertThat(api.get(Api.COUNTY, "/households/THEN1").status()).isEqualTo(404);
        assertThat(api.get(LONGZHOU, "/households/THEN1").json().path("village").asString()).isEqualTo(NEW_VILLAGE);
        assertThat(api.get(Api.COUNTY, "/households/THEN1?asOf=2022-02-28").status()).isEqualTo(200);
        assertThat(api.get(LONGZHOU, "/households/THEN1?asOf=2022-02-28").status()).isEqualTo(404);
        assertThat(api.get(Api.COUNTY, "/households/THEN1?asOf=2022-03-01").status()).isEqualTo(404);
        assertThat(api.get(LONGZHOU, "/households/THEN1?asOf=2022-03-01").status()).isEqualTo(200);
    }

    @Test
    void theTagOfAMomentStaysUntilThatMomentIsSeenOtherwise() {
        var path = "/households/THEN1?asOf=2020-01-01&years=true";
        var before = api.get(Api.COUNTY, path).etag().orElseThrow();
        assertThat(before).matches("\"m[0-9a-f]+\"");
        assertThat(api.get(Api.COUNTY, path).etag()).contains(before);

        write(Holder.HOUSEHOLD, household(), Map.of("hamlet", "那屯"), "2019-06-01", "2023-01-01T00:00:00Z");

        assertThat(api.get(Api.COUNTY, path).etag()).isPresent().get().isNotEqualTo(before);
        assertThat(api.get(Api.COUNTY, path).json().path("hamlet").asString()).isEqualTo("那屯");
        assertThat(api.get(Api.COUNTY, path + "&knownAt=2022-12-31T00:00:00Z").json().path("hamlet").isNull()).isTrue();
    }

    @Test
    void theFutureAndWhatIsNoDayAreRefused() {
        for (var wrong : List.of("asOf=2999-01-01", "knownAt=2999-01-01T00:00:00%2B08:00")) {
            assertThat(api.get(Api.COUNTY, "/households/THEN1?" + wrong).problem()).isEqualTo("moment-in-the-future");
        }
        for (var wrong : List.of("asOf=yesterday", "asOf=2020-02-31", "knownAt=2020-01-01", "knownAt=now")) {
            var refused = api.get(Api.COUNTY, "/households/THEN1?" + wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(400);
            assertThat(refused.body()).contains(wrong.substring(0, wrong.indexOf('=')));
        }
    }

    private long household() {
        return jdbc.sql("select id from household where number = 'THEN1'").query(Long.class).single();
    }

    private long membership(String person) {
        return jdbc.sql("select m.id from membership m join person p on p.id = m.person_id where p.number = :number")
                .param("number", person).query(Long.class).single();
    }

    private void write(Holder holder, long id, Map<String, Object> columns, String from, String at) {
        transaction.executeWithoutResult(
                status -> history.write(holder, id, columns, LocalDate.parse(from), "officer", Instant.parse(at)));
    }

    private JsonNode at(String day, String more) {
        return api.get(Api.COUNTY, "/households/THEN1?asOf=" + day + more).json();
    }

    private static List<String> names(JsonNode household) {
        return household.path("members").valueStream().map(member -> member.path("name").asString()).toList();
    }
}
