package org.jingzhun.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What the register and the departments do is seen by those who supervise, through the feeds, and by nobody of another county. */
class SupervisionJourneyIT {

    private static final Path FOLDER = Path.of("target", "supervision").toAbsolutePath();
    private static final String REGISTER = "/api/household/v1";
    private static final String STATES = "/api/supervision/v1/reported-states";
    private static final Duration PATIENCE = Duration.ofMinutes(3); // how fast it is, is measured elsewhere

    private static Suite suite;
    private static Browser discipline;
    private static Api longzhou;

    @BeforeAll
    static void start() throws IOException {
        if (Files.exists(FOLDER)) {
            try (var files = Files.walk(FOLDER)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        suite = Suite.start(FOLDER, Map.of(), "--demo");
        discipline = officer("discipline");
        longzhou = disciplineOf("451423");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void allFourFeedsAreFollowed() {
        Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            var feeds = discipline.open("/api/supervision/v1/feeds").must(200).json().path("items");
            assertThat(feeds.valueStream().map(it -> it.path("source").asString() + " " + it.path("state").asString()))
                    .containsExactlyInAnyOrder("household FOLLOWING", "industry FOLLOWING", "relocation FOLLOWING",
                            "finance FOLLOWING");
        });
    }

    @Test
    void aSettlementOfTheRelocationOfficerIsSeenAndNotByAnotherCounty() {
        var number = "RS-451481-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        officer("relocation-officer").change("POST", "/api/relocation/v1/settlements", Map.of("number", number, "division",
                "451481101201", "name", "平而安置点", "kind", "BORDER_LINE", "place", "平而关旁", "borderDistance", 1.25,
                "buildingArea", 9600, "capacityHouseholds", 96, "capacityPersons", 384, "facilities", List.of("CLINIC")),
                Map.of("Idempotency-Key", UUID.randomUUID().toString())).must(201);

        var seen = awaitState("relocation", "settlement", number, it -> true);

        assertThat(seen.path("state").path("borderBand").asString()).isEqualTo("FIRST_LINE");
        assertThat(seen.toString()).as("no name of a place leaves its service").doesNotContain("平而");
        isHiddenFromLongzhou("relocation", "settlement", number);
    }

    @Test
    void aChangeInTheRegisterIsSeenWithinSecondsAndNotByAnotherCounty() {
        var first = officer("county");
        var number = first.open(REGISTER + "/households?area=451481&limit=1").must(200).json().path("items").path(0)
                .path("number").asString();
        var before = awaitState("household", "household", number, it -> true).path("version").asLong();
        var household = first.open(REGISTER + "/households/" + number).must(200);
        var wanted = household.json().path("type").asString().equals("2") ? "1" : "2";

        var entered = first.change("POST", REGISTER + "/changes",
                Map.of("action", "change-type", "household", number, "effectiveOn",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                        "values", Map.of("type", wanted), "reason", "入户核实", "evidence", "2026年核实表第3页"),
                Map.of("If-Match", household.header("ETag"), "Idempotency-Key", UUID.randomUUID().toString())).must(201);
        officer("county2").change("PUT", URI.create(entered.header("Location")).getPath() + "/approval", Map.of(), Map.of())
                .must(200);

        var seen = awaitState("household", "household", number, it -> it.path("version").asLong() > before);
        assertThat(seen.path("state").path("type").asString()).isEqualTo(wanted);
        isHiddenFromLongzhou("household", "household", number);
    }

    private static void isHiddenFromLongzhou(String source, String kind, String number) {
        longzhou.get("%s/%s/%s/%s".formatted(STATES, source, kind, number)).must(404);
        var list = "%s?source=%s&kind=%s".formatted(STATES, source, kind);
        assertThat(longzhou.get(list).must(200).json().path("items")).isEmpty();
        longzhou.get(list + "&area=451481").must(403);
    }

    private static JsonNode awaitState(String source, String kind, String id, Predicate<JsonNode> wanted) {
        return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100))
                .until(() -> discipline.open("%s/%s/%s/%s".formatted(STATES, source, kind, id)),
                        answer -> answer.status() == 200 && wanted.test(answer.json()))
                .json();
    }

    private static Browser officer(String login) {
        return new Browser(suite.url()).signIn(login, suite.secret("DEMO_PASSWORD"));
    }

    /** Another county's officer of discipline, as a program. */
    private static Api disciplineOf(String county) {
        var admin = new Browser(suite.url()).signIn("admin", suite.secret("IDENTITY_ADMIN_PASSWORD"));
        var once = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var opened = admin.change("POST", "/api/identity/v1/service-accounts",
                Map.of("clientId", "discipline-" + county, "name", "另一县纪检",
                        "grants", List.of(Map.of("role", "discipline-officer", "department", "discipline", "area", county))),
                once).must(201).json();
        var secret = admin.change("POST", "/api/identity/v1/service-accounts/" + opened.path("id").asString() + "/secrets",
                Map.of(), Map.of("Idempotency-Key", UUID.randomUUID().toString())).must(201).json().path("secret").asString();
        return new Api(suite.url(), "discipline-" + county, secret);
    }
}
