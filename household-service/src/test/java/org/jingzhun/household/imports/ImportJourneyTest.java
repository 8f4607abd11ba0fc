package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.awaitility.Awaitility;
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
import static org.jingzhun.household.imports.Sheets.C;
import static org.jingzhun.household.imports.Sheets.households;
import static org.jingzhun.household.imports.Sheets.with;
import static org.jingzhun.household.imports.Sheets.xlsx;

@HouseholdServiceTest
class ImportJourneyTest {

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
    void aListGoesInItsBadRowsComeBackAndCorrectedTheyGoInAsWell() {
        var rows = households("A", 1, 40);
        var wrong = new ArrayList<>(rows);
        wrong.set(1, with(rows.get(1), "证件号码", rows.get(1).get("证件号码").toString().substring(0, 17) + "?"));
        wrong.set(3, with(rows.get(3), "证件号码", ""));
        wrong.set(9, with(rows.get(9), "人数", 4));

        var job = imports.run(Api.COUNTY, xlsx(B, wrong), 2019, "WHEN_CHECKED");

        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.path("template").asString()).isEqualTo("LIST_B");
        assertCounts(job, 117, 110, 0, 0, 7);
        var id = job.path("id").asString();
        assertThat(imports.errors(Api.COUNTY, id)).isEqualTo(Map.of(3, Set.of("id-characters"), 5, Set.of("id-missing"),
                6, Set.of("head-refused"), 7, Set.of("head-refused"), 11, Set.of("household-values-differ"),
                12, Set.of("household-values-differ"), 13, Set.of("household-values-differ")));
        assertThat(count("household")).isEqualTo(37);
        assertThat(count("person")).isEqualTo(110);
        assertThat(count("membership")).isEqualTo(110);

        var back = ImportApi.rows(imports.errorWorkbook(Api.COUNTY, id));
        assertThat(back).hasSize(7);
        assertThat(back.getFirst()).containsEntry("原行号", "3").containsEntry("户编号", "A1");
        assertThat(back.get(2).get("错误原因").toString()).contains("户主");
        var corrected = back.stream().map(row -> with(row, "证件号码",
                rows.get(Integer.parseInt(row.get("原行号").toString()) - 2).get("证件号码"), "人数", 3)).toList();
        var headings = new ArrayList<>(B);
        headings.addAll(List.of("原行号", "错误原因"));
        var household = corrected.stream().filter(row -> !row.get("户编号").equals("A1")).toList();
        var second = imports.run(Api.COUNTY, xlsx(headings, household), 2019, "WHEN_CHECKED");
        assertCounts(second, 6, 6, 0, 0, 0);
        assertThat(count("household")).isEqualTo(39);

        var again = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");
        assertCounts(again, 117, 1, 0, 116, 0);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        var file = xlsx(B, households("A", 1, 30));
        imports.run(Api.COUNTY, file, 2019, "WHEN_CHECKED");
        var before = register();

        var again = imports.run(Api.COUNTY, file, 2019, "WHEN_CHECKED");

        assertCounts(again, 87, 0, 0, 87, 0);
        assertThat(register()).isEqualTo(before);
    }

    @Test
    void theListOf2022FollowsTheOlderOne() {
        var rows = households("A", 1, 10);
        imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");

        var newer = rows.stream().map(Sheets::memberOf2022).toList();
        var job = imports.run(Api.COUNTY, xlsx(C, newer), 2022, "WHEN_CHECKED");

        assertThat(job.path("template").asString()).isEqualTo("LIST_C");
        assertCounts(job, 27, 0, 27, 0, 0);
        assertThat(jdbc.sql("select distinct concat_ws('|', type, income_per_head, data_year, poor_kind, version) from household")
                .query(String.class).list()).containsExactly("1|9800.00|2022|11|2");
        assertThat(jdbc.sql("select distinct concat_ws('|', work_place, identified_on, version) from person").query(String.class)
                .list()).containsExactly("3|2014-01-01|2");

        var older = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");
        assertCounts(older, 27, 0, 0, 18, 0);
        assertThat(older.path("counts").path("registerNewer").asInt()).isEqualTo(9);
        assertThat(jdbc.sql("select distinct income_per_head from household").query(String.class).list())
                .containsExactly("9800.00");
    }

    @Test
    void aChangeOfHeadNeedsASecondOfficer() {
        var rows = households("A", 1, 5);
        imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");
        var changed = new ArrayList<>(rows);
        changed.set(0, with(rows.get(0), "与户主关系", "其他"));
        changed.set(2, with(rows.get(2), "与户主关系", "户主"));

        var job = imports.run(Api.COUNTY, xlsx(B, changed), 2019, "WHEN_CHECKED");
        var id = job.path("id").asString();

        assertThat(job.path("state").asString()).isEqualTo("CHECKED");
        assertThat(job.path("problem").path("type").asString()).endsWith("/second-officer-required");
        assertThat(job.path("counts").path("sensitiveHouseholds").asInt()).isEqualTo(1);
        assertThat(api.put(Api.COUNTY, "/imports/" + id + "/commit", null).status()).isEqualTo(422);
        assertThat(api.get(Api.TOWN, "/imports/" + id).status()).isEqualTo(404);
        assertThat(api.put(Api.COUNTY2, "/imports/" + id + "/commit", null).status()).isEqualTo(202);
        var done = imports.await(Api.COUNTY, id);
        assertThat(done.path("state").asString()).isEqualTo("DONE");
        assertThat(jdbc.sql("""
                select p.number from membership m join person p on p.id = m.person_id join household h on h.id = m.household_id
                 where h.number = 'A1' and m.relation = '01'
                """).query(String.class).list()).containsExactly("A1-5");
        assertThat(jdbc.sql("select changed_by from membership where version = 2").query(String.class).list())
                .containsOnly("county2");
    }

    @Test
    void aPersonWhoIsRegisteredElsewhereIsHeldBackAndThatCountyIsTold() {
        imports.run(Api.COUNTY, xlsx(B, households("A", 1, 4)), 2019, "WHEN_CHECKED");
        jdbc.sql("update household set village = '451423100201' where number = 'A1'").update();
        var rows = households("N", 1, 4).stream().map(row -> with(row, "人编号", row.get("人编号") + "x")).toList();

        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "MANUAL");

        var errors = imports.errors(Api.COUNTY, job.path("id").asString());
        assertThat(errors.get(2)).containsExactly("registered-elsewhere");
        assertThat(errors.get(5)).containsExactly("person-in-other-household");
        assertCounts(job, 9, 0, 0, 0, 9);
        assertThat(jdbc.sql("""
                select count(*) from audit_entry
                 where action = 'import.registered-elsewhere' and area = '451423100201' and detail like ?
                """).param("%" + job.path("id").asString() + "%").query(Integer.class).single()).isEqualTo(3);
    }

    @Test
    void aPersonTwiceInTheFileIsHeldBackOnBothRows() {
        var rows = households("A", 1, 4);
        rows.set(8, with(rows.get(8), "证件号码", rows.get(1).get("证件号码")));

        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");

        assertThat(imports.errors(Api.COUNTY, job.path("id").asString()))
                .isEqualTo(Map.of(3, Set.of("id-twice-in-file"), 10, Set.of("id-twice-in-file")));
        assertCounts(job, 9, 7, 0, 0, 2);
    }

    @Test
    void aResidentIdIsNotChangedByAFile() {
        var rows = households("A", 1, 3);
        imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");
        rows.set(1, with(rows.get(1), "证件号码", Sheets.id(400)));

        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");

        assertThat(imports.errors(Api.COUNTY, job.path("id").asString()))
                .isEqualTo(Map.of(3, Set.of("person-number-of-other-person")));
    }

    @Test
    void personsWithoutANumberGetOneAndKeepIt() {
        var rows = households("A", 1, 5).stream().map(row -> with(row, "人编号", "")).toList();
        imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");
        var numbers = jdbc.sql("select number from person order by number").query(String.class).list();

        var again = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");

        assertThat(numbers).hasSize(12).allMatch(number -> number.matches("P[2-9A-Z]{13}"));
        assertCounts(again, 12, 0, 0, 12, 0);
    }

    @Test
    void aCancelledImportLeavesNothingBehind() {
        var job = imports.run(Api.COUNTY, xlsx(B, households("A", 1, 5)), 2019, "MANUAL");
        var id = job.path("id").asString();

        assertThat(api.send(Api.COUNTY, "DELETE", "/imports/" + id, null).json().path("state").asString()).isEqualTo("CANCELLED");

        assertThat(api.put(Api.COUNTY, "/imports/" + id + "/commit", null).status()).isEqualTo(409);
        Awaitility.await()
                .until(() -> jdbc
                        .sql("select count(*) from import_row r join import_job j on j.id = r.import_id where j.number = ?")
                        .param(id).query(Integer.class).single() == 0);
        assertThat(count("household")).isZero();
    }

    @Test
    void nothingPersonalLiesInStagingOrInTheListOfErrors() {
        var rows = households("A", 1, 4);
        rows.set(1, with(rows.get(1), "证件号码", "451481800101003"));
        var job = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "MANUAL");
        var id = job.path("id").asString();

        var list = api.get(Api.COUNTY, "/imports/" + id + "/errors").body();
        assertThat(list).contains("id-15-digits").doesNotContain("451481800101003").doesNotContain("45148119800101003");
        assertThat(ImportApi.rows(imports.errorWorkbook(Api.COUNTY, id)).getFirst().get("错误原因").toString())
                .contains("45148119800101003");
        assertThat(
                jdbc.sql("select count(*) from import_row where cast(resident_id as char) like '%19800101%'").query(Integer.class)
                        .single())
                .isZero();
    }

    private static void assertCounts(JsonNode job, int rows, int created, int changed, int unchanged, int refused) {
        var counts = job.path("counts");
        assertThat(List.of(counts.path("rows").asInt(), counts.path("new").asInt(), counts.path("changed").asInt(),
                counts.path("unchanged").asInt(), counts.path("refused").asInt())).as(job.toString())
                .containsExactly(rows, created, changed, unchanged, refused);
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private List<Map<String, Object>> register() {
        return jdbc.sql("""
                select h.number, h.version, h.changed_at, p.number as person, p.version as person_version, m.version as membership,
                       hex(p.resident_id) as id
                  from household h join membership m on m.household_id = h.id join person p on p.id = m.person_id order by 1, 4
                """).query().listOfRows();
    }
}
