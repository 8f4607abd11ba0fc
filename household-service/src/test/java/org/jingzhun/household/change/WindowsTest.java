package org.jingzhun.household.change;

import java.time.Duration;
import java.time.Instant;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.awaitility.Awaitility;
import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The windows of the yearly adjustment: what waits for them, and what becomes of it. */
@HouseholdServiceTest
class WindowsTest {

    private static final String AREA = "451481103";
    private static final String VILLAGE = "451481103201";
    private static final TestToken CITY = TestToken.person("city").grant("city-officer", "rural-affairs", "4514");
    private static final TestToken PROVINCE = TestToken.person("province").grant("province-officer", "rural-affairs", "45");

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    SchedulerClient scheduler;

    Family family;

    @BeforeEach
    void lastYearsWindow() {
        jdbc.sql("delete from adjustment_window where area = ?").param(AREA).update();
        family = Family.in(VILLAGE, api, givens);
        assertThat(window("[\"change-type\",\"add-household\"]", Family.ago(400), Family.ago(370)).status()).isEqualTo(201);
    }

    @AfterEach
    void openForOthers() {
        jdbc.sql("delete from adjustment_window where area = ?").param(AREA).update();
    }

    @Test
    void aChangeOutsideTheWindowWaitsAndIsAppliedByTheJobOnceItOpens() {
        var entered = api.post(Api.COUNTY, "/changes", """
                {"action":"add-household","effectiveOn":"%s","reason":"新识别","evidence":"评议","village":"%s","members":[%s]}
                """.formatted(Family.DAY, VILLAGE,
                Family.newMember("01", "01", "黄户", Family.id("1980"), ",\"education\":\"3\",\"labour\":\"1\"")),
                "Idempotency-Key", Family.key());
        var path = "/changes/" + entered.json().path("number").asString();
        assertThat(entered.json().path("state").asString()).as(entered.body()).isEqualTo("WAITING");
        assertThat(api.put(Api.COUNTY2, path + "/approval", null).problem()).isEqualTo("window-closed");

        runTheJob();
        assertThat(api.get(Api.COUNTY, path).json().path("state").asString()).isEqualTo("WAITING");
        window("[\"add-household\"]", Family.ago(1), Family.ago(-1));
        runTheJob();

        assertThat(api.get(Api.COUNTY, path).json().path("state").asString()).isEqualTo("APPLIED");
        assertThat(api.get(Api.COUNTY, "/households/" + entered.json().path("household").asString()).status()).isEqualTo(200);
    }

    @Test
    void whatNeedsTwoGoesToTheSecondOfficerOnceTheWindowOpens() {
        var entered = family.change(Api.COUNTY2, "change-type", Family.DAY, ",\"values\":{\"type\":\"2\"}");
        assertThat(entered.json().path("state").asString()).as(entered.body()).isEqualTo("WAITING");

        window("[\"change-type:type\"]", Family.ago(1), Family.ago(-1));
        runTheJob();

        assertThat(family.approve(Api.COUNTY, entered).json().path("state").asString()).isEqualTo("APPLIED");
        assertThat(family.json().path("type").asString()).isEqualTo("2");
    }

    @Test
    void whatChangedMeanwhileIsAConflictOnceTheWindowOpens() {
        var entered = family.change(Api.COUNTY, "change-type", Family.DAY, ",\"values\":{\"type\":\"2\"}");
        family.changed("correct-fields", Family.DAY, ",\"corrections\":[{\"field\":\"type\",\"value\":\"3\"}]");
        window("[\"change-type\"]", Family.ago(1), Family.ago(-1));

        runTheJob();

        var seen = api.get(Api.COUNTY, "/changes/" + entered.json().path("number").asString()).json();
        assertThat(seen.path("state").asString()).isEqualTo("CONFLICTED");
        assertThat(seen.path("conflicts").get(0).path("field").asString()).isEqualTo("type");
        assertThat(family.json().path("type").asString()).isEqualTo("3");
    }

    @Test
    void birthsAndDeathsWaitForNothingNorDoesMonitoring() {
        assertThat(family.change(Api.COUNTY, "remove-member", Family.DAY,
                ",\"person\":\"%s\",\"leaveReason\":\"01\"".formatted(family.son)).json().path("state").asString())
                .isEqualTo("APPLIED");
        assertThat(
                family.change(Api.COUNTY, "change-type", Family.DAY, ",\"values\":{\"monitoredKind\":\"3\"}").json().path("state")
                        .asString())
                .isEqualTo("PENDING");
    }

    @Test
    void officersOfTheAreaAddAndProlongWindows() {
        var city = api.post(CITY, "/adjustment-windows", body("451402", "[\"add-household\"]", Family.ago(3), Family.ago(2)),
                "Idempotency-Key", Family.key());
        assertThat(city.status()).as(city.body()).isEqualTo(201);
        var number = city.location().orElseThrow().replaceAll(".*/", "");
        assertThat(api.put(PROVINCE, "/adjustment-windows/" + number + "/end", "{\"on\":\"%s\"}".formatted(Family.ago(0))).json()
                .path("closesOn").asString()).isEqualTo(Family.ago(0));
        assertThat(api.put(Api.COUNTY, "/adjustment-windows/" + number + "/end", "{\"on\":\"%s\"}".formatted(Family.ago(0)))
                .status())
                .isEqualTo(404);
        assertThat(api.post(CITY, "/adjustment-windows", body("45", "[\"add-household\"]", Family.ago(3), Family.ago(2)),
                "Idempotency-Key", Family.key()).status()).isEqualTo(403);
        assertThat(api.get(CITY, "/adjustment-windows?area=4514&limit=500").body()).contains(number);
        assertThat(api.get(Api.COUNTY, "/adjustment-windows?limit=500").body()).doesNotContain(number);
        assertThat(api.post(CITY, "/adjustment-windows", body("451402", "[\"add-household\"]", Family.ago(2), Family.ago(3)),
                "Idempotency-Key", Family.key()).status()).isEqualTo(422);
        jdbc.sql("delete from adjustment_window where number = ?").param(number).update();
    }

    private Api.Answer window(String matters, String opens, String closes) {
        return api.post(Api.COUNTY, "/adjustment-windows", body(AREA, matters, opens, closes), "Idempotency-Key", Family.key());
    }

    private static String body(String area, String matters, String opens, String closes) {
        return """
                {"year":2026,"area":"%s","matters":%s,"opensOn":"%s","closesOn":"%s","source":"桂乡振发〔2026〕8号"}
                """.formatted(area, matters, opens, closes);
    }

    private void runTheJob() {
        var job = TaskInstanceId.of(WaitingChanges.JOB, RecurringTask.INSTANCE);
        var before = Instant.now();
        scheduler.reschedule(job, before);
        Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50))
                .until(() -> scheduler.getScheduledExecution(job)
                        .filter(it -> !it.isPicked() && it.getLastSuccess() != null && it.getLastSuccess().isAfter(before))
                        .isPresent());
    }
}
