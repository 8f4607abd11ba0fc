package org.jingzhun.household.snapshot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.awaitility.Awaitility;
import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.History;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A county of its own is frozen, and then corrected backwards in time. */
@HouseholdServiceTest
class SnapshotTest {

    private static final TestToken TIANDONG = TestToken.person("tiandong").grant("county-officer", "rural-affairs", "451022");
    private static final TestToken READER = TestToken.person("reader").grant("inspector", "supervision", "451022");
    private static final String VILLAGE = "451022100200";

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    History history;
    @Autowired
    Snapshots snapshots;
    @Autowired
    Taking taking;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void aSnapshotStaysAsItIsWhateverIsCorrected() {
        var known = Map.<String, Object>of("valid_from", "2018-12-31", "recorded_from", "2019-01-10 00:00:00", "main_cause", "1");
        givens.household("SN1", VILLAGE, known);
        givens.household("SN2", "451022101200", Map.of("valid_from", "2018-12-31"));
        givens.household("SN3", VILLAGE, Map.of("valid_from", "2021-01-01"));
        givens.household("SN4", VILLAGE, Map.of("valid_from", "2019-01-01", "removed_on", "2019-01-01"));
        givens.member("SN1", "SN1-1", "黎大山", Givens.residentId("451022", "19700101", 851), "01",
                givens.phone("SN1-1", "13800138002"));
        givens.member("SN1", "SN1-2", "黎小山", Givens.residentId("451022", "20200101", 852), "03", Map.of("labour", "5"));

        var ordered = api.post(TIANDONG, "/snapshots", "{\"area\":\"451022\",\"year\":2019}");
        assertThat(ordered.status()).isEqualTo(202);
        var number = ordered.json().path("number").asString();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> state(number).equals("DONE"));

        var done = api.get(TIANDONG, "/snapshots/" + number).json();
        assertThat(done.path("households").asInt()).isEqualTo(2);
        assertThat(done.path("persons").asInt()).isEqualTo(2);
        assertThat(done.path("asOf").asString()).isEqualTo("2019-12-31");
        transaction.executeWithoutResult(status -> history.write(Holder.HOUSEHOLD,
                jdbc.sql("select id from household where number = 'SN1'").query(Long.class).single(), Map.of("type", "5"),
                LocalDate.parse("2019-06-01"), "officer", Instant.now(java.time.Clock.systemUTC())));
        jdbc.sql("update person set name = '改名' where number = 'SN1-1'").update();

        assertThat(api.get(TIANDONG, "/households/SN1?asOf=2019-12-31").json().path("type").asString()).isEqualTo("5");
        var frozen = api.get(TIANDONG, "/snapshots/2019/households/SN1").json();
        assertThat(frozen.path("type").asString()).isEqualTo("1");
        assertThat(frozen.path("mainCause").asString()).isEqualTo("1");
        assertThat(frozen.path("members").get(0).path("name").asString()).isEqualTo("黎大山");
        assertThat(frozen.path("members").get(0).path("phone").asString()).isEqualTo("138****8002");
        assertThat(frozen.path("members").get(0).path("residentId").asString()).startsWith("4510**********");
        var list = api.get(TIANDONG, "/snapshots/2019/households?area=451022&limit=1").json();
        assertThat(list.path("items").get(0).path("number").asString()).isEqualTo("SN1");
        assertThat(list.path("items").get(0).path("members").asInt()).isEqualTo(2);
        var rest = api.get(TIANDONG, "/snapshots/2019/households?area=451022&limit=1&after=" + list.path("next").asString())
                .json();
        assertThat(rest.path("items").get(0).path("number").asString()).isEqualTo("SN2");
        assertThat(rest.has("next")).isFalse();

        var seen = api.get(READER, "/snapshots/2019/households/SN1").json();
        assertThat(seen.path("mainCause").isNull()).isTrue();
        assertThat(seen.path("members").get(1).path("name").isNull()).as("a child").isTrue();
        assertThat(api.get(Api.COUNTY, "/snapshots/2019/households/SN1").problem()).isEqualTo("snapshot-not-found");
        assertThat(api.get(Api.COUNTY, "/snapshots/" + number).problem()).isEqualTo("snapshot-not-found");
        assertThat(api.post(TIANDONG, "/snapshots", "{\"area\":\"451022\",\"year\":2019}").problem())
                .isEqualTo("snapshot-exists");
        assertThatThrownBy(() -> jdbc.sql("update household_snapshot set type = '9' where number = 'SN1'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from member_snapshot").update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void aSnapshotThatBrokeOffGoesOnBehindItsLastVillage() {
        givens.household("SN7", "451027100200", Map.of("valid_from", "2018-12-31"));
        givens.household("SN8", "451027101200", Map.of("valid_from", "2018-12-31"));
        givens.household("SN9", "451027102200", Map.of("valid_from", "2018-12-31"));
        var first = snapshots.add("451027", 2019, "nobody");

        assertThat(taking.next(first)).isTrue();
        assertThat(taking.next(first)).as("another process, with what it saw before").isFalse();
        assertThat(api.get(TestToken.person("lingyun").grant("county-officer", "rural-affairs", "451027"),
                "/snapshots/2019/households?area=451027").json().path("items").size()).as("not finished").isZero();
        while (taking.next(snapshots.find(first.number()).orElseThrow())) {
            assertThat(snapshots.find(first.number()).orElseThrow().households()).isLessThanOrEqualTo(3);
        }

        var done = snapshots.find(first.number()).orElseThrow();
        assertThat(done.state()).isEqualTo("DONE");
        assertThat(done.households()).isEqualTo(3);
    }

    @Test
    void onlyEndedYearsOfCountiesOfTheCallerAreTaken() {
        assertThat(api.post(TIANDONG, "/snapshots", "{\"area\":\"451022\",\"year\":2999}").problem())
                .isEqualTo("snapshot-not-possible");
        assertThat(api.post(TIANDONG, "/snapshots", "{\"area\":\"451022100\",\"year\":2018}").problem())
                .isEqualTo("snapshot-not-possible");
        assertThat(api.post(TIANDONG, "/snapshots", "{\"area\":\"451481\",\"year\":2018}").problem()).isEqualTo("area-not-yours");
        assertThat(api.post(READER, "/snapshots", "{\"area\":\"451022\",\"year\":2018}").status()).isEqualTo(403);
    }

    private String state(String number) {
        return api.get(TIANDONG, "/snapshots/" + number).json().path("state").asString();
    }
}
