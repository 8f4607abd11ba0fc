package org.jingzhun.household.export;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@HouseholdServiceTest
class ExportJourneyTest {

    private static final String VILLAGE = "451423100201"; // of 龙州, where no other test writes
    private static final TestToken OFFICER = TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423");
    private static final TestToken CITY = TestToken.person("city").grant("city-officer", "rural-affairs", "4514");
    private static final String HEAD = Givens.residentId("451423", "19680102", 11);
    private static final String CHILD = Givens.residentId("451423", "20200506", 24);

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void twoHouseholds() {
        givens.forget("EXP1");
        givens.forget("EXP2");
        givens.household("EXP1", VILLAGE, Map.of("hamlet", "=1+1", "income_per_head", "9000.50", "dangerous_house", false,
                "safe_water", true, "first_identified_on", "2015-12-31", "data_year", 2022));
        givens.member("EXP1", "EXP1-1", "农大壮", HEAD, "01", Map.of("health", "2", "serious_illness_insurance", true));
        givens.member("EXP1", "EXP1-2", "农小花", CHILD, "04",
                Map.of("school_status", "01", "labour", "5", "health", "1", "serious_illness_insurance", true));
        jdbc.sql("update person set education = null where number = 'EXP1-2'").update();
        givens.household("EXP2", VILLAGE, Map.of("type", "5"));
    }

    @Test
    void aHouseholdIsALineOfJsonWithItsMembers() {
        var lines = content(OFFICER, "NDJSON", "ALL", false, "").strip().split("\n");

        assertThat(lines).hasSize(2);
        var first = json(lines[0]);
        assertThat(first.path("number").asString()).isEqualTo("EXP1");
        assertThat(first.path("incomePerHead").decimalValue()).isEqualByComparingTo("9000.50");
        assertThat(first.path("members").size()).isEqualTo(2);
        assertThat(first.path("members").get(0).path("residentId").asString()).contains("****").doesNotContain(HEAD);
        assertThat(first.path("members").get(0).path("health").get(0).asString()).isEqualTo("2");
    }

    @Test
    void aFilterNarrowsWhatIsExported() {
        assertThat(content(OFFICER, "NDJSON", "ALL", false, "\"filter\":{\"type\":\"5\"},").strip().split("\n")).hasSize(1)
                .allMatch(line -> line.contains("EXP2"));
    }

    @Test
    void aFilterLooksAtMembersToo() {
        assertThat(content(OFFICER, "NDJSON", "ALL", false, "\"filter\":{\"labour\":\"1\",\"ageFrom\":18},").strip().split("\n"))
                .hasSize(1).allMatch(line -> line.contains("EXP1"));
    }

    @Test
    void aDayInThePastIsExportedAsItWas() {
        assertThat(content(OFFICER, "NDJSON", "ALL", false, "\"asOf\":\"2020-01-01\",\"filter\":{\"labour\":\"1\"},"))
                .contains("EXP1");
        assertThat(content(OFFICER, "NDJSON", "ALL", false, "\"asOf\":\"2013-01-01\",")).isEmpty();
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsText() {
        assertThat(content(OFFICER, "CSV", "LIST_C", false, "")).contains(",'=1+1,").doesNotContain(",=1+1,");
    }

    @Test
    void namesComeInTheCharactersThatWereAskedFor() {
        var number = order(OFFICER, "CSV_GB18030", "LIST_C", false, "");

        assertThat(new String(api.bytes(OFFICER, "/exports/" + number + "/content"), Charset.forName("GB18030")))
                .contains("农大壮", "户主", "长期慢性病");
    }

    @Test
    void numbersInFullAreForWhoMaySeeThem() {
        assertThat(content(OFFICER, "CSV", "LIST_C", true, "")).contains(HEAD, "13977100011");
        assertThat(api.post(CITY, "/exports?area=451423", body("CSV", "LIST_C", true, ""), "Idempotency-Key", key()).problem())
                .isEqualTo("unmasked-not-yours");
    }

    @Test
    void anExportIsInTheAccessLogBeforeItsContentAndSaysHowMuchItWas() {
        var number = order(OFFICER, "CSV", "LIST_B", false, "");
        api.bytes(OFFICER, "/exports/" + number + "/content");

        assertThat(api.get(OFFICER, "/exports/" + number).json().path("households").asInt()).isEqualTo(2);
        assertThat(api.get(OFFICER, "/access-entries?area=451423&subject=" + number).body()).contains("export.made", "audit of");
    }

    @Test
    void anotherAccountDoesNotFetchIt() {
        var number = order(OFFICER, "CSV", "LIST_B", false, "");
        var colleague = TestToken.person("longzhou2").grant("county-officer", "rural-affairs", "451423");

        assertThat(api.get(colleague, "/exports/" + number + "/content").problem()).isEqualTo("export-not-found");
    }

    @ParameterizedTest
    @CsvSource({"XLSX, LIST_C", "CSV, LIST_C", "CSV_GB18030, LIST_C"})
    void whatWasExportedChangesNothingWhenItIsImported(String format, String layout) {
        jdbc.sql("delete from household where number = 'EXP2'").update(); // a list of persons does not speak of who has none
        var number = order(OFFICER, format, layout, true, "");
        var file = api.bytes(OFFICER, "/exports/" + number + "/content");

        var job = api.post(OFFICER, "/imports", """
                {"fileName":"back.%s","area":"451423","dataYear":2022,"commit":"MANUAL"}
                """.formatted(format.equals("XLSX") ? "xlsx" : "csv"), "Idempotency-Key", key()).json().path("id").asString();
        assertThat(api.upload(OFFICER, "/imports/" + job + "/content", file)).isEqualTo(202);
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200)).untilAsserted(
                () -> assertThat(api.get(OFFICER, "/imports/" + job).json().path("state").asString()).isEqualTo("CHECKED"));

        var counts = api.get(OFFICER, "/imports/" + job).json().path("counts");
        assertThat(counts.toString() + api.get(OFFICER, "/imports/" + job + "/errors").body()).contains("\"unchanged\":2");
    }

    private String content(TestToken as, String format, String layout, boolean unmasked, String more) {
        var number = order(as, format, layout, unmasked, more);
        return new String(api.bytes(as, "/exports/" + number + "/content"), StandardCharsets.UTF_8);
    }

    private String order(TestToken as, String format, String layout, boolean unmasked, String more) {
        var answer = api.post(as, "/exports?area=451423", body(format, layout, unmasked, more), "Idempotency-Key", key());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private static String body(String format, String layout, boolean unmasked, String more) {
        return "{\"format\":\"%s\",\"layout\":\"%s\",%s\"unmasked\":%s,\"dataYear\":2022,\"purpose\":\"audit of the list\"}"
                .formatted(format, layout, more, unmasked);
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
