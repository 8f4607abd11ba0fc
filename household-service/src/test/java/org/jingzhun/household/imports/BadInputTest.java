package org.jingzhun.household.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.imports.Sheets.B;
import static org.jingzhun.household.imports.Sheets.csv;
import static org.jingzhun.household.imports.Sheets.households;
import static org.jingzhun.household.imports.Sheets.with;
import static org.jingzhun.household.imports.Sheets.xls;
import static org.jingzhun.household.imports.Sheets.xlsx;

/** What people send, each with a clear answer and nothing half-done. */
@HouseholdServiceTest
class BadInputTest {

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    ImportApi imports;

    @BeforeEach
    void anEmptyRegister() {
        imports = new ImportApi(api);
        givens.forgetAll();
    }

    @Test
    void theSameListInEveryFormGivesTheSameRegister() {
        var rows = households("A", 1, 4);
        var reversed = new ArrayList<>(B).reversed();

        assertAllIn(xlsx(B, rows), 9, 0);
        for (var file : List.of(xls(B, rows), csv(B, rows, StandardCharsets.UTF_8, ""),
                csv(B, rows, StandardCharsets.UTF_8, "\uFEFF"),
                csv(B, rows, Charset.forName("GB18030"), ""), xlsx(reversed, rows), xlsx(B, rows, "凭祥市2019年贫困人口名单", "单位：人"))) {
            assertAllIn(file, 0, 9);
        }
    }

    @Test
    void mergedHeadingsAreUnderstood() {
        var upper = B.stream().map(heading -> heading.equals("主要致贫原因") ? "主要致贫" : heading.startsWith("饮水") ? "" : heading)
                .toList();
        var rows = new ArrayList<Map<String, Object>>();
        var lower = new LinkedHashMap<String, Object>();
        for (int i = 0; i < B.size(); i++) {
            lower.put(upper.get(i).isEmpty() ? "空" + i : upper.get(i),
                    B.get(i).equals("主要致贫原因") ? "原因" : B.get(i).startsWith("饮水") ? B.get(i) : "");
        }
        var titles = new ArrayList<String>(lower.keySet());
        rows.add(lower);
        households("A", 1, 3).forEach(row -> {
            var moved = new LinkedHashMap<String, Object>();
            for (int i = 0; i < B.size(); i++) {
                moved.put(titles.get(i), row.get(B.get(i)));
            }
            rows.add(moved);
        });

        assertAllIn(xlsx(titles, rows), 6, 0);
    }

    @Test
    void fullWidthDigitsAndBlanksAreNormalisedAndCounted() {
        var rows = households("A", 1, 3);
        var id = rows.getFirst().get("证件号码").toString();
        rows.set(0, with(rows.getFirst(), "证件号码", "　" + id.replace('1', '１') + " ", "姓名", "韦　乙", "联系电话", "139 7710 0003"));

        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");

        assertThat(job.path("counts").path("refused").asInt()).isZero();
        assertThat(job.path("counts").path("normalisedCells").asInt()).isEqualTo(3);
        assertAllIn(xlsx(B, replaced(rows, 0, "证件号码", id)), 0, 6);
    }

    @Test
    void eachCellThatIsWrongIsNamed() {
        var rows = households("A", 1, 12);
        var cells = new Object[][]{{1, "证件号码", 4.51481199001010E17, "id-scientific-notation"},
                {2, "证件号码", "4.51481199001010E+17", "id-scientific-notation"},
                {4, "证件号码", "451481800101003", "id-15-digits"},
                {5, "证件号码", new Sheets.Formula("CONCATENATE(E2,F2)"), "id-formula"},
                {7, "证件号码", "45148119801301001X", "id-birth-date"}, {8, "民族", "火星族", "ethnicity-unknown"},
                {10, "务工时间（月）", "半年", "months-not-a-number"}, {11, "联系电话", "1397710000", "phone-not-11-digits"},
                {13, "姓名", "", "name-missing"}, {14, "参加大病医疗", "不清楚", "yes-no-unknown"}};
        for (var cell : cells) {
            rows.set((int) cell[0], with(rows.get((int) cell[0]), cell[1], cell[2]));
        }

        for (var file : List.of(xlsx(B, rows), xls(B, rows))) {
            var job = imports.run(Api.COUNTY, file, 2019, "MANUAL");
            assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("CHECKED");
            var errors = imports.errors(Api.COUNTY, job.path("id").asString());
            for (var cell : cells) {
                assertThat(errors.get((int) cell[0] + 2)).as(cell[1] + " " + cell[3]).containsExactly((String) cell[3]);
            }
            assertThat(errors).hasSize(cells.length);
        }
    }

    @Test
    void householdsThatAreWrongAsAWholeComeBackAsAWhole() {
        var rows = households("A", 1, 7);
        rows.set(0, with(rows.get(0), "与户主关系", "其他"));
        rows.set(4, with(rows.get(4), "与户主关系", "户主"));
        rows.set(7, with(rows.get(7), "与户主关系", "配偶"));
        rows.set(8, with(rows.get(8), "与户主关系", "配偶"));
        for (int i = 9; i < 12; i++) {
            rows.set(i, with(rows.get(i), "人数", 4));
        }
        rows.set(13, with(rows.get(13), "危房户", "是"));
        for (int i = 15; i < 18; i++) {
            rows.set(i, with(rows.get(i), "行政村", "无此村"));
        }

        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "MANUAL");

        var errors = imports.errors(Api.COUNTY, job.path("id").asString());
        var expected = List.of("no-head", "two-heads", "two-spouses", "count-differs", "household-values-differ",
                "village-unknown");
        assertThat(errors).hasSize(18);
        errors.forEach((row, codes) -> assertThat(codes).as("row " + row).isEqualTo(Set.of(expected.get((row - 2) / 3))));
    }

    @Test
    void aFileThatCannotBeTakenSaysWhy() {
        var rows = households("A", 1, 10);
        var whole = xlsx(B, rows);
        var headings = new ArrayList<>(B);
        headings.set(4, "户号码");

        assertRefused(Arrays.copyOf(whole, whole.length / 2), "file-damaged");
        assertRefused(xlsx(headings, rows), "headings-unknown");
        assertRefused(xlsx(List.of("商品", "数量"), rows), "headings-not-found");
        assertRefused(xlsx(B, List.of()), "no-rows");
        assertRefused(xlsx(B, rows.stream().map(row -> with(row, "县", "龙州县", "乡", "龙州镇", "行政村", "岭南村")).toList()),
                "file-of-another-county");
        assertRefused("\u0000\u0001\u0002picture".getBytes(StandardCharsets.UTF_8), "file-type-unknown");
        assertThat(jdbc.sql("select count(*) from household").query(Integer.class).single()).isZero();
    }

    @Test
    void theRefusalOfHeadingsNamesThem() {
        var headings = new ArrayList<>(B);
        headings.set(4, "户号码");

        var job = imports.run(Api.COUNTY, xlsx(headings, households("A", 1, 2)), 2019, "MANUAL");

        assertThat(job.path("problem").path("detail").asString()).contains("户编号").contains("户号码");
    }

    @Test
    void aHouseholdOfAnotherAreaIsHeldBack() {
        var rows = households("A", 1, 6);
        for (int i = 0; i < 3; i++) {
            rows.set(i, with(rows.get(i), "县", "龙州县", "乡", "龙州镇", "行政村", "岭南村"));
        }

        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "MANUAL");

        var codes = imports.errors(Api.COUNTY, job.path("id").asString());
        assertThat(codes.keySet()).containsExactly(2, 3, 4);
        assertThat(codes.get(2)).containsAnyOf("village-other-county", "village-unknown").hasSize(1);
    }

    @Test
    void anUploadThatBrokeOffIsRepeated() {
        var file = xlsx(B, households("A", 1, 3));
        var id = imports.create(Api.COUNTY, "451481", 2019, "MANUAL");
        jdbc.sql("update import_job set upload = 7 where number = ?").param(id).update();
        jdbc.sql("insert into import_chunk select id, 7, 0, x'00' from import_job where number = ?").param(id).update();

        assertThat(imports.upload(Api.COUNTY, id, file).statusCode()).isEqualTo(202);
        assertThat(imports.await(Api.COUNTY, id).path("state").asString()).isEqualTo("CHECKED");
        assertThat(jdbc
                .sql("select distinct c.upload from import_chunk c join import_job j on j.id = c.import_id where j.number = ?")
                .param(id).query(Integer.class).list()).containsExactly(8);
        assertThat(imports.upload(Api.COUNTY, id, file).statusCode()).isEqualTo(409);
    }

    @Test
    void anImportIsItsOwnersAlone() {
        var job = imports.run(Api.COUNTY, xlsx(B, households("A", 1, 3)), 2019, "MANUAL");
        var path = "/imports/" + job.path("id").asString();

        for (var other : List.of(Api.COUNTY2, Api.NEIGHBOUR, Api.TOWN)) {
            assertThat(api.get(other, path).status()).isEqualTo(404);
            assertThat(api.get(other, path + "/errors").status()).isEqualTo(404);
            assertThat(api.get(other, path + "/error-workbook").status()).isEqualTo(404);
            assertThat(api.put(other, path + "/commit", null).status()).isEqualTo(404);
            assertThat(api.send(other, "DELETE", path, null).status()).isEqualTo(404);
        }
        assertThat(api.get(Api.CLERK, path).status()).isEqualTo(403);
    }

    @Test
    void anAreaThatIsNotTheCallersIsRefused() {
        for (var area : List.of("451423", "45", "999999")) {
            var answer = api.post(Api.COUNTY, "/imports",
                    "{\"fileName\":\"a\",\"area\":\"%s\",\"dataYear\":2019}".formatted(area),
                    "Idempotency-Key", UUID.randomUUID().toString());
            assertThat(answer.status()).isIn(403, 422);
        }
        assertThat(
                api.post(Api.COUNTY, "/imports", "{\"fileName\":\"a\",\"area\":\"451481\",\"dataYear\":2039}", "Idempotency-Key",
                        UUID.randomUUID().toString()).status())
                .isEqualTo(422);
    }

    @Test
    void theSameKeyGivesTheSameImport() {
        var key = UUID.randomUUID().toString();
        var body = "{\"fileName\":\"a.xlsx\",\"area\":\"451481\",\"dataYear\":2019,\"commit\":\"MANUAL\"}";

        var first = api.post(Api.COUNTY, "/imports", body, "Idempotency-Key", key);
        var second = api.post(Api.COUNTY, "/imports", body, "Idempotency-Key", key);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(api.get(Api.COUNTY, "/imports?limit=1").json().path("items").get(0).path("id").asString())
                .isEqualTo(first.json().path("id").asString());
    }

    private void assertAllIn(byte[] file, int created, int unchanged) {
        var job = imports.run(Api.COUNTY, file, 2019, "WHEN_CHECKED");
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.path("counts").path("new").asInt()).as(job.toString()).isEqualTo(created);
        assertThat(job.path("counts").path("unchanged").asInt()).isEqualTo(unchanged);
        assertThat(job.path("counts").path("refused").asInt()).isZero();
    }

    private void assertRefused(byte[] file, String problem) {
        JsonNode job = imports.run(Api.COUNTY, file, 2019, "WHEN_CHECKED");
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("REFUSED");
        assertThat(job.path("problem").path("type").asString()).endsWith("/" + problem);
        assertThat(job.path("problem").path("detail").asString()).isNotBlank();
    }

    private static List<Map<String, Object>> replaced(List<Map<String, Object>> rows, int index, Object... changes) {
        var changed = new ArrayList<>(rows);
        changed.set(index, Sheets.with(rows.get(index), changes));
        return changed;
    }
}
