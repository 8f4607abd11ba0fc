package org.jingzhun.household.imports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.template.Column;
import org.jingzhun.household.template.Template;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.imports.Sheets.B;
import static org.jingzhun.household.imports.Sheets.member;
import static org.jingzhun.household.imports.Sheets.with;
import static org.jingzhun.household.imports.Sheets.xlsx;

/** What the rules say of households as a file would leave them: told with the dry run, and only what the file makes wrong. */
@HouseholdServiceTest
class ImportFindingsTest {

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    JdbcClient jdbc;

    ImportApi imports;

    @BeforeEach
    void anEmptyRegister() {
        givens.forgetAll();
        imports = new ImportApi(api);
    }

    @Test
    void aWarningRefusesNothingAndStandsInTheDryRun() throws IOException {
        var file = xlsx(B, List.of(member("W1", 2, "户主", 1), member("W1", 2, "配偶", 2), member("W2", 1, "户主", 3),
                with(member("W3", 1, "户主", 4), "民族", "不详")));

        var job = imports.run(Api.COUNTY, file, 2019, "MANUAL");
        var id = job.path("id").asString();

        assertThat(job.path("counts").path("warnings").asInt()).isEqualTo(1);
        assertThat(job.path("counts").path("refused").asInt()).isEqualTo(1);
        assertThat(codes(id, "WARNING")).containsExactly("2 spouse-of-same-sex");
        assertThat(codes(id, "ERROR")).allMatch(code -> code.startsWith("5 ")).isNotEmpty();
        assertThat(imports.findings(Api.COUNTY, id).getFirst().path("message").asString()).contains("户主与配偶性别相同");
        assertThat(rows(imports.errorWorkbook(Api.COUNTY, id), "退回")).hasSize(2).last().asString().contains("W3")
                .doesNotContain("提示：");
        assertThat(rows(imports.errorWorkbook(Api.COUNTY, id), "提示")).hasSize(2).last().asString().contains("W1")
                .contains("提示：户主与配偶性别相同");

        api.put(Api.COUNTY, "/imports/" + id + "/commit", null);
        assertThat(imports.await(Api.COUNTY, id).path("counts").path("new").asInt()).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from household where number in ('W1', 'W2')").query(Integer.class).single())
                .isEqualTo(2);
    }

    @Test
    void whatWasWrongBeforeIsNotTheDoingOfTheFile() {
        var rows = List.of(member("W1", 2, "户主", 1), member("W1", 2, "配偶", 2));
        imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");

        var same = imports.run(Api.COUNTY, xlsx(B, rows), 2019, "MANUAL");
        var changed = imports.run(Api.COUNTY, xlsx(B, rows.stream().map(row -> with(row, "危房户", "是")).toList()), 2019, "MANUAL");

        assertThat(same.path("counts").path("warnings").asInt()).isZero();
        assertThat(changed.path("counts").path("changed").asInt()).isEqualTo(1);
        assertThat(codes(changed.path("id").asString(), "WARNING")).isEmpty();
    }

    @Test
    void membersWhomTheFileLeavesOutAreLookedAtAsWell() {
        var father = with(member("W1", 2, "之父", 2), "证件号码", Givens.residentId("451481", "19480101", 11), "劳动技能", "无劳动力", "务工状况",
                "",
                "务工时间（月）", "");
        imports.run(Api.COUNTY, xlsx(B, List.of(member("W1", 2, "户主", 1), father)), 2019, "WHEN_CHECKED");
        var other = with(father, "人编号", "W1-3", "姓名", "韦丁", "证件号码", Givens.residentId("451481", "19480101", 13));

        var job = imports.run(Api.COUNTY, xlsx(B, List.of(member("W1", 2, "户主", 1), other)), 2019, "MANUAL");

        assertThat(codes(job.path("id").asString(), "WARNING")).containsExactly("2 two-fathers");
    }

    @Test
    void aRowThatIsRefusedIsNoMemberAndACellThatCannotBeReadSilencesItsRules() {
        var file = xlsx(B, List.of(member("W1", 2, "户主", 1), with(member("W1", 2, "配偶", 2), "民族", "不详"),
                with(member("W2", 1, "户主", 3), "证件号码", Givens.residentId("451481", "19020101", 11), "劳动技能", "不详", "务工状况", "",
                        "务工时间（月）", "")));

        var id = imports.run(Api.COUNTY, file, 2019, "MANUAL").path("id").asString();

        assertThat(codes(id, "WARNING")).containsExactly("4 very-old");
        assertThat(imports.errors(Api.COUNTY, id).get(4)).hasSize(1);
    }

    @Test
    void anErrorThatBuildsOnTheRegisterAloneIsTold() {
        imports.run(Api.COUNTY, xlsx(B, List.of(member("W1", 1, "户主", 1))), 2019, "WHEN_CHECKED");
        var row = new LinkedHashMap<String, Object>();
        Template.LIST_C.columns().forEach(column -> row.put(column.heading(), ""));
        row.putAll(Sheets.memberOf2022(with(member("W1", 1, "户主", 1), "务工时间（月）", "0")));

        var job = imports.run(Api.COUNTY, xlsx(Template.LIST_C.columns().stream().map(Column::heading).toList(), List.of(row)),
                2022,
                "MANUAL");

        assertThat(job.path("counts").path("refused").asInt()).isZero();
        assertThat(codes(job.path("id").asString(), "WARNING")).containsExactly("2 work-place-without-months");
    }

    @Test
    void aChunkIsJudgedAgainWhereTheRegisterHasChanged() {
        imports.run(Api.COUNTY, xlsx(B, List.of(member("W1", 1, "户主", 1))), 2019, "WHEN_CHECKED");
        var father = with(member("W1", 2, "之父", 2), "证件号码", Givens.residentId("451481", "19480101", 11), "劳动技能", "无劳动力", "务工状况",
                "",
                "务工时间（月）", "");
        var job = imports.run(Api.COUNTY, xlsx(B, List.of(member("W1", 2, "户主", 1), father)), 2019, "MANUAL");
        var id = job.path("id").asString();
        assertThat(job.path("counts").path("warnings").asInt()).isZero();
        givens.member("W1", "W1-9", "韦老", Givens.residentId("451481", "19500101", 11), "11", Map.of("labour", "5"));
        jdbc.sql("update person set education = '4' where number = 'W1-1'").update();

        api.put(Api.COUNTY, "/imports/" + id + "/commit", null);
        var done = imports.await(Api.COUNTY, id);

        assertThat(done.path("counts").path("warnings").asInt()).as(imports.findings(Api.COUNTY, id).toString()).isEqualTo(1);
        assertThat(codes(id, "WARNING")).containsExactly("2 two-fathers");
    }

    private List<String> codes(String id, String level) {
        var codes = new ArrayList<String>();
        for (JsonNode it : imports.findings(Api.COUNTY, id)) {
            if (it.path("level").asString().equals(level)) {
                codes.add(it.path("row").asInt() + " " + it.path("code").asString());
            }
        }
        return codes;
    }

    private static List<String> rows(byte[] workbook, String sheet) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            var found = book.findSheet(sheet).orElseThrow();
            return found.read().stream()
                    .map(row -> String.join("|", row.stream().map(cell -> cell == null ? "" : cell.getText()).toList()))
                    .toList();
        }
    }
}
