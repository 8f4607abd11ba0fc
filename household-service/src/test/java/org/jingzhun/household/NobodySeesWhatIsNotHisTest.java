package org.jingzhun.household;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jingzhun.household.duplicate.ElsewhereNotices;
import org.jingzhun.household.figure.CountedRegister;
import org.jingzhun.test.stranger.StrangersTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every path of the service, tried by strangers with identifiers of records that exist. */
@HouseholdServiceTest
class NobodySeesWhatIsNotHisTest {

    private static final String KEY = "stranger-0001";
    private static final String CHANGE = """
            {"action":"change-type","household":"ST1","effectiveOn":"2024-01-01","values":{"type":"2"},"reason":"stranger","evidence":"none"}
            """;
    private static final String RULE = "{\"area\":\"451481\",\"matter\":\"add-member:03\",\"validFrom\":\"2020-01-01\",\"validTo\":\"2020-02-01\",\"source\":\"stranger\"}";
    private static final String WINDOW = "{\"year\":2020,\"area\":\"451481\",\"matters\":[\"add-member:07\"],\"opensOn\":\"2020-01-01\",\"closesOn\":\"2020-02-01\",\"source\":\"stranger\"}";
    private static final String END = "{\"on\":\"2999-01-01\"}";
    private static final String IMPORT = "{\"fileName\":\"stranger.csv\",\"area\":\"451481\",\"dataYear\":2023,\"commit\":\"MANUAL\"}";
    private static final String FILTER = "{\"name\":\"%s\",\"area\":\"451481101\",\"shared\":false,\"filter\":{\"type\":\"1\"}}";
    private static final String SEARCH = "{\"area\":\"451481101\"}";
    private static final String PHONE = "13900139071";
    private static final String ID = Givens.residentId("451481", "19690909", 71);

    /** List B with one household whose head has a wrong check digit, and one that differs from the register. */
    private static final String FILE = """
            县,乡,行政村,自然村,户编号,人编号,姓名,证件号码,人数,与户主关系,民族,文化程度,在校生状况,健康状况,劳动技能,务工状况,务工时间（月）,参加大病医疗,脱贫属性,贫困户属性,主要致贫原因,危房户,饮水安全,饮水困难,人均纯收入,联系电话
            凭祥市,友谊镇,宋城村,板旺屯,ST900,ST900-1,闭关羽,451481190001010012,1,户主,壮族,初中,,健康,普通劳动力,,,是,脱贫,一般贫困户,缺技术,否,是,否,5000,
            凭祥市,友谊镇,宋城村,那屯,ST1,ST1-1,凌无双,%s,1,户主,壮族,初中,,健康,普通劳动力,,,是,脱贫,一般贫困户,缺技术,否,是,否,5100,13977100022
            """.formatted(ID);

    @Autowired
    Clock clock;

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    CountedRegister counted;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ElsewhereNotices notices;

    @TestFactory
    Stream<DynamicNode> nobodySeesWhatIsNotHis() {
        givens.forgetAll();
        givens.household("ST1", "451481101201", Map.of("poor_kind", "1", "monitored_kind", "1", "risk_eliminated", false,
                "dangerous_house", true, "safe_water", false, "income_per_head", "5000.00", "hamlet", "x1", "data_year", 2023));
        givens.member("ST1", "ST1-1", "凌无双", ID, "01", givens.phone("ST1-1", PHONE));
        givens.event("ST1", "451481101201", "ST1-1", "name");
        givens.household("ST2", "451481101201", Map.of());
        givens.member("ST2", "ST2-1", "凌无双", Givens.residentId("451423", "19690909", 73), "01", givens.phone("ST2-1", PHONE));
        var tag = api.get(Api.COUNTY, "/households/ST1").etag().orElseThrow();
        var change = api.post(Api.COUNTY, "/changes", CHANGE, "Idempotency-Key", KEY, "If-Match", tag).json().path("number")
                .asString();
        var rule = last(api.post(Api.COUNTY, "/four-eyes-rules", RULE, "Idempotency-Key", KEY));
        var window = last(api.post(Api.COUNTY, "/adjustment-windows", WINDOW, "Idempotency-Key", KEY));
        var run = checkTheVillage();
        var finding = api.get(Api.COUNTY, "/findings?area=451481101201&rule=monitored-without-date").json()
                .path("items")
                .path(0).path("id").asString();
        var job = importWithAnError();
        var export = api.post(Api.COUNTY, "/exports?area=451481101", "{\"format\":\"CSV\",\"purpose\":\"stranger\"}",
                "Idempotency-Key", KEY).json().path("id").asString();
        var filter = api.post(Api.COUNTY, "/saved-filters", FILTER.formatted("mine")).json().path("number").asString();
        var snapshot = api.post(Api.COUNTY, "/snapshots", "{\"area\":\"451481\",\"year\":2020}").json().path("number").asString();
        Awaitility.await().atMost(Duration.ofSeconds(60))
                .until(() -> api.get(Api.COUNTY, "/snapshots/" + snapshot).json().path("state").asString().equals("DONE"));
        Awaitility.await().atMost(Duration.ofSeconds(10))
                .until(() -> api.get(Api.COUNTY, "/access-entries?subject=ST1").body().contains("household.opened"));

        var search = api.post(Api.COUNTY, "/duplicate-searches", SEARCH, "Idempotency-Key", KEY).json().path("id").asString();
        var pair = pair(search);
        notices.tell("person", "ST1-1", "451481101201", "451423", ElsewhereNotices.Way.IMPORT);
        var notice = jdbc.sql("select number from registered_elsewhere_notice where subject = 'ST1-1'").query(String.class)
                .single();
        jdbc.sql("""
                insert ignore into person_merge (merged, kept, merged_village, kept_village, effective_on, merged_at, entered_by,
                       approved_by, reason)
                values ('ST1-9', 'ST1-1', '451481101201', '451481101201', '2024-01-01', '2024-01-01', 'a', 'b', 'c')
                """).update();

        enterWhatFiguresNeed();

        return StrangersTest.of(api.address())
                .owner(Api.COUNTY)
                .neighbour(Api.NEIGHBOUR)
                .neighbour(TestToken.person("longzhou").grant("county-officer", "rural-affairs", "451423"))
                .neighbour(TestToken.person("county-administrator").grant("system-administrator", "information", "451423"))
                .wrongRole(TestToken.person("bank").grant("bank-officer", "bank", "451481"))
                .wrongRole(TestToken.person("operator").grant("operator", "industry", "451481"))
                .secret("凌无双", "ST1", ID, PHONE, change, job, "闭关羽", pair, notice, search)
                .operation("GET", "/api/household/v1/divisions",
                        it -> it.forEveryRole().filter("parent", "451481").filter("asOf", "2022-01-01"))
                .operation("GET", "/api/household/v1/divisions/{code}",
                        it -> it.forEveryRole().path("code", "451481").filter("asOf", "2022-01-01"))
                .operation("GET", "/api/household/v1/facts", it -> it.failsForTheOwner()) // for machines; by scope: ToldChangesTest
                .operation("GET", "/api/household/v1/code-lists", it -> it.forEveryRole())
                .operation("GET", "/api/household/v1/code-lists/{list}",
                        it -> it.forEveryRole().path("list", "relation").filter("asOf", "2022-01-01"))
                .operation("GET", "/api/household/v1/households", it -> it.list().filter("area", "451481101").filter("type", "1")
                        .filter("exitState", "2").filter("mainCause", "7").filter("poorKind", "1").filter("monitoredKind", "1")
                        .filter("riskEliminated", "false").filter("dangerousHouse", "true").filter("safeWater", "false")
                        .filter("incomeBelow", "6000").filter("hamlet", "x1").filter("labour", "1").filter("ageFrom", "18")
                        .filter("ageTo", "150").filter("health", "1").filter("asOf", "2021-01-01")
                        .filter("knownAt", "2025-01-01T00:00:00Z"))
                .operation("GET", "/api/household/v1/households/{number}",
                        it -> it.path("number", "ST1").filter("asOf", "2021-01-01")
                                .filter("knownAt", "2025-01-01T00:00:00Z").filter("years", "true"))
                .operation("GET", "/api/household/v1/households/{number}/life", it -> it.path("number", "ST1"))
                .operation("GET", "/api/household/v1/persons/{number}",
                        it -> it.path("number", "ST1-1").filter("asOf", "2021-01-01")
                                .filter("knownAt", "2025-01-01T00:00:00Z"))
                .operation("GET", "/api/household/v1/persons/{number}/life", it -> it.path("number", "ST1-1"))
                .operation("POST", "/api/household/v1/snapshots", it -> it.body("{\"area\":\"451481\",\"year\":2021}"))
                .operation("GET", "/api/household/v1/snapshots", it -> it.list().filter("area", "451481"))
                .operation("GET", "/api/household/v1/snapshots/{number}", it -> it.path("number", snapshot))
                .operation("GET", "/api/household/v1/snapshots/{year}/households",
                        it -> it.list().path("year", "2020").filter("area", "451481101"))
                .operation("GET", "/api/household/v1/snapshots/{year}/households/{number}",
                        it -> it.path("year", "2020").path("number", "ST1"))
                .operation("GET", "/api/household/v1/figures", it -> it.forEveryRole())
                .operation("GET", "/api/household/v1/figures/{name}",
                        it -> it.path("name", "main-cause").always("area", "451481101")
                                .filter("asOf", "2021-01-01").filter("knownAt", "2025-01-01").filter("type", "1")
                                .filter("by", "division"))
                .operation("GET", "/api/household/v1/figures/{name}/records",
                        it -> it.list().path("name", "main-cause").always("area", "451481101").filter("asOf", "2022-01-01")
                                .filter("knownAt", "2025-01-01").filter("type", "1").filter("cell", "7"))
                .operation("GET", "/api/household/v1/figures/flows", it -> it.always("area", "451481101").always("year", "2021")
                        .filter("knownAt", "2025-01-01").filter("by", "division"))
                .operation("GET", "/api/household/v1/figures/flows/records",
                        it -> it.list().always("area", "451481101").always("year", "2014").filter("knownAt", "2025-01-01")
                                .filter("reason", "NEW"))
                .operation("GET", "/api/household/v1/figures/incidence",
                        it -> it.always("area", "451481101").always("year", "2021").filter("knownAt", "2025-01-01"))
                .operation("GET", "/api/household/v1/frozen-figures/{name}",
                        it -> it.path("name", "main-cause").always("area", "451481101").always("year", "2020")
                                .filter("type", "1").filter("by", "division"))
                .operation("GET", "/api/household/v1/figure-filling", it -> it.failsForTheOwner())
                .operation("PUT", "/api/household/v1/figure-filling", it -> it.failsForTheOwner())
                .operation("GET", "/api/household/v1/rural-populations", it -> it.list().filter("area", "451481101"))
                .operation("POST", "/api/household/v1/rural-populations", it -> it.header("Idempotency-Key", KEY)
                        .body("{\"division\":\"451481\",\"year\":2019,\"persons\":1,\"source\":\"stranger\"}"))
                .operation("GET", "/api/household/v1/exit-batches",
                        it -> it.list().filter("area", "451481101").always("year", "2019"))
                .operation("POST", "/api/household/v1/exit-batches", it -> it.header("Idempotency-Key", KEY)
                        .body("{\"division\":\"451481\",\"year\":2019,\"households\":1,\"persons\":1,\"source\":\"stranger\"}"))
                .operation("GET", "/api/household/v1/annual-tasks",
                        it -> it.list().filter("area", "451481101").always("year", "2019"))
                .operation("POST", "/api/household/v1/annual-tasks", it -> it.header("Idempotency-Key", KEY)
                        .body("{\"division\":\"451481\",\"year\":2019,\"level\":\"BASE\",\"people\":1,\"source\":\"stranger\"}"))
                .operation("GET", "/api/household/v1/saved-filters", it -> it.list())
                .operation("POST", "/api/household/v1/saved-filters", it -> it.body(FILTER.formatted("stranger")))
                .operation("GET", "/api/household/v1/saved-filters/{number}", it -> it.path("number", filter))
                .operation("PUT", "/api/household/v1/saved-filters/{number}",
                        it -> it.path("number", filter).header("If-Match", "\"v0\"").body(FILTER.formatted("stranger")))
                .operation("DELETE", "/api/household/v1/saved-filters/{number}", it -> it.path("number", filter))
                .operation("POST", "/api/household/v1/person-searches", it -> it.changesNothing()
                        .body("{\"residentId\":\"%s\",\"purpose\":\"stranger\"}".formatted(ID)))
                .operation("POST", "/api/household/v1/persons/{number}/unmaskings",
                        it -> it.path("number", "ST1-1").changesNothing()
                                .body("{\"field\":\"phone\",\"purpose\":\"stranger\"}"))
                .operation("POST", "/api/household/v1/households/{number}/unmaskings",
                        it -> it.path("number", "ST1").changesNothing()
                                .body("{\"field\":\"phone\",\"purpose\":\"stranger\"}"))
                .operation("POST", "/api/household/v1/changes",
                        it -> it.header("Idempotency-Key", KEY).header("If-Match", tag).body(CHANGE))
                .operation("GET", "/api/household/v1/changes",
                        it -> it.list().filter("area", "451481101").filter("state", "PENDING").filter("action", "change-type")
                                .filter("household", "ST1"))
                .operation("GET", "/api/household/v1/changes/{number}", it -> it.path("number", change))
                .operation("PUT", "/api/household/v1/changes/{number}/approval", it -> it.path("number", change))
                .operation("PUT", "/api/household/v1/changes/{number}/refusal",
                        it -> it.path("number", change).body("{\"reason\":\"stranger\"}"))
                .operation("PUT", "/api/household/v1/changes/{number}/withdrawal", it -> it.path("number", change))
                .operation("GET", "/api/household/v1/four-eyes-rules", it -> it.list().filter("area", "451481"))
                .operation("POST", "/api/household/v1/four-eyes-rules", it -> it.header("Idempotency-Key", KEY).body(RULE))
                .operation("PUT", "/api/household/v1/four-eyes-rules/{number}/end", it -> it.path("number", rule).body(END))
                .operation("GET", "/api/household/v1/adjustment-windows",
                        it -> it.list().filter("area", "451481").filter("year", "2020"))
                .operation("POST", "/api/household/v1/adjustment-windows", it -> it.header("Idempotency-Key", KEY).body(WINDOW))
                .operation("PUT", "/api/household/v1/adjustment-windows/{number}/end",
                        it -> it.path("number", window).body(END))
                .operation("GET", "/api/household/v1/audit-entries", it -> it.list().filter("area", "451481101")
                        .filter("subjectKind", "household").filter("subject", "ST1"))
                .operation("GET", "/api/household/v1/access-entries", it -> it.list().filter("area", "451481101")
                        .filter("account", "county").filter("subject", "ST1"))
                .operation("POST", "/api/household/v1/key-rotations", it -> it.header("Idempotency-Key", KEY))
                .operation("GET", "/api/household/v1/key-rotations", it -> it.failsForTheOwner())
                .operation("GET", "/api/household/v1/key-rotations/{id}", it -> it.path("id", "1").failsForTheOwner())
                .operation("POST", "/api/household/v1/imports", it -> it.header("Idempotency-Key", KEY).body(IMPORT))
                .operation("GET", "/api/household/v1/imports",
                        it -> it.list().filter("area", "451481").filter("state", "CHECKED"))
                .operation("GET", "/api/household/v1/imports/{id}", it -> it.path("id", job))
                .operation("PUT", "/api/household/v1/imports/{id}/content", it -> it.path("id", job)
                        .content("application/octet-stream", FILE))
                .operation("PUT", "/api/household/v1/imports/{id}/commit", it -> it.path("id", job))
                .operation("DELETE", "/api/household/v1/imports/{id}", it -> it.path("id", job))
                .operation("GET", "/api/household/v1/imports/{id}/differences",
                        it -> it.path("id", job).filter("kind", "changed"))
                .operation("GET", "/api/household/v1/imports/{id}/difference-summary", it -> it.path("id", job))
                .operation("PUT", "/api/household/v1/imports/{id}/decisions", it -> it.path("id", job)
                        .body("{\"default\":\"KEEP_REGISTER\"}"))
                .operation("GET", "/api/household/v1/imports/{id}/errors", it -> it.path("id", job).filter("level", "ERROR"))
                .operation("GET", "/api/household/v1/imports/{id}/error-workbook", it -> it.path("id", job))
                .operation("POST", "/api/household/v1/exports", it -> it.always("area", "451481101")
                        .header("Idempotency-Key", KEY)
                        .body("{\"format\":\"CSV\",\"purpose\":\"stranger\"}"))
                .operation("GET", "/api/household/v1/exports", it -> it.list())
                .operation("GET", "/api/household/v1/exports/{number}", it -> it.path("number", export))
                .operation("GET", "/api/household/v1/exports/{number}/content", it -> it.path("number", export))
                .operation("GET", "/api/household/v1/households/{number}/card", it -> it.path("number", "ST1")
                        .filter("asOf", "2022-01-01").filter("year", "2021"))
                .operation("GET", "/api/household/v1/duplicates", it -> it.list().filter("area", "451481101")
                        .filter("state", "OPEN").filter("minScore", "50"))
                .operation("GET", "/api/household/v1/duplicates/{number}", it -> it.path("number", pair))
                .operation("PUT", "/api/household/v1/duplicates/{number}/decision", it -> it.path("number", pair)
                        .body("{\"verdict\":\"NOT_SAME\",\"reason\":\"stranger\"}"))
                .operation("PUT", "/api/household/v1/duplicates/{number}/approval", it -> it.path("number", pair))
                .operation("PUT", "/api/household/v1/duplicates/{number}/refusal", it -> it.path("number", pair)
                        .body("{\"reason\":\"stranger\"}"))
                .operation("POST", "/api/household/v1/duplicate-searches", it -> it.header("Idempotency-Key", KEY).body(SEARCH))
                .operation("GET", "/api/household/v1/duplicate-searches/{number}", it -> it.path("number", search))
                .operation("DELETE", "/api/household/v1/duplicate-searches/{number}", it -> it.path("number", search))
                .operation("GET", "/api/household/v1/duplicate-notices", it -> it.list().filter("area", "451481101")
                        .filter("state", "OPEN"))
                .operation("PUT", "/api/household/v1/duplicate-notices/{number}/answer", it -> it.path("number", notice)
                        .body("{\"answer\":\"STAYS\"}"))
                .operation("GET", "/api/household/v1/person-merges/{number}", it -> it.path("number", "ST1-9"))
                .operation("GET", "/api/household/v1/villages/{code}/register", it -> it.path("code", "451481101201")
                        .filter("asOf", "2022-01-01"))
                .operation("GET", "/api/household/v1/rules", it -> it.forEveryRole())
                .operation("GET", "/api/household/v1/findings", it -> it.list().filter("area", "451481101")
                        .filter("rule", "monitored-without-date").filter("class", "3").filter("state", "OPEN"))
                .operation("GET", "/api/household/v1/finding-counts", it -> it.list().filter("area", "451481101"))
                .operation("GET", "/api/household/v1/findings/{id}", it -> it.path("id", finding))
                .operation("PUT", "/api/household/v1/findings/{id}/exemption", it -> it.path("id", finding)
                        .body("{\"until\":\"%s\",\"reason\":\"stranger\"}".formatted(LocalDate.now(clock).plusDays(3))))
                .operation("DELETE", "/api/household/v1/findings/{id}/exemption", it -> it.path("id", finding))
                .operation("PUT", "/api/household/v1/findings/{id}/assignment", it -> it.path("id", finding)
                        .body("{\"account\":\"clerk\"}"))
                .operation("POST", "/api/household/v1/quality-runs", it -> it.header("Idempotency-Key", KEY)
                        .body("{\"area\":\"451481101\"}"))
                .operation("GET", "/api/household/v1/quality-runs", it -> it.list())
                .operation("GET", "/api/household/v1/quality-runs/{id}", it -> it.path("id", run))
                .operation("DELETE", "/api/household/v1/quality-runs/{id}", it -> it.path("id", run))
                .tests();
    }

    /** A poor household, and what officers enter beside the register. */
    private void enterWhatFiguresNeed() {
        givens.forget("ST3");
        givens.household("ST3", "451481101201", Map.of("exit_state", "1"));
        counted.fill();
        for (var entered : Map.of("/rural-populations", "\"persons\":1000", "/exit-batches", "\"households\":1,\"persons\":3",
                "/annual-tasks", "\"level\":\"BASE\",\"people\":10").entrySet()) {
            api.post(Api.COUNTY, entered.getKey(), "{\"division\":\"451481101\",\"year\":2019,%s,\"source\":\"given\"}"
                    .formatted(entered.getValue()), "Idempotency-Key", KEY + entered.getKey().substring(1));
        }
    }

    private static String last(Api.Answer created) {
        var location = created.location().orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    /** Another entry of the same name and birth date in the village. */
    private String pair(String search) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200))
                .until(() -> api.get(Api.COUNTY, "/duplicate-searches/" + search).json().path("state").asString().equals("DONE"));
        return jdbc.sql("select number from duplicate_candidate where first_person = 'ST1-1' and second_person = 'ST2-1'")
                .query(String.class).single();
    }

    private String checkTheVillage() {
        var run = api.post(Api.COUNTY, "/quality-runs", "{\"area\":\"451481101201\"}", "Idempotency-Key", KEY).json().path("id")
                .asString();
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200))
                .until(() -> api.get(Api.COUNTY, "/quality-runs/" + run).json().path("state").asString().equals("DONE"));
        return run;
    }

    private String importWithAnError() {
        var job = api.post(Api.COUNTY, "/imports", IMPORT, "Idempotency-Key", KEY).json().path("id").asString();
        api.send(Api.COUNTY, "PUT", "/imports/" + job + "/content", FILE, "Content-Type", "application/octet-stream");
        Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200))
                .until(() -> api.get(Api.COUNTY, "/imports/" + job).json().path("state").asString().equals("CHECKED"));
        return job;
    }
}
