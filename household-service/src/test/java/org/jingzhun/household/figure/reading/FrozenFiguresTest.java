package org.jingzhun.household.figure.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.awaitility.Awaitility;
import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.figure.CountedRegister;
import org.jingzhun.household.history.History;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A city of four counties, in one of which households live, is frozen county by county, and then corrected backwards in time. */
@HouseholdServiceTest
class FrozenFiguresTest {

    private static final TestToken CITY = TestToken.person("fangchenggang").grant("city-officer", "rural-affairs", "4506");
    private static final TestToken INSPECTOR = TestToken.person("inspector-f").grant("inspector", "supervision", "4506");
    private static final String ONE = "450621100201";
    private static final String NEXT = "450621100202";
    private static final String FAR = "450621101201";
    private static final List<String> AREAS = List.of(ONE, NEXT, FAR, "450621100", "450621101", "450621");

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    CountedRegister counted;
    @Autowired
    History history;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void twelveHouseholds() {
        givens.forgetAll();
        for (int i = 0; i < 12; i++) {
            var known = new TreeMap<String, Object>(Map.of("valid_from", "2014-06-01", "recorded_from", "2015-01-10 00:00:00",
                    "type", i < 9 ? "1" : "2", "exit_state", i % 2 == 0 ? "1" : "2", "main_cause", i < 2 ? "1" : "7"));
            givens.household("FZ" + i, i < 5 ? ONE : i < 7 ? NEXT : FAR, known);
            member(i, 1, Givens.residentId("450621", "1950010" + (i % 9 + 1), 301 + 2 * i), "01",
                    Map.of("health", i < 3 ? "2,4" : "1"));
            member(i, 2, Givens.residentId("450621", "2012010" + (i % 9 + 1), 401 + 2 * i), "03", Map.of("labour", "5"));
        }
        givens.household("FZ-LATER", ONE, Map.of("valid_from", "2021-06-01"));
        counted.fill();
    }

    private void member(int household, int number, String id, String relation, Map<String, Object> columns) {
        var known = new TreeMap<String, Object>(columns);
        known.put("valid_from", "2014-06-01");
        known.put("recorded_from", "2015-01-10 00:00:00");
        givens.member("FZ" + household, "FZ" + household + "-" + number, "农大山", id, relation, known);
        jdbc.sql("update membership set valid_from = '2014-06-01', recorded_from = '2015-01-10' where person_id = "
                + "(select id from person where number = ?)").param("FZ" + household + "-" + number).update();
    }

    @Test
    void aFrozenFigureEqualsItsListAndIsNotMovedByACorrection() {
        freeze("450621", 2019);
        var before = new TreeMap<String, String>();
        for (var area : AREAS) {
            requireList(area, 2019);
            for (var measure : List.of("register", "type", "poor", "exit-state", "main-cause", "age", "labour", "health",
                    "education")) {
                var figure = frozen(CITY, measure, area, 2019);
                before.put(area + "/" + measure, numbers(figure, "frozen").toString());
                assertThat(numbers(figure, "present")).as(area + " " + measure + ": nothing was corrected")
                        .isEqualTo(numbers(figure, "frozen"));
            }
        }

        correct("FZ0", Map.of("type", "5", "exit_state", "2"));

        var type = frozen(CITY, "type", "450621", 2019);
        assertThat(numbers(type, "frozen")).isEqualTo(Map.of("1", "9/18", "2", "3/6", "5", "0/0"));
        assertThat(numbers(type, "present")).isEqualTo(Map.of("1", "8/16", "2", "3/6", "5", "1/2"));
        assertThat(numbers(type, "corrected")).isEqualTo(Map.of("1", "-1/-2", "2", "0/0", "5", "1/2"));
        assertThat(numbers(frozen(CITY, "poor", ONE, 2019), "corrected")).isEqualTo(Map.of("", "-1/-2"));
        assertThat(numbers(frozen(CITY, "poor", FAR, 2019), "corrected")).isEqualTo(Map.of("", "0/0"));
        before.remove("450621/type");
        before.forEach((key, was) -> {
            var part = key.split("/", -1);
            var now = numbers(frozen(CITY, part[1], part[0], 2019), "frozen");
            now.values().removeIf("0/0"::equals);
            assertThat(now.toString()).as(key).isEqualTo(was);
        });
        assertThatThrownBy(() -> jdbc.sql("update frozen_figure set persons = 0 where year = 2019").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from frozen_figure_county where year = 2019").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aCityIsAddedUpOnlyWhenAllItsCountiesAreFrozen() {
        freeze("450621", 2018);
        var some = frozen(CITY, "register", "4506&by=division", 2018);
        assertThat(some.has("cells")).isFalse();
        assertThat(some.path("missing").valueStream().map(it -> it.path("county").asString()))
                .containsExactly("450602", "450603", "450681");
        assertThat(some.path("divisions").valueStream().map(it -> it.path("division").asString() + " " + it.has("cells")))
                .containsExactly("450602 false", "450603 false", "450621 true", "450681 false");

        for (var county : List.of("450602", "450603", "450681")) {
            freeze(county, 2018);
        }

        var all = frozen(CITY, "register", "4506&by=division", 2018);
        assertThat(all.has("missing")).isFalse();
        assertThat(numbers(all, "frozen")).isEqualTo(Map.of("", "12/24"));
        assertThat(all.path("divisions").valueStream().map(it -> it.path("division").asString() + " " + numbers(it, "frozen")))
                .containsExactly("450602 {=0/0}", "450603 {=0/0}", "450621 {=12/24}", "450681 {=0/0}");
        var townships = frozen(CITY, "register", "450621&by=division", 2018).path("divisions");
        assertThat(townships.valueStream().map(it -> it.path("division").asString() + " " + numbers(it, "frozen")))
                .containsExactly("450621100 {=7/14}", "450621101 {=5/10}");
        assertThat(numbers(frozen(CITY, "labour", "450621100&type=1", 2018), "frozen"))
                .isEqualTo(Map.of("1", "7/7", "5", "7/7"));
    }

    @Test
    void whoMayNotReadWhatIsSensitiveSeesNeitherSmallCellsNorWhatWasCorrected() {
        freeze("450621", 2017);
        var figure = frozen(INSPECTOR, "main-cause", "450621", 2017);
        assertThat(figure.path("cells").valueStream().map(it -> it.path("hidden").asBoolean())).containsExactly(true, true);
        assertThat(figure.toString()).doesNotContain("persons", "corrected");
        assertThat(figure.path("withheld").get(0).asString()).isEqualTo("present");
        assertThat(numbers(frozen(INSPECTOR, "labour", "450621", 2017), "corrected")).containsEntry("5", "0/0");
        assertThat(api.get(INSPECTOR, "/frozen-figures/main-cause?area=450621&year=2017&type=1").status()).isEqualTo(403);
        assertThat(api.get(Api.COUNTY, "/frozen-figures/register?area=450621&year=2017").status()).isEqualTo(403);
    }

    @Test
    void aSnapshotThatIsOlderThanFrozenFiguresIsCountedByTheJob() {
        jdbc.sql("""
                insert into snapshot (number, area, year, as_of, known_at, state, after_village, ordered_by, ordered_at, finished_at)
                values ('SFZ', '450621', 2016, '2016-12-31', '2017-01-05', 'DONE', :village, 'x', '2017-01-05', '2017-01-05')
                """).param("village", ONE).update();
        jdbc.sql("""
                insert into household_snapshot (year, village, number, snapshot_id, household_id, type, exit_state)
                values (2016, :village, 'FZ0', (select id from snapshot where number = 'SFZ'), 1, '6', '1')
                """).param("village", ONE).update();

        Awaitility.await().atMost(Duration.ofSeconds(120))
                .until(() -> !frozen(CITY, "type", "450621", 2016).has("missing"));

        assertThat(numbers(frozen(CITY, "type", "450621", 2016), "frozen")).containsEntry("6", "1/0").containsEntry("1", "0/0");
    }

    @Test
    void whatThereIsNotIsSaid() {
        assertThat(api.get(CITY, "/frozen-figures/nothing?area=450621&year=2019").status()).isEqualTo(404);
        assertThat(api.get(CITY, "/frozen-figures/flows?area=450621&year=2019").status()).isEqualTo(404);
        assertThat(api.get(CITY, "/frozen-figures/poor?area=450621&year=2999").status()).isEqualTo(422);
        assertThat(api.get(CITY, "/frozen-figures/poor?area=450621&year=" + LocalDate.now(Clock.systemUTC()).getYear()).status())
                .isEqualTo(422);
        assertThat(api.get(CITY, "/frozen-figures/age?area=450621&year=2019&type=1").status()).isEqualTo(422);
        assertThat(api.get(CITY, "/frozen-figures/poor?area=" + ONE + "&year=2019&by=division").status()).isEqualTo(422);
        assertThat(frozen(CITY, "poor", "450621", 2014).path("missing").get(0).path("county").asString()).isEqualTo("450621");
    }

    /** By the list that snapshots open to, and by statements over what they hold. */
    private void requireList(String area, int year) {
        var register = new TreeMap<String, int[]>();
        var types = new TreeMap<String, int[]>();
        var states = new TreeMap<String, int[]>();
        var poor = new TreeMap<String, int[]>();
        var next = "";
        do {
            var page = api.get(CITY, "/snapshots/" + year + "/households?limit=4&area=" + area
                    + (next.isEmpty() ? "" : "&after=" + next)).json();
            page.path("items").forEach(line -> {
                var persons = line.path("members").asInt();
                count(register, "", persons);
                count(types, line.path("type").asString(), persons);
                count(states, line.path("exitState").asString(), persons);
                if (line.path("exitState").asString().equals("1")) {
                    count(poor, "", persons);
                }
            });
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        requireEqual("register", area, year, register);
        requireEqual("type", area, year, types);
        requireEqual("exit-state", area, year, states);
        requireEqual("poor", area, year, poor);
        for (var column : List.of("labour", "education")) {
            var counts = new TreeMap<String, int[]>();
            jdbc.sql(
                    "select %1$s, count(distinct household), count(*) from member_snapshot where year = ? and village like ? group by %1$s"
                            .formatted(column))
                    .param(year).param(area + "%")
                    .query(row -> {
                        counts.put(row.getString(1), new int[]{row.getInt(2), row.getInt(3)});
                    });
            requireEqual(column, area, year, counts);
        }
    }

    private static void count(Map<String, int[]> counts, String cell, int persons) {
        var count = counts.computeIfAbsent(cell, it -> new int[2]);
        count[0]++;
        count[1] += persons;
    }

    private void requireEqual(String measure, String area, int year, Map<String, int[]> counts) {
        var expected = new TreeMap<String, String>();
        counts.forEach((cell, count) -> expected.put(cell, count[0] + "/" + count[1]));
        if (counts.isEmpty()) {
            expected.put("", "0/0");
        }
        assertThat(numbers(frozen(CITY, measure, area, year), "frozen")).as(measure + " " + area).isEqualTo(expected);
    }

    private void freeze(String county, int year) {
        var ordered = api.post(CITY, "/snapshots", "{\"area\":\"" + county + "\",\"year\":" + year + "}");
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> api
                .get(CITY, "/snapshots/" + ordered.json().path("number").asString()).json().path("state").asString()
                .equals("DONE"));
    }

    private void correct(String household, Map<String, Object> values) {
        transaction.executeWithoutResult(status -> history.write(Holder.HOUSEHOLD,
                jdbc.sql("select id from household where number = ?").param(household).query(Long.class).single(), values,
                LocalDate.parse("2018-06-01"), "officer", Instant.now(Clock.systemUTC())));
        counted.fill();
    }

    private JsonNode frozen(TestToken who, String measure, String area, int year) {
        var figure = api.get(who, "/frozen-figures/" + measure + "?year=" + year + "&area=" + area);
        assertThat(figure.status()).as(figure.body()).isEqualTo(200);
        return figure.json();
    }

    private static Map<String, String> numbers(JsonNode figure, String which) {
        var cells = new TreeMap<String, String>();
        figure.path("cells").forEach(it -> cells.put(it.path("cell").asString(),
                it.path(which).path("households").asInt(0) + "/" + it.path(which).path("persons").asInt()));
        return cells;
    }
}
