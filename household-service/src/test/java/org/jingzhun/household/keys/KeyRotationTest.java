package org.jingzhun.household.keys;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.starter.rotation.EncryptedColumn;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@HouseholdServiceTest
@TestPropertySource(properties = {"jingzhun.test.schema=jz_household_keys", "jingzhun.rotation.overlap=1s",
        "jingzhun.rotation.look-every=200ms", "db-scheduler.polling-interval=200ms"})
class KeyRotationTest {

    private static final TestToken ADMIN = TestToken.person("admin").grant("system-administrator", "information", "");
    private static final TestToken COUNTY_ADMIN = TestToken.person("admin-451481").grant("system-administrator", "information",
            "451481");
    private static final String HEAD = Givens.residentId("451481", "19700101", 31);
    private static final String WIFE = Givens.residentId("451481", "19710202", 32);
    private static final String FILE = """
            县,乡,行政村,自然村,户编号,人编号,姓名,证件号码,人数,与户主关系,民族,文化程度,在校生状况,健康状况,劳动技能,务工状况,务工时间（月）,参加大病医疗,脱贫属性,贫困户属性,主要致贫原因,危房户,饮水安全,饮水困难,人均纯收入,联系电话
            凭祥市,友谊镇,宋城村,板旺屯,KR900,KR900-1,农得力,%s,1,户主,壮族,初中,,健康,普通劳动力,,,是,脱贫,一般贫困户,缺技术,否,是,否,5000,13977100099
            """;

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;
    @Autowired
    List<EncryptedColumn> columns;

    @Test
    void everyEncryptedColumnOfTheSchemaIsDeclared() {
        var inSchema = new TreeSet<>(jdbc.sql("""
                select concat(table_name, '.', column_name) from information_schema.columns
                 where table_schema = database() and data_type in ('varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob')
                   and table_name not in ('data_key', 'audit_seal', 'scheduled_tasks', 'flyway_schema_history')
                """).query(String.class).list());

        assertThat(columns.stream().map(column -> column.table() + "." + column.column())).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(inSchema);
    }

    @Test
    void everythingGetsTheNewKeyWhileTheServiceIsInUse() {
        givens.household("KR1", "451481101201", Map.of());
        givens.member("KR1", "KR1-1", "黄大山", HEAD, "01", givens.phone("KR1-1", "13977100021"));
        givens.member("KR1", "KR1-2", "陆小妹", WIFE, "02", givens.phone("KR1-2", "13977100022"));
        var tag = api.get(Api.COUNTY, "/households/KR1").etag().orElseThrow();
        var corrected = api.post(Api.COUNTY, "/changes",
                """
                {"action": "correct-fields", "household": "KR1", "effectiveOn": "%s", "reason": "换号", "evidence": "村委会证明",
                 "corrections": [{"person": "KR1-2", "field": "phone", "value": "13977100023"}]}"""
                        .formatted(LocalDate.now(clock)),
                "Idempotency-Key", "kr-correction", "If-Match", tag);
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(201);
        var job = checkedImport();
        tag = api.get(Api.COUNTY, "/households/KR1").etag().orElseThrow();
        var before = keyIds();
        assertThat(before).hasSize(1);

        assertThat(api.post(Api.COUNTY, "/key-rotations", "", "Idempotency-Key", "kr-county-00").status()).isEqualTo(403);
        assertThat(api.post(COUNTY_ADMIN, "/key-rotations", "", "Idempotency-Key", "kr-county-01").status()).isEqualTo(403);
        var ordered = api.post(ADMIN, "/key-rotations", "", "Idempotency-Key", "kr-rotation-1");
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(201);
        assertThat(ordered.json().path("state").asString()).isEqualTo("WAITING");
        assertThat(api.post(ADMIN, "/key-rotations", "", "Idempotency-Key", "kr-rotation-1").location())
                .isEqualTo(ordered.location());
        assertThat(api.post(ADMIN, "/key-rotations", "", "Idempotency-Key", "kr-rotation-2").problem())
                .isEqualTo("key-rotation-running");

        var id = ordered.json().path("id").asString();
        await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(200))
                .until(() -> api.get(ADMIN, "/key-rotations/" + id).json().path("state").asString().equals("DONE"));

        var done = api.get(ADMIN, "/key-rotations").json().path("items").get(0);
        assertThat(done.path("unreadable").asLong()).as(done.toString()).isZero();
        assertThat(done.path("renewed").asLong()).isGreaterThanOrEqualTo(10);
        assertThat(keyIds()).hasSize(1).doesNotContainAnyElementsOf(before);

        assertThat(api.get(Api.COUNTY, "/households/KR1").etag()).hasValue(tag);
        assertThat(unmasked("KR1-1", "residentId")).isEqualTo(HEAD);
        assertThat(unmasked("KR1-2", "phone")).isEqualTo("13977100023");
        assertThat(api.get(Api.COUNTY, corrected.location().orElseThrow().substring("/api/household/v1".length())).status())
                .isEqualTo(200);
        theStagedFileIsStillGood(job);
    }

    private String checkedImport() {
        var job = api.post(Api.COUNTY, "/imports",
                "{\"fileName\":\"keys.csv\",\"area\":\"451481\",\"dataYear\":2019,\"commit\":\"MANUAL\"}", "Idempotency-Key",
                "kr-import-1")
                .json().path("id").asString();
        api.send(Api.COUNTY, "PUT", "/imports/" + job + "/content",
                FILE.formatted(Givens.residentId("451481", "19750505", 33)), "Content-Type", "application/octet-stream");
        awaitState(job, "CHECKED");
        return job;
    }

    private void theStagedFileIsStillGood(String job) {
        api.send(Api.COUNTY, "PUT", "/imports/" + job + "/commit", null);
        awaitState(job, "DONE");
        assertThat(unmasked("KR900-1", "residentId")).isEqualTo(Givens.residentId("451481", "19750505", 33));
        assertThat(api.post(Api.COUNTY, "/households/KR900/unmaskings", "{\"field\":\"phone\",\"purpose\":\"核对\"}").body())
                .contains("13977100099");
    }

    private void awaitState(String job, String state) {
        await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(200))
                .until(() -> api.get(Api.COUNTY, "/imports/" + job).json().path("state").asString().equals(state));
    }

    private String unmasked(String person, String field) {
        return api.post(Api.COUNTY, "/persons/" + person + "/unmaskings",
                "{\"field\":\"%s\",\"purpose\":\"核对\"}".formatted(field)).json().path("value").asString();
    }

    /** Of all encrypted fields, wherever they are. */
    private TreeSet<String> keyIds() {
        var ids = new TreeSet<String>();
        for (var column : columns) {
            ids.addAll(jdbc.sql("select distinct hex(left(%1$s, 4)) from %2$s where %1$s is not null"
                    .formatted(column.column(), column.table())).query(String.class).list());
        }
        return ids;
    }
}
