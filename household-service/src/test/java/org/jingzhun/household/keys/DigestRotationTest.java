package org.jingzhun.household.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.starter.crypto.StoredDigests;
import org.jingzhun.starter.rotation.DigestedRows;
import org.jingzhun.test.token.TestToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The key for digests is changed while the register is in use: in each phase everybody is found, and nobody comes in twice. */
@HouseholdServiceTest
@Import({DigestRegister.class, DigestRotationTest.Gates.class})
@TestPropertySource(properties = {"jingzhun.test.schema=jz_household_digests", "jingzhun.rotation.overlap=1h",
        "jingzhun.rotation.look-every=100ms", "jingzhun.crypto.reload-every=100ms", "db-scheduler.polling-interval=100ms"})
class DigestRotationTest {

    private static final TestToken ADMIN = TestToken.person("admin").grant("system-administrator", "information", "");
    private static final String VILLAGE = "451481101201";
    private static final int STANDING = 24;
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;
    @Autowired
    StoredDigests digests;
    @Autowired
    DigestRegister register;
    @Autowired
    Gate gate;

    @BeforeEach
    void aRegister() {
        gate.isOpen.set(false);
        givens.forgetAll();
        jdbc.sql("delete from import_row").update();
        jdbc.sql("delete from import_household").update();
        var generation = digests.hold();
        for (int i = 0; i < STANDING; i++) {
            household("D" + i, i, generation);
        }
    }

    @AfterEach
    void theRotationEnds() {
        gate.isOpen.set(true);
        if (isRunning()) {
            begin();
            await().atMost(Duration.ofSeconds(60)).until(() -> !isRunning());
        }
        await().until(() -> !digests.isUnderWay());
    }

    @Test
    void everyDigestOfTheSchemaIsLookedAt() {
        assertThat(register.unknown()).containsExactlyInAnyOrder("import_row.head_digest", "import_household.head_digest",
                "idempotency_key.body_digest");
    }

    @Test
    void inEveryPhaseEverybodyIsFoundAndNobodyComesInTwice() {
        var generation = digests.hold();
        correct(0, "13800000000"); // something in the histories
        householdPhone(1, "13800000001");
        var stable = List.of(0, 1, 2, 3, 20, 21, 22, 23);
        var before = searches(stable);
        var atFirst = check(file("D4", 4, "13977100004"), "DN0", 900);

        usesOf(generation, 5);
        var id = order();
        await().until(() -> digests.isUnderWay());
        assertThat(searches(stable)).isEqualTo(before);
        usesOf(generation, 7);
        var prepared = check(file("D6", 6, "13977100006"), "DN1", 901);

        begin();
        await().until(() -> written() == generation + 1);
        assertThat(state(id)).isEqualTo("RUNNING");
        assertThat(jdbc.sql("select count(*) from person where digest_generation = ?").param(generation + 1).query(Integer.class)
                .single()).as("nothing but what is touched").isZero();
        assertThat(searches(stable)).isEqualTo(before);
        twiceByFile(9);
        usesOf(generation + 1, 9);
        commit(atFirst, 2, 1);
        commit(prepared, 2, 1);
        var converting = check(file("D8", 8, "13977100008"), "DN2", 902);
        var waiting = check(file("D10", 10, "13977100010"), "DN3", 903);
        assertThat(searches(stable)).isEqualTo(before);

        gate.isOpen.set(true);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(id).equals("DONE"));
        await().until(() -> !digests.isUnderWay());
        assertThat(searches(stable)).isEqualTo(before);
        assertThat(register.allStandUnder(generation + 1)).isGreaterThan(STANDING * 3);
        usesOf(generation + 1, 11);
        twiceByFile(12);
        commit(converting, 2, 1);
        commit(waiting, 2, 1);
        assertThat(searches(stable)).isEqualTo(before);
        assertThat(register.allStandUnder(generation + 1)).isGreaterThan(STANDING * 3);
        for (int i = 0; i < STANDING; i++) {
            assertThat(register.persons(residentId(i))).isEqualTo(1);
        }
    }

    @Test
    void whoeverWritesWhileItRunsLosesNothing() throws Exception {
        var generation = digests.hold();
        for (int i = STANDING; i < 700; i++) {
            household("D" + i, i, generation);
        }
        gate.isOpen.set(true);
        var id = order();
        await().until(() -> digests.isUnderWay());
        var stop = new AtomicBoolean();
        var next = new AtomicInteger(1000);
        var phones = new TreeMap<Integer, String>();
        try (var threads = Executors.newFixedThreadPool(5)) {
            var phoning = threads.submit(() -> {
                for (int i = 0; !stop.get(); i++) {
                    var phone = "138%08d".formatted(i);
                    correct(i % 30, phone);
                    phones.put(i % 30, phone);
                }
                return null;
            });
            var twins = List.<Callable<List<Integer>>>of(() -> births(stop, next, 40), () -> births(stop, next, 60)).stream()
                    .map(threads::submit).toList();
            var reading = threads.submit(() -> {
                var all = 0;
                for (int i = 100; !stop.get(); i = i == 699 ? 100 : i + 1) {
                    assertThat(found("residentId", residentId(i))).as("person %s", i).containsExactly("D" + i + "-1");
                    all++;
                }
                return all;
            });
            var importing = threads.submit(() -> {
                var imported = 0;
                for (; !stop.get() || imported < 3; imported++) {
                    var job = check(file("D" + (70 + imported), 70 + imported, "1397711%04d".formatted(imported)),
                            "DI" + imported, 1200 + imported);
                    commit(job, 2, 1);
                }
                return imported;
            });
            begin();
            await().atMost(Duration.ofSeconds(90)).until(() -> state(id).equals("DONE"));
            stop.set(true);
            phoning.get();
            for (int i = 0; i < importing.get(); i++) {
                assertThat(found("phone", "1397711%04d".formatted(i))).contains("D" + (70 + i) + "-1");
                assertThat(register.persons(residentId(1200 + i))).isEqualTo(1);
                assertThat(register.persons(residentId(70 + i))).isEqualTo(1);
            }
            assertThat(reading.get()).isPositive();
            for (var born : twins) {
                assertThat(born.get()).isNotEmpty();
            }
        }

        assertThat(register.allStandUnder(generation + 1)).isGreaterThan(1400);
        phones.forEach((person, phone) -> assertThat(found("phone", phone)).contains("D" + person + "-1"));
        for (int i = 1000; i <= next.get(); i++) {
            assertThat(register.persons(newborn(i))).as("twice").isLessThanOrEqualTo(1);
        }
    }

    @Test
    void anImportThatWasCheckedBeforeIsComparedAgainUnderTheNewKey() {
        var job = check(file("D4", 4, "13977100004"), "DN7", 907);
        var before = differences(job);
        var id = order();
        await().until(() -> digests.isUnderWay());
        begin();
        await().until(() -> written() > digests.oldest());

        assertThat(differences(job)).isEqualTo(before);
        gate.isOpen.set(true);
        await().atMost(Duration.ofSeconds(60)).until(() -> state(id).equals("DONE"));
        assertThat(differences(job)).isEqualTo(before);
    }

    @Test
    void aFileThatIsOlderThanTwoRotationsGoesInAndPersonsKeepTheNumbersThatFollowFromTheirIds() {
        gate.isOpen.set(true);
        var generation = digests.hold();
        var unnumbered = file("D14", 14, "13977100014").replace("D14-1", "") + row("DN8", 908, phone(908)).replace("DN8-1", "");
        var before = uploaded(unnumbered, "MANUAL");
        end(before);
        var numbers = numbers(before);
        assertThat(numbers).hasSize(2).contains("D14-1");

        rotate();
        rotate();

        var after = uploaded(unnumbered, "MANUAL");
        end(after);
        assertThat(numbers(after)).isEqualTo(numbers);
        commit(before, 2, 1);
        assertThat(found("residentId", residentId(908))).isSubsetOf(numbers).hasSize(1);
        commit(after, 2, 0);
        assertThat(register.persons(residentId(908))).isEqualTo(1);
        assertThat(register.allStandUnder(generation + 2)).isPositive();
    }

    @Test
    void rulesThatComparePhonesAreLeftOutWhileTheyCannotBe() {
        for (int i = 0; i < STANDING; i++) {
            jdbc.sql("update household set phone_digest = :digest, phone = null, data_year = 2024 where number = :number")
                    .param("digest", digests.of("phone", "13977199999")).param("number", "D" + i).update();
        }
        assertThat(quality().path("notJudged").size()).isZero();
        var open = shared();
        assertThat(open).isEqualTo(STANDING);
        order();
        await().until(() -> digests.isUnderWay());

        var run = quality();

        assertThat(run.path("state").asString()).isEqualTo("DONE");
        assertThat(run.path("notJudged").toString()).contains("household-phone-shared", "worker-phone-shared");
        assertThat(shared()).as("stay as they are").isEqualTo(open);
    }

    /** What officers do, in whatever phase: a birth, another phone, and what must be refused. */
    private void usesOf(int generation, int person) {
        var born = newborn(COUNT.incrementAndGet());
        assertThat(birth(person, born)).isEqualTo(201);
        assertThat(found("residentId", born)).hasSize(1);
        assertThat(birth(person + 1, born)).as("the same child in another household").isEqualTo(422);
        assertThat(birth(person + 1, residentId(23))).as("somebody whom nobody has touched").isEqualTo(422);
        assertThat(register.persons(born)).isEqualTo(1);
        var phone = "1390000%04d".formatted(COUNT.incrementAndGet());
        correct(person, phone);
        assertThat(found("phone", phone)).containsExactly("D" + person + "-1");
        assertThat(found("phone", phone(person))).doesNotContain("D" + person + "-1");
        assertThat(found("residentId", residentId(person))).containsExactly("D" + person + "-1");
        assertThat(jdbc.sql("select digest_generation from person where number = ?").param("D" + person + "-1")
                .query(Integer.class).single()).isEqualTo(generation);
    }

    /** Somebody of the register in a household of a file where he does not live. */
    private void twiceByFile(int person) {
        var job = uploaded(file("DX" + person, person, phone(person)), "WHEN_CHECKED");
        var end = end(job);
        assertThat(end.path("counts").path("refused").asInt()).as(end.toString()).isEqualTo(1);
        assertThat(register.persons(residentId(person))).isEqualTo(1);
    }

    /** A household of the register as it is, but for its phone, and a new one. */
    private String check(String known, String added, int person) {
        var job = uploaded(known + row(added, person, phone(person)), "MANUAL");
        assertThat(end(job).path("counts").toString()).contains("\"new\":1", "\"refused\":0");
        return job;
    }

    private void commit(String job, int rows, int added) {
        assertThat(api.put(Api.COUNTY, "/imports/" + job + "/commit", null).status()).isEqualTo(202);
        var done = end(job);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.path("counts").path("rows").asInt()).isEqualTo(rows);
        assertThat(done.path("counts").path("new").asInt()).as(done.toString()).isEqualTo(added);
        assertThat(done.path("counts").path("refused").asInt()).isZero();
    }

    private String uploaded(String file, String commit) {
        var created = api.post(Api.COUNTY, "/imports",
                "{\"fileName\":\"digests.csv\",\"area\":\"451481\",\"dataYear\":2019,\"commit\":\"%s\"}".formatted(commit),
                "Idempotency-Key", UUID.randomUUID().toString());
        var job = created.json().path("id").asString();
        api.send(Api.COUNTY, "PUT", "/imports/" + job + "/content", file, "Content-Type", "application/octet-stream");
        return job;
    }

    private JsonNode end(String job) {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                .until(() -> api.get(Api.COUNTY, "/imports/" + job).json(),
                        it -> List.of("CHECKED", "DONE", "FAILED", "REFUSED").contains(it.path("state").asString()));
    }

    private String differences(String job) {
        var page = api.get(Api.COUNTY, "/imports/" + job + "/differences");
        var summary = api.get(Api.COUNTY, "/imports/" + job + "/difference-summary");
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.json().path("items").size()).isPositive();
        return page.body() + summary.body();
    }

    private static String file(String household, int person, String phone) {
        return """
                县,乡,行政村,自然村,户编号,人编号,姓名,证件号码,人数,与户主关系,民族,文化程度,在校生状况,健康状况,劳动技能,务工状况,务工时间（月）,参加大病医疗,脱贫属性,贫困户属性,主要致贫原因,危房户,饮水安全,饮水困难,人均纯收入,联系电话
                """
                + row(household, person, phone);
    }

    private static String row(String household, int person, String phone) {
        return "凭祥市,友谊镇,宋城村,板旺屯,%s,%s-1,农得力,%s,1,户主,壮族,初中,,健康,普通劳动力,,,是,脱贫,一般贫困户,缺技术,否,是,否,5000,%s\n"
                .formatted(household, household, residentId(person), phone);
    }

    private List<Integer> births(AtomicBoolean stop, AtomicInteger next, int household) {
        var statuses = new ArrayList<Integer>();
        while (!stop.get()) {
            statuses.add(birth(household, newborn(next.get()))); // often the same one as the other thread
            next.incrementAndGet();
        }
        assertThat(statuses).isSubsetOf(201, 409, 422);
        return statuses;
    }

    private int birth(int person, String residentId) {
        var household = "D" + person;
        return api.post(Api.TOWN, "/changes", """
                {"action":"add-member","household":"%s","effectiveOn":"%s","reason":"新生","evidence":"出生证","member":
                 {"relation":"07","joinReason":"02","values":{"name":"农新","residentId":"%s","ethnicity":"08","health":["1"],
                  "schoolStatus":"01","labour":"5"}}}
                """.formatted(household, LocalDate.now(clock), residentId), "Idempotency-Key", UUID.randomUUID().toString(),
                "If-Match", tag(household)).status();
    }

    private void correct(int person, String phone) {
        correction("D" + person, "{\"person\":\"D%d-1\",\"field\":\"phone\",\"value\":\"%s\"}".formatted(person, phone));
    }

    private void householdPhone(int household, String phone) {
        correction("D" + household, "{\"field\":\"householdPhone\",\"value\":\"%s\"}".formatted(phone));
    }

    private void correction(String household, String correction) {
        var answer = api.post(Api.COUNTY, "/changes", """
                {"action":"correct-fields","household":"%s","effectiveOn":"%s","reason":"换号","evidence":"村委会证明",
                 "corrections":[%s]}
                """.formatted(household, LocalDate.now(clock), correction), "Idempotency-Key", UUID.randomUUID().toString(),
                "If-Match", tag(household));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private String tag(String household) {
        return api.get(Api.COUNTY, "/households/" + household).etag().orElseThrow();
    }

    /** Whole answers to searches for persons by all that they are searched by. */
    private List<String> searches(List<Integer> persons) {
        var found = new ArrayList<String>();
        for (var person : persons) {
            for (var wanted : List.of("\"residentId\":\"" + residentId(person) + "\"", "\"phone\":\"" + phone(person) + "\"",
                    "\"phone\":\"1380000000" + person % 10 + "\"")) {
                found.add(api.post(Api.COUNTY, "/person-searches", "{%s,\"purpose\":\"核查\"}".formatted(wanted)).body());
            }
        }
        assertThat(found.getFirst()).contains("\"D0-1\"");
        return found;
    }

    private List<String> found(String by, String value) {
        var persons = new ArrayList<String>();
        api.post(Api.COUNTY, "/person-searches", "{\"%s\":\"%s\",\"purpose\":\"核查\"}".formatted(by, value)).json().path("items")
                .forEach(item -> persons.add(item.path("person").asString()));
        return persons;
    }

    private JsonNode quality() {
        var run = api.post(Api.COUNTY, "/quality-runs", "{\"area\":\"451481\"}", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(run.status()).as(run.body()).isEqualTo(202);
        var number = run.json().path("id").asString();
        return await().atMost(Duration.ofSeconds(60)).until(() -> api.get(Api.COUNTY, "/quality-runs/" + number).json(),
                it -> !List.of("WAITING", "RUNNING").contains(it.path("state").asString()));
    }

    private int shared() {
        return jdbc.sql("select count(*) from finding where rule = 'household-phone-shared' and state = 'OPEN'")
                .query(Integer.class).single();
    }

    /** As the file was staged. */
    private TreeSet<String> numbers(String job) {
        return new TreeSet<>(jdbc.sql("""
                select r.person_number from import_row r join import_job j on j.id = r.import_id where j.number = ?
                """).param(job).query(String.class).list());
    }

    private void rotate() {
        var id = order();
        await().until(digests::isUnderWay);
        begin();
        await().atMost(Duration.ofSeconds(60)).until(() -> state(id).equals("DONE"));
        await().until(() -> !digests.isUnderWay());
    }

    private String order() {
        var ordered = api.post(ADMIN, "/key-rotations", "{\"kind\":\"DIGESTS\"}", "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
        assertThat(ordered.json().path("kind").asString()).isEqualTo("DIGESTS");
        return ordered.json().path("id").asString();
    }

    /** Ends the overlap, in which all instances read the key. */
    private void begin() {
        await().until(() -> jdbc.sql("""
                update key_rotation set not_before = utc_timestamp(6) - interval 1 second where running = 1 and key_id is not null
                """).update() == 1);
    }

    private String state(String id) {
        return api.get(ADMIN, "/key-rotations/" + id).json().path("state").asString();
    }

    private boolean isRunning() {
        return jdbc.sql("select count(*) from key_rotation where running = 1").query(Integer.class).single() > 0;
    }

    private int written() {
        return jdbc.sql("select written from digest_generation").query(Integer.class).single();
    }

    private void household(String number, int person, int generation) {
        givens.household(number, VILLAGE, Map.of("income_per_head", "5000.00", "digest_generation", generation));
        var columns = new TreeMap<String, Object>(givens.phone(number + "-1", phone(person)));
        columns.put("digest_generation", generation);
        givens.member(number, number + "-1", "农得力", residentId(person), "01", columns);
    }

    private static String residentId(int person) {
        return Givens.residentId("451481", "19%02d0101".formatted(70 + person / 400), person % 400 * 2 + 1);
    }

    private String newborn(int count) {
        return Givens.residentId("%06d".formatted(451_400 + count / 400), LocalDate.now(clock).toString().replace("-", ""),
                count % 400 * 2 + 1);
    }

    private static String phone(int person) {
        return "1397720%04d".formatted(person);
    }

    /** Holds the rotation up at its very beginning: the job fails, and is tried again, until it is opened. */
    static final class Gate implements DigestedRows {

        final AtomicBoolean isOpen = new AtomicBoolean();

        @Override
        public String name() {
            return "gate";
        }

        @Override
        public long count() {
            return 0;
        }

        @Override
        public Step raise(@Nullable String after, int generation) {
            if (!isOpen.get()) {
                throw new IllegalStateException("the gate is closed");
            }
            return new Step(null, 0, 0);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Gates {

        @Bean
        @Order(0)
        Gate gate() {
            return new Gate();
        }
    }
}
