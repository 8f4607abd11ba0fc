package org.jingzhun.household.figure.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.figure.CountedRegister;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures by the API: ten households in two townships, some poor, and what they open to. */
@HouseholdServiceTest
class FigureApiTest {

    private static final String ONE = "451481101201";
    private static final String TWO = "451481100201";
    private static final TestToken INSPECTOR = TestToken.person("inspector").grant("inspector", "supervision", "451481");
    private static final TestToken CITY = TestToken.person("city-f").grant("city-officer", "rural-affairs", "4514");

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    CountedRegister counted;
    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;
    @Autowired
    PlatformTransactionManager transactions;

    TransactionTemplate apart;

    @BeforeEach
    void tenHouseholds() {
        apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        givens.forgetAll();
        for (int i = 0; i < 10; i++) {
            var poor = i < 6;
            givens.household("F" + i, i < 7 ? ONE : TWO,
                    Map.of("exit_state", poor ? "1" : "2", "main_cause", i < 2 ? "1" : "7", "type", i < 5 ? "1" : "2"));
            givens.member("F" + i, "F" + i + "-1", "农大海", Givens.residentId("451481", "1970010" + (i % 9 + 1), 1 + 2 * i), "01",
                    Map.of("health", i < 3 ? "2,4" : "1"));
            givens.member("F" + i, "F" + i + "-2", "农小海", Givens.residentId("451481", "2012010" + (i % 9 + 1), 101 + 2 * i), "03",
                    Map.of("labour", "5"));
        }
        counted.fill();
    }

    @Test
    void everyFigureEqualsTheListThatItOpensToAtEveryLevel() {
        for (var area : List.of(ONE, "451481101", "451481", "4514")) {
            for (var name : List.of("register", "type", "poor", "exit-state", "main-cause", "age", "labour", "health",
                    "education")) {
                var figure = api.get(CITY, "/figures/" + name + "?area=" + area);
                assertThat(figure.status()).as(figure.body()).isEqualTo(200);
                for (var cell : figure.json().path("cells")) {
                    requireRecords(name, area, cell);
                }
            }
        }
        assertThat(cells(api.get(CITY, "/figures/poor?area=451481").json())).isEqualTo(Map.of("", "6/12"));
        assertThat(cells(api.get(CITY, "/figures/register?area=451481101&type=1").json())).isEqualTo(Map.of("", "5/10"));
        assertThat(cells(api.get(CITY, "/figures/type?area=451481").json())).isEqualTo(Map.of("1", "5/10", "2", "5/10"));
        assertThat(cells(api.get(CITY, "/figures/health?area=451481").json()))
                .isEqualTo(Map.of("1", "10/17", "2", "3/3", "4", "3/3"));
    }

    @Test
    void agesAreToldToTheDayAlsoWhenTheyAreFolded() {
        counted.fold();

        for (var day : List.of(4, 5, 9)) { // ten children turn six from the 1st to the 9th, two of them on the 1st
            var six = day + 1;
            assertThat(cells(api.get(CITY, "/figures/age?area=451481&asOf=2018-01-0" + day).json()))
                    .isEqualTo(Map.of("6-15", "0/" + six, "0-5", "0/" + (10 - six), "16-59", "0/10").entrySet().stream()
                            .filter(it -> !it.getValue().equals("0/0"))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        }
    }

    private void requireRecords(String name, String area, JsonNode cell) {
        var code = cell.path("cell").asString();
        var lines = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = api.get(CITY,
                    "/figures/" + name + "/records?limit=4&area=" + area
                            + (code.isEmpty() ? "" : "&cell=" + code.replace("+", "%2B"))
                            + (next.isEmpty() ? "" : "&after=" + next));
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            page.json().path("items").forEach(lines::add);
            next = page.json().path("next").asString("");
        } while (!next.isEmpty());
        var households = lines.stream().map(line -> line.path("household").asString()).distinct().count();
        var persons = lines.stream().mapToInt(line -> line.has("person") ? 1 : line.path("persons").asInt()).sum();
        assertThat(persons).as(name + " " + area + " " + cell).isEqualTo(cell.path("persons").asInt());
        if (cell.has("households")) {
            assertThat(households).as(name + " " + area + " " + cell).isEqualTo(cell.path("households").asInt());
        }
    }

    @Test
    void divisionsAddUpAndTheDivisionAboveIsToldToWhoMaySeeIt() {
        var county = api.get(CITY, "/figures/register?area=451481&by=division").json();

        assertThat(county.path("divisions").valueStream().map(it -> it.path("division").asString() + " " + cells(it)))
                .containsExactly("451481100 {=3/6}", "451481101 {=7/14}");
        assertThat(cells(county.path("parent"))).containsEntry("", "10/20");
        assertThat(api.get(Api.COUNTY, "/figures/register?area=451481").json().path("withheld").get(0).asString())
                .isEqualTo("parent");
        assertThat(api.get(Api.COUNTY, "/figures/register?area=451423").status()).isEqualTo(403);
        assertThat(api.get(TestToken.person("c").grant("citizen", "public", "451481"), "/figures/register").status())
                .isEqualTo(403);
    }

    @Test
    void flowsAddUpToTheClosingAndOpenToTheirHouseholds() {
        jdbc.sql("update household set valid_from = '2019-03-01' where number in ('F0', 'F1')").update();
        jdbc.sql("update household set first_identified_on = '2015-01-01' where number = 'F1'").update();
        jdbc.sql(
                "update membership set valid_from = '2019-06-01', join_reason = '02' where person_id = (select id from person where number = 'F0-2')")
                .update();
        counted.fill();

        var flow = api.get(Api.COUNTY, "/figures/flows?area=451481&year=2019").json().path("flow");

        assertThat(flow.path("opening").path("households").asInt()).isEqualTo(4);
        assertThat(flow.path("reasons").path("NEW").path("persons").asInt()).isEqualTo(1);
        assertThat(flow.path("reasons").path("OTHER").path("persons").asInt()).isEqualTo(2);
        assertThat(flow.path("reasons").path("NATURAL_INCREASE").path("persons").asInt()).isEqualTo(1);
        assertThat(flow.path("closing").path("households").asInt()).isEqualTo(6);
        assertThat(flow.path("closing").path("persons").asInt()).isEqualTo(12);
        for (var reason : List.of("NEW", "OTHER", "NATURAL_INCREASE", "EXIT")) {
            var records = api.get(Api.COUNTY, "/figures/flows/records?area=451481&year=2019&reason=" + reason).json()
                    .path("items");
            assertThat(records.valueStream().mapToInt(it -> it.path("persons").asInt()).sum()).as(reason)
                    .isEqualTo(flow.path("reasons").path(reason).path("persons").asInt());
        }
    }

    @Test
    void hh13AMissingDenominatorGivesNoRateButAWarning() {
        var before = api.get(Api.COUNTY, "/figures/incidence?area=451481&year=2020").json();
        assertThat(before.path("rate").isNull()).isTrue();
        assertThat(before.path("denominator").isNull()).isTrue();
        assertThat(before.path("warning").asString()).isEqualTo("denominator-missing");
        assertThat(before.path("numerator").path("persons").asInt()).isEqualTo(12);

        var entered = api.post(Api.COUNTY, "/rural-populations",
                "{\"division\":\"451481\",\"year\":2020,\"persons\":1200,\"source\":\"统计年鉴\"}", "Idempotency-Key", key());
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        var after = api.get(Api.COUNTY, "/figures/incidence?area=451481&year=2020").json();
        assertThat(after.path("rate").decimalValue()).isEqualByComparingTo("1.00");
        assertThat(after.path("denominator").asInt()).isEqualTo(1200);
        assertThat(after.path("denominatorYear").asInt()).isEqualTo(2020);

        var batch = api.post(Api.COUNTY, "/exit-batches",
                "{\"division\":\"451481\",\"year\":2017,\"households\":306,\"persons\":1012,\"reportedRate\":1.32,\"source\":\"公告\"}",
                "Idempotency-Key", key());
        assertThat(batch.status()).as(batch.body()).isEqualTo(201);
        var shown = api.get(Api.COUNTY, "/exit-batches?area=451481&year=2017").json().path("items").get(0);
        assertThat(shown.path("average").decimalValue()).isEqualByComparingTo("3.31");
        assertThat(shown.path("warning").asString()).isEqualTo("denominator-missing");
    }

    @Test
    void hh14TargetsAndVerifiedExitsAreEnteredAndReported() {
        for (var body : List.of("\"level\":\"BASE\",\"counties\":2,\"villages\":112,\"people\":200000",
                "\"level\":\"STRETCH\",\"villages\":249,\"people\":209184",
                "\"counties\":2,\"villages\":180,\"people\":203500")) {
            assertThat(api.post(CITY, "/annual-tasks", "{\"division\":\"4514\",\"year\":2016," + body + ",\"source\":\"任务书\"}",
                    "Idempotency-Key", key()).status()).isEqualTo(201);
        }
        var tasks = api.get(CITY, "/annual-tasks?area=4514&year=2016").json().path("items");
        assertThat(tasks.get(0).path("fulfilled").asBoolean()).isTrue();
        assertThat(tasks.get(1).path("fulfilled").asBoolean()).isFalse();
        assertThat(tasks.get(1).path("people").path("rate").decimalValue()).isEqualByComparingTo("97.28");
    }

    @Test
    void smallCellsThatTellOfHealthAreHiddenFromWhoMayNotReadThem() {
        var open = cells(api.get(Api.COUNTY, "/figures/main-cause?area=451481").json());
        assertThat(open).isEqualTo(Map.of("1", "2/4", "7", "8/16"));

        var figure = api.get(INSPECTOR, "/figures/main-cause?area=451481").json();
        assertThat(figure.path("cells").valueStream().map(it -> it.path("hidden").asBoolean())).containsExactly(true, true);
        assertThat(figure.toString()).doesNotContain("\"persons\"");
        assertThat(api.get(INSPECTOR, "/figures/main-cause/records?area=451481").status()).isEqualTo(403);
        assertThat(api.get(INSPECTOR, "/figures/main-cause?area=451481&type=1").status()).isEqualTo(403);
        assertThat(cells(api.get(INSPECTOR, "/figures/labour?area=451481").json())).containsEntry("5", "10/10");
    }

    @Test
    void whatIsNotCountedYetIsNotTold() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select id from figure_progress where id = 1 for update").query(Integer.class).single(); // no job goes on
            apart.executeWithoutResult(it -> jdbc.sql("update figure_state set mode = 'CLEARING' where id = 1").update());
            for (var path : List.of("/figures/poor?area=451481", "/figures/flows?area=451481&year=2020",
                    "/figures/incidence?area=451481&year=2020")) {
                assertThat(api.get(Api.COUNTY, path).status()).as(path).isEqualTo(503);
            }
        });
        counted.fill();
        assertThat(api.get(Api.COUNTY, "/figures/poor?area=451481").status()).isEqualTo(200);
    }

    @Test
    void whatThereIsNotIsSaid() {
        assertThat(api.get(Api.COUNTY, "/figures/nothing").status()).isEqualTo(404);
        assertThat(api.get(Api.COUNTY, "/figures/poor?area=451481&asOf=2999-01-01").status()).isEqualTo(422);
        assertThat(api.get(Api.COUNTY, "/figures/age?area=451481&type=1").status()).isEqualTo(422);
        assertThat(api.get(Api.COUNTY, "/figures/type?area=451481&type=1").status()).isEqualTo(422);
        assertThat(api.get(Api.COUNTY, "/figures").json().size()).isEqualTo(11);
    }

    private static Map<String, String> cells(JsonNode figure) {
        var cells = new TreeMap<String, String>();
        figure.path("cells").forEach(it -> cells.put(it.path("cell").asString(),
                it.path("households").asInt() + "/" + it.path("persons").asInt()));
        return cells;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
