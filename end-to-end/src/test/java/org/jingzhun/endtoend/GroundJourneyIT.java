package org.jingzhun.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import static org.assertj.core.api.Assertions.assertThat;

/** One command brings up the suite, and a county's workbook goes in through the gateway and comes back as households. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GroundJourneyIT {

    private static final Path FOLDER = Path.of("target", "ground").toAbsolutePath();
    private static final String REGISTER = "/api/household/v1";

    private static Suite suite;
    private static Api importer;
    private static Api shanxi;

    @BeforeAll
    static void start() throws IOException {
        deleteTree(FOLDER);
        suite = Suite.start(FOLDER, Map.of(), "--demo");
        importer = new Api(suite.url(), "demo-importer", suite.secret("DEMO_IMPORTER_SECRET"));
    }

    @AfterAll
    static void stop() {
        var children = suite.children();
        suite.close();
        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    @Order(1)
    void theDemoCountyIsReadByToken() {
        var page = importer.get(REGISTER + "/households?area=451481&limit=50").must(200).json();

        assertThat(page.path("items").size()).isEqualTo(50);
        assertThat(page.path("items").path(0).path("village").asString()).startsWith("451481");
        assertThat(page.path("next").asString()).isNotBlank();
    }

    @Test
    @Order(2)
    void anOfficerSignsInReadsAndSignsOut() {
        var officer = new Browser(suite.url()).signIn("county", suite.secret("DEMO_PASSWORD"));

        assertThat(officer.open("/session").json().path("signedIn").asBoolean()).isTrue();
        var page = officer.open(REGISTER + "/households?area=451481&limit=5").must(200);
        assertThat(page.json().path("items").size()).isEqualTo(5);
        assertThat(officer.cookies()).containsKey("__Host-jingzhun");

        officer.change("POST", "/session/sign-out", Map.of(), Map.of());
        assertThat(officer.open("/session").json().path("signedIn").asBoolean()).isFalse();
        officer.open(REGISTER + "/households?area=451481&limit=5").must(401);
    }

    @Test
    @Order(3)
    void aNeighbourSeesNothingOfTheCounty() {
        var number = firstHousehold();
        var neighbour = new Browser(suite.url()).signIn("longzhou", suite.secret("DEMO_PASSWORD"));

        neighbour.open(REGISTER + "/households/" + number).must(404);
        neighbour.open(REGISTER + "/households?area=451481").must(403);
    }

    @Test
    @Order(4)
    void aChangeOfTheHouseholdTypeNeedsASecondOfficer() {
        var number = firstHousehold();
        var first = new Browser(suite.url()).signIn("county", suite.secret("DEMO_PASSWORD"));
        var second = new Browser(suite.url()).signIn("county2", suite.secret("DEMO_PASSWORD"));
        var household = first.open(REGISTER + "/households/" + number).must(200);
        var before = household.json().path("type").asString();
        var wanted = "2".equals(before) ? "1" : "2"; // escaped 脱贫户, unstable 脱贫不稳定户

        var entered = first.change("POST", REGISTER + "/changes",
                Map.of("action", "change-type", "household", number, "effectiveOn",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).toString(),
                        "values", Map.of("type", wanted), "reason", "入户核实", "evidence", "2026年核实表第3页"),
                Map.of("If-Match", household.header("ETag"), "Idempotency-Key", UUID.randomUUID().toString())).must(201);
        var change = java.net.URI.create(entered.header("Location")).getPath();

        assertThat(entered.json().path("state").asString()).isEqualTo("PENDING");
        assertThat(first.change("PUT", change + "/approval", Map.of(), Map.of()).status()).isEqualTo(422);
        assertThat(second.change("PUT", change + "/approval", Map.of(), Map.of()).must(200).json().path("state").asString())
                .isEqualTo("APPLIED");
        assertThat(first.open(REGISTER + "/households/" + number).header("ETag")).isNotEqualTo(household.header("ETag"));
    }

    @Test
    @Order(5)
    void anAdministratorOpensAServiceAccountForAnotherProvince() {
        var admin = new Browser(suite.url()).signIn("admin", suite.secret("IDENTITY_ADMIN_PASSWORD"));
        var opened = admin.change("POST", "/api/identity/v1/service-accounts",
                Map.of("clientId", "shanxi-importer", "name", "山西数据上报",
                        "grants", List.of(Map.of("role", "county-officer", "department", "rural-affairs", "area", "14"))),
                Map.of("Idempotency-Key", UUID.randomUUID().toString())).must(201).json();
        var secret = admin
                .change("POST", "/api/identity/v1/service-accounts/" + opened.path("id").asString() + "/secrets", Map.of(),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .must(201).json().path("secret").asString();

        shanxi = new Api(suite.url(), "shanxi-importer", secret);
        assertThat(shanxi.get(REGISTER + "/households?area=14&limit=5").must(200).json().path("items").size()).isZero();
        shanxi.get(REGISTER + "/households?area=451481&limit=5").must(403);
    }

    /** The size is a setting, so that the same journey also proves the large one: -Dground.persons=100000 -Dground.errors=500. */
    @Test
    @Order(6)
    void aWorkbookWithErrorsComesBackWithExactlyThem() {
        var persons = System.getProperty("ground.persons", "3000");
        var file = Workbooks.generate(FOLDER.resolve("files/errors.xlsx"), "--list", "B", "--county", "140221", "--persons",
                persons,
                "--errors", System.getProperty("ground.errors", "60"), "--seed", "77", "--planted",
                FOLDER.resolve("files/errors.csv").toString());
        var planted = Workbooks.planted(FOLDER.resolve("files/errors.csv"));

        var job = shanxi.sendWorkbook(file, "140221", 2019);
        var done = shanxi.follow(job, "DONE", "CHECKED", "REFUSED", "FAILED");

        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(refused(job)).isEqualTo(planted);
        assertThat(done.path("counts").path("new").asInt() + planted.size()).isEqualTo(done.path("counts").path("rows").asInt());
        var workbook = Workbooks.cells(new ByteArrayInputStream(shanxi.get(job + "/error-workbook").must(200).bytes()));
        assertThat(new HashSet<>(Workbooks.column(workbook, "原行号")))
                .isEqualTo(new HashSet<>(planted.keySet().stream().map(String::valueOf).toList()));
        assertThat(Workbooks.column(workbook, "错误原因")).allSatisfy(reason -> assertThat(reason).isNotBlank());

        var again = shanxi.follow(shanxi.sendWorkbook(file, "140221", 2019), "DONE", "REFUSED", "FAILED");
        assertThat(again.path("counts").path("new").asInt()).isZero();
        assertThat(again.path("counts").path("changed").asInt()).isZero();
        assertThat(again.path("counts").path("refused").asInt()).isEqualTo(planted.size());
    }

    @Test
    @Order(7)
    void aServiceKilledThreeTimesGoesOnWithItsImportToTheSameRegister() throws SQLException {
        var persons = Integer.getInteger("ground.killed-persons", 20000);
        var file = Workbooks.generate(FOLDER.resolve("files/killed.xlsx"), "--list", "B", "--county", "141128", "--persons",
                persons.toString(), "--seed", "78");
        try (var register = new Register(suite)) {
            shanxi.follow(shanxi.sendWorkbook(file, "141128", 2019), "DONE", "REFUSED", "FAILED");
            var undisturbed = register.of("141128");
            register.forget("141128");
            assertThat(register.of("141128")).isNotEqualTo(undisturbed);

            var job = shanxi.sendWorkbook(file, "141128", 2019);
            for (var least : List.of(1, persons / 3, persons * 2 / 3)) {
                Awaitility.await().atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(20)).ignoreExceptions()
                        .until(() -> shanxi.get(job).must(200).json(), view -> view.path("state").asString().equals("DONE")
                                || view.path("state").asString().equals("COMMITTING") && view.path("done").asInt() >= least);
                suite.child("household-service").destroyForcibly();
            }
            var done = shanxi.follow(job, "DONE", "REFUSED", "FAILED");

            assertThat(done.path("state").asString()).isEqualTo("DONE");
            assertThat(register.of("141128")).isEqualTo(undisturbed);
            assertThat(undisturbed.get("person")).startsWith(persons + " rows");
        }
        var again = shanxi.follow(shanxi.sendWorkbook(file, "141128", 2019), "DONE", "REFUSED", "FAILED");
        assertThat(again.path("counts").path("unchanged").asInt()).isEqualTo(persons);
    }

    @Test
    @Order(8)
    void aKilledDatabaseAndAKilledRedisComeBackByThemselves() {
        for (var engine : List.of("mariadbd", "redis-server")) {
            suite.child(engine).destroyForcibly();
            Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(300)).ignoreExceptions()
                    .untilAsserted(() -> importer.get(REGISTER + "/households?area=451481&limit=5").must(200));
        }
    }

    /** Nobody who gets hold of files of the running suite reads a resident ID or a phone in them. */
    @Test
    @Order(9)
    void noPersonalNumberIsReadableInAnyFile() throws IOException {
        var cells = Workbooks.cells(Files.newInputStream(FOLDER.resolve("files/killed.xlsx")));
        var numbers = new HashSet<String>();
        numbers.addAll(Workbooks.column(cells, "证件号码").subList(0, 2000));
        numbers.addAll(Workbooks.column(cells, "联系电话").subList(0, 2000));
        numbers.removeIf(it -> it.length() < 11);
        assertThat(numbers).hasSizeGreaterThan(2000);

        var found = new ArrayList<String>();
        var searched = 0;
        try (var files = Files.walk(suite.data())) {
            for (var file : files.filter(Files::isRegularFile).filter(it -> !it.toString().contains("/run/apps/")).toList()) {
                try {
                    found.addAll(DigitRuns.in(file, numbers));
                    searched++;
                } catch (NoSuchFileException _) {
                    // a file that the running suite has replaced: its successor lies beside it
                }
            }
        }
        assertThat(searched).isGreaterThan(100);
        assertThat(found).isEmpty();
        // the search itself can find: a known household number stands in clear in the same files
        assertThat(suite.data()).satisfies(data -> assertThat(anyFileHolds(data, firstHousehold())).isTrue());
    }

    private static boolean anyFileHolds(Path folder, String word) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(it -> it.toString().endsWith(".ibd")).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String firstHousehold() {
        return importer.get(REGISTER + "/households?area=451481&limit=1").must(200).json().path("items").path(0).path("number")
                .asString();
    }

    private static Map<Long, String> refused(String job) {
        var rows = new TreeMap<Long, String>();
        for (var next = ""; next != null;) {
            var page = shanxi.get(job + "/errors?limit=500" + (next.isEmpty() ? "" : "&after=" + next)).must(200).json();
            page.path("items").forEach(item -> rows.put(item.path("row").asLong(), item.path("code").asString()));
            next = page.path("next").isString() ? page.path("next").asString() : null;
        }
        return rows;
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
