package org.jingzhun.household.imports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import org.jingzhun.household.Api;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.template.Column;
import org.jingzhun.household.template.Template;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.imports.Sheets.B;
import static org.jingzhun.household.imports.Sheets.households;
import static org.jingzhun.household.imports.Sheets.with;
import static org.jingzhun.household.imports.Sheets.xlsx;

/** Each national list goes in, and changes only what it speaks of. */
@HouseholdServiceTest
class AllTemplatesTest {

    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;

    ImportApi imports;

    @BeforeEach
    void aRegisterOfThreeHouseholds() {
        imports = new ImportApi(api);
        for (var table : List.of("household_year", "membership", "person", "household")) {
            jdbc.sql("delete from " + table).update();
        }
        imports.run(Api.COUNTY, xlsx(B, households("A", 1, 4)), 2019, "WHEN_CHECKED");
    }

    @Test
    void theHouseholdSheetBringsLivingAndIncome() {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 1; i < 4; i++) {
            rows.add(with(row(Template.LIST_A), "户编号", "A" + i, "户主姓名", "韦" + "甲乙丙丁戊己庚辛壬癸".charAt(i * 3 % 10), "户主证件号码",
                    Sheets.id(i * 3), "户联系电话", "13977100000", "户类型", "脱贫户", "当前家庭人口数", 3, "年度家庭人口数", 3, "工资性收入", 12000,
                    "生产经营性收入", 9000, "生产经营性支出", 3600, "生产经营性支出（合计）", 3600, "财产性收入", 1000, "转移性收入", 2400, "纯收入（元）", 20800,
                    "人均纯收入（元）", 6933.33, "耕地面积（亩）", 3.5, "入户路类型", "水泥路", "是否有卫生厕所", "是"));
        }
        var job = run(Template.LIST_A, rows, 2023);

        assertCounts(job, 3, 0, 3, 0, 0);
        assertThat(jdbc.sql("""
                select distinct concat_ws('|', h.type, h.cultivated_area, h.road_kind, h.sanitary_toilet, h.data_year, h.main_cause,
                       h.valid_from, y.year, y.net_income, y.production_cost, y.year_members, y.valid_from)
                  from household h join household_year y on y.household_id = h.id
                """).query(String.class).list())
                .containsExactly("1|3.50|3|1|2023|7|2023-12-31|2023|20800.00|3600.00|3|2023-12-31");
        assertThat(jdbc.sql("select count(*) from household_history where id in (select id from household)").query(Integer.class)
                .single()).isEqualTo(6);

        rows.set(0, with(rows.get(0), "纯收入（元）", 21000));
        rows.set(1, with(rows.get(1), "户主姓名", "另一人"));
        rows.set(2, with(rows.get(2), "户编号", "A99"));
        var again = run(Template.LIST_A, rows, 2023);

        assertCounts(again, 3, 0, 1, 0, 2);
        assertThat(imports.errors(Api.COUNTY, again.path("id").asString()))
                .isEqualTo(Map.of(3, Set.of("head-differs"), 4, Set.of("household-unknown")));
        assertThat(ImportApi.rows(imports.errorWorkbook(Api.COUNTY, again.path("id").asString())))
                .extracting(row -> row.get("原行号") + "|" + row.get("户编号") + "|" + row.get("工资性收入"))
                .containsExactly("3|A2|12000.0", "4|A99|12000.0");
        assertThat(jdbc.sql("""
                select concat_ws('|', y.net_income, y.version, (select count(*) from household_year_history t where t.id = y.id))
                  from household_year y join household h on h.id = y.household_id where h.number = 'A1'
                """).query(String.class).single()).isEqualTo("21000.00|2|1");
    }

    @Test
    void theMemberSheetChecksWhatTheDocumentTells() {
        var rows = new ArrayList<Map<String, Object>>();
        for (int i = 3; i < 6; i++) {
            rows.add(with(row(Template.LIST_D), "省", "广西壮族自治区", "市", "崇左市", "户编号", "A1", "人口编号", "A1-" + i, "姓名",
                    "韦" + "甲乙丙丁戊己庚辛壬癸".charAt(i), "性别", "男", "出生日期", "1980-01-01", "证件类型", "居民身份证", "证件号码", Sheets.id(i),
                    "民族", "壮族", "年度", 2021, "与户主关系", i == 3 ? "户主" : i == 4 ? "之子" : "其他", "文化程度", "初中", "健康状况", "健康",
                    "劳动技能", "普通劳动力", "务工时间（月）", 6, "政治面貌", "群众", "务工所在地", "广东省深圳市", "户主姓名", "韦丁", "户主证件号码",
                    Sheets.id(3), "是否参加新型农村合作医疗（城乡居民基本医疗保险）", "是", "是否参加城镇职工基本医疗保险", "否", "是否会讲普通话", "是"));
        }
        rows.set(1, with(rows.get(1), "性别", "女", "出生日期", "1981-01-01"));
        var job = run(Template.LIST_D, rows, 2021);

        assertThat(imports.errors(Api.COUNTY, job.path("id").asString()))
                .isEqualTo(Map.of(3, Set.of("sex-contradicts-id", "birth-date-contradicts-id")));
        assertCounts(job, 3, 0, 2, 0, 1);
        assertThat(jdbc.sql("""
                select concat_ws('|', work_area, resident_insurance, employee_insurance, mandarin, political_status, work_place)
                  from person where number = 'A1-3'
                """).query(String.class).single()).isEqualTo("广东省深圳市|1|0|1|13|3");
    }

    @Test
    void theMonitoringColumnsComeWithWhateverTellsTheHousehold() {
        var headings = new ArrayList<>(List.of("县", "乡", "行政村", "户编号", "姓名", "证件号码"));
        Template.LIST_E.columns().stream().skip(6).map(Column::heading).filter(heading -> !heading.startsWith("风险消除后"))
                .forEach(headings::add);
        headings.add("风险消除后收入/三保障/饮水");
        var row = with(Map.of("县", "凭祥市", "乡", "友谊镇", "行政村", "宋城村", "户编号", "A1", "姓名", "韦丁", "证件号码", Sheets.id(3)),
                "监测对象类别", "边缘易致贫户", "识别监测时间", "2022-03-01", "致贫/返贫风险1", "因病", "风险是否已消除", "是", "消除监测时间", "2023-05-01",
                "风险消除方式", "帮扶消除", "风险消除后收入/三保障/饮水", "9000/是/是", "健康帮扶", "是", "信息采集人", "李四");
        var job = imports.run(Api.COUNTY, xlsx(headings, List.of(row)), 2023, "WHEN_CHECKED");

        assertThat(job.path("template").asString()).as(job.toString()).isEqualTo("LIST_E");
        assertCounts(job, 1, 0, 1, 0, 0);
        assertThat(jdbc.sql("""
                select concat_ws('|', monitored_kind, risk_1, risk_eliminated_on, income_after, guarantees_after, water_after,
                       health_measure, collector, main_cause) from household where number = 'A1'
                """).query(String.class).single()).isEqualTo("2|01|2023-05-01|9000.00|1|1|1|李四|7");
    }

    @Test
    void theWorkMonthSheetFindsPersonsAndMakesNone() {
        var known = with(row(Template.WORK_MONTH), "户编号", "A1", "人编号", "A1-4", "姓名", "韦戊", "证件号码", Sheets.id(4), "是否已务工", "是",
                "务工所在地", "省外县外", "务工所在县", "宝安区", "开始时间", "2023-02-01", "务工月收入", 4200, "务工企业名称", "某电子厂", "就业渠道", "自主就业",
                "是否点对点输送", "否", "是否计划务工", "否");
        var rows = List.of(known, with(known, "人编号", "A1-5", "姓名", "别的名", "证件号码", Sheets.id(5)),
                with(known, "人编号", "", "姓名", "韦新", "证件号码", Sheets.id(300)));
        var job = run(Template.WORK_MONTH, rows, 2023);

        assertThat(imports.errors(Api.COUNTY, job.path("id").asString()))
                .isEqualTo(Map.of(3, Set.of("name-differs"), 4, Set.of("person-unknown")));
        assertCounts(job, 3, 0, 1, 0, 2);
        assertThat(jdbc.sql("""
                select concat_ws('|', name, working, work_county, monthly_wage, employer, job_channel, labour, valid_from)
                  from person where number = 'A1-4'
                """).query(String.class).single()).isEqualTo("韦戊|1|宝安区|4200.00|某电子厂|6|1|2023-12-31");
        assertThat(jdbc.sql("select count(*) from person").query(Integer.class).single()).isEqualTo(9);
    }

    @Test
    void whoHasLeftTheRegisterDoesNotComeBackByAFile() {
        jdbc.sql("update household set removed_on = '2020-06-01' where number = 'A1'").update();
        jdbc.sql("update person set died_on = '2020-06-01' where number = 'A2-7'").update();

        var job = imports.run(Api.COUNTY, xlsx(B, households("A", 1, 4)), 2021, "WHEN_CHECKED");

        assertThat(imports.errors(Api.COUNTY, job.path("id").asString())).isEqualTo(Map.of(2, Set.of("household-removed"), 3,
                Set.of("household-removed"), 4, Set.of("household-removed"), 6, Set.of("person-died")));
    }

    @Test
    void aFileWithOldCodesAndNamesFindsTheirSuccessors() {
        var officer = TestToken.person("tianyang").grant("county-officer", "rural-affairs", "451003");
        var village = jdbc.sql("""
                select code, successor from division
                 where parent = '451021101000' and level = 'VILLAGE' and successor is not null order by code desc limit 1
                """).query().singleRow();
        var rows = households("T", 60, 62);
        for (int i = 0; i < 3; i++) {
            rows.set(i, with(rows.get(i), "县", "田阳县", "乡", "那坡镇", "行政村",
                    jdbc.sql("select name from division where code = ?").param(village.get("code")).query(String.class)
                            .single()));
            rows.set(i + 3, with(rows.get(i + 3), "县", "451021", "乡", "451021101", "行政村", village.get("code")));
        }
        for (var year : List.of(2018, 2019)) { // the county became a district in the middle of 2019
            var id = imports.create(officer, year == 2018 ? "451021" : "451003", year, "WHEN_CHECKED");
            imports.upload(officer, id, xlsx(B, rows));
            var job = imports.await(officer, id);
            assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
            assertThat(job.path("counts").path("refused").asInt()).as(imports.errors(officer, id).toString()).isZero();
            assertThat(job.path("area").asString()).isEqualTo("451003");
        }
        assertThat(jdbc.sql("select distinct village from household where number like 'T%'").query(String.class).list())
                .containsExactly((String) village.get("successor"));
    }

    @Test
    void daysCountedFrom1904AreTheSameDays() throws Exception {
        var rows = households("A", 1, 2).stream().map(Sheets::memberOf2022).map(row -> with(row, "首次识别时间", 40178)).toList();
        var job = imports.run(Api.COUNTY, from1904(xlsx(Sheets.C, rows)), 2022, "WHEN_CHECKED");

        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        assertThat(jdbc.sql("select first_identified_on from household where number = 'A1'").query(String.class).single())
                .isEqualTo("2014-01-01");
    }

    private static byte[] from1904(byte[] workbook) throws Exception {
        var out = new ByteArrayOutputStream();
        var stored = Files.write(Files.createTempFile("from-1904", ".xlsx"), workbook);
        try (var in = new ZipFile(stored.toFile()); var zip = new ZipOutputStream(out)) {
            for (var entry : Collections.list(in.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                var bytes = in.getInputStream(entry).readAllBytes();
                zip.write(entry.getName().equals("xl/workbook.xml")
                        ? new String(bytes, StandardCharsets.UTF_8).replaceFirst("<workbookPr[^>]*/>|(?=<sheets>)",
                                "<workbookPr date1904=\"1\"/>").getBytes(StandardCharsets.UTF_8)
                        : bytes);
            }
        } finally {
            Files.delete(stored);
        }
        return out.toByteArray();
    }

    private JsonNode run(Template template, List<Map<String, Object>> rows, int year) {
        var job = imports.run(Api.COUNTY, xlsx(template.columns().stream().map(Column::heading).toList(), rows), year,
                "WHEN_CHECKED");
        assertThat(job.path("template").asString()).as(job.toString()).isEqualTo(template.name());
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        return job;
    }

    private static Map<String, Object> row(Template template) {
        var row = new LinkedHashMap<String, Object>();
        template.columns().forEach(column -> row.put(column.heading(), ""));
        return with(row, "县", "凭祥市", "乡", "友谊镇", "村", "宋城村");
    }

    private static void assertCounts(JsonNode job, int rows, int created, int changed, int unchanged, int refused) {
        var counts = job.path("counts");
        assertThat(List.of(counts.path("rows").asInt(), counts.path("new").asInt(), counts.path("changed").asInt(),
                counts.path("unchanged").asInt(), counts.path("refused").asInt())).as(job.toString())
                .containsExactly(rows, created, changed, unchanged, refused);
    }
}
