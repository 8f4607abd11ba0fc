package org.jingzhun.bench.generator;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists A, D, E and the work-month sheet, and two years that follow each other. */
class NewListsTest {

    private static List<Map<String, String>> rows(Template template, String county, int year, long seed) {
        return ReadList.collected(order(template, county, year, seed)).rows();
    }

    private static Generate.Order order(Template template, String county, int year, long seed) {
        return new Generate.Order(template, county, year, 4_000, 1_200, seed, 0, List.of(), 0, List.of(), ListWriter.Format.XLSX,
                Divisions.VillageNames.SHORT);
    }

    @ParameterizedTest
    @CsvSource({"451481, 2021, 1", "451481, 2022, 2", "451481, 2023, 1", "451481, 2024, 1", "451481, 2025, 3", "141128, 2023, 7"})
    void cleanListsKeepTheRulesThatLookAtSeveralOfThem(String county, int year, long seed) {
        var a = rows(Template.A, county, year, seed);
        var c = rows(Template.C, county, year, seed);
        var d = rows(Template.D, county, year, seed);
        var e = rows(Template.E, county, year, seed);
        var work = rows(Template.WORK, county, year, seed);

        assertThat(e).hasSizeGreaterThan(50);
        assertThat(work).hasSizeGreaterThan(1_000);
        assertThat(new RegisterRules(Template.C, LocalDate.of(year, 12, 31), county).check(c)).isEmpty();
        assertThat(new ListRules(year, a, d, e, work).check()).isEmpty();
        assertThat(c.stream().map(row -> row.get("证件号码")).toList()).isEqualTo(d.stream().map(row -> row.get("证件号码")).toList());
        var perHead = a.stream().collect(Collectors.toMap(row -> row.get("户编号"), row -> row.get("人均纯收入（元）")));
        assertThat(c.stream().filter(row -> !row.get("人均纯收入").equals(perHead.get(row.get("户编号"))))).isEmpty();
    }

    @Test
    void aHundredThousandPersonsAreClean() {
        var lists = List.of(Template.A, Template.D, Template.E, Template.WORK).stream()
                .map(template -> ReadList
                        .of(new Generate.Order(template, "451481", 2023, 100_000, 25_000, 11, 0, List.of(), 0, List.of(),
                                ListWriter.Format.XLSX, Divisions.VillageNames.SHORT))
                        .rows())
                .toList();

        assertThat(new ListRules(2023, lists.get(0), lists.get(1), lists.get(2), lists.get(3)).check()).isEmpty();
    }

    @Test
    void aYearLaterTheSamePeopleHaveLivedOn() {
        var before = byNumber(rows(Template.D, "451481", 2023, 1));
        var after = byNumber(rows(Template.D, "451481", 2024, 1));

        var gone = new HashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        var come = new HashSet<>(after.keySet());
        come.removeAll(before.keySet());
        assertThat(gone).hasSizeBetween(15, 300);
        assertThat(come).hasSizeBetween(15, 300);
        assertThat(come.stream().map(number -> after.get(number).get("出生日期").substring(0, 4))).contains("2024").anyMatch(
                year -> Integer.parseInt(year) < 2005);
        var stayed = before.keySet().stream().filter(after::containsKey).toList();
        for (var heading : List.of("姓名", "出生日期", "性别", "民族", "户编号")) {
            assertThat(stayed.stream().filter(number -> !before.get(number).get(heading).equals(after.get(number).get(heading))))
                    .as(heading).isEmpty();
        }
        for (var heading : List.of("在校生状况", "务工时间（月）", "村", "与户主关系", "成员联系电话")) {
            assertThat(stayed.stream().filter(number -> !before.get(number).get(heading).equals(after.get(number).get(heading))))
                    .as(heading).isNotEmpty();
        }
    }

    @Test
    void householdsChangeTheirIncomesAndSomeTheirType() {
        Function<Map<String, String>, String> number = row -> row.get("户编号");
        var before = rows(Template.A, "451481", 2023, 1).stream().collect(Collectors.toMap(number, Function.identity()));
        var after = rows(Template.A, "451481", 2024, 1).stream().filter(row -> before.containsKey(number.apply(row))).toList();

        assertThat(after.stream().filter(row -> !row.get("纯收入（元）").equals(before.get(number.apply(row)).get("纯收入（元）"))))
                .hasSizeGreaterThan(after.size() * 9 / 10);
        assertThat(after.stream().filter(row -> !row.get("户类型").equals(before.get(number.apply(row)).get("户类型"))))
                .hasSizeBetween(3, after.size() / 10);
    }

    private static Map<String, Map<String, String>> byNumber(List<Map<String, String>> rows) {
        return rows.stream().collect(Collectors.toMap(row -> row.get("人口编号"), Function.identity()));
    }

    @Test
    void whatHasHappenedDoesNotDependOnTheYearThatIsAskedFor() {
        var early = byNumber(rows(Template.D, "451481", 2023, 5));
        var late = byNumber(rows(Template.D, "451481", 2025, 5));

        assertThat(early.values().stream().filter(row -> late.containsKey(row.get("人口编号")))
                .filter(row -> !late.get(row.get("人口编号")).get("证件号码").startsWith(row.get("证件号码").substring(0, 18)))).isEmpty();
        assertThat(late.values().stream().map(row -> row.get("证件号码").substring(0, 18)).distinct()).hasSize(late.size());
    }

    @ParameterizedTest
    @CsvSource({"A, 54", "D, 47", "E, 38", "WORK, 19"})
    void headingsAreThePublishedOnes(Template template, int columns) {
        var headings = rows(template, "451481", template.usualYear, 1).getFirst().keySet();

        assertThat(headings).hasSize(columns);
        assertThat(headings).startsWith(template == Template.D ? "省" : "县");
    }

    @Test
    void theOldWorkbookAndTheOldEncodingHoldTheSame() throws IOException {
        var order = order(Template.E, "451481", 2023, 1);
        var rows = ReadList.collected(order).rows();

        try (var workbook = new HSSFWorkbook(new ByteArrayInputStream(ReadList.of(order.as(ListWriter.Format.XLS)).bytes()))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(rows.size());
            assertThat(sheet.getRow(1).getCell(3).getStringCellValue()).isEqualTo(rows.getFirst().get("户编号"));
        }
        assertThat(new String(ReadList.of(order.as(ListWriter.Format.CSV_GB18030)).bytes(), Charset.forName("GB18030")).lines()
                .skip(1).map(line -> line.split(",")[3]).collect(Collectors.toSet()))
                .isEqualTo(rows.stream().map(row -> row.get("户编号")).collect(Collectors.toSet()));
    }
}
