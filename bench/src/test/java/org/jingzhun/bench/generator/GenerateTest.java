package org.jingzhun.bench.generator;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GenerateTest {

    private static Generate.Order listB(long seed) {
        return Generate.Order.clean(Template.B, "451481", 2_500, 0, seed);
    }

    private static Generate.Order listC(long seed) {
        return Generate.Order.clean(Template.C, "451481", 3_000, 900, seed);
    }

    private static TreeMap<Integer, Set<String>> findings(Generate.Order order, ReadList list, LocalDate day) {
        return new RegisterRules(order.template(), day, order.county()).check(list.rows());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, -7, 20_261_122})
    void aCleanListBreaksNoRuleOnAnyDayOfItsYear(long seed) {
        for (var order : List.of(listB(seed), listB(seed).in(2017), listB(seed).in(2018), listC(seed))) {
            var list = ReadList.of(order);

            assertThat(findings(order, list, LocalDate.of(order.year(), 12, 31))).isEmpty();
            assertThat(new RegisterRules(order.template(), LocalDate.of(order.year(), 7, 1), order.county())
                    .check(list.rows().stream().filter(row -> bornBefore(row, order.year())).toList()).values().stream()
                    .flatMap(Set::stream).filter(code -> !code.equals("count-differs") && !code.equals("no-head"))).isEmpty();
        }
    }

    private static boolean bornBefore(Map<String, String> row, int year) {
        return Integer.parseInt(row.get("证件号码").substring(6, 10)) < year;
    }

    @ParameterizedTest
    @ValueSource(strings = {"451481", "451021", "620402", "141128"})
    void otherCountiesAreCleanToo(String county) {
        var order = Generate.Order.clean(Template.B, county, 2_000, 0, 9).in(county.equals("451021") ? 2018 : 2019);
        var list = ReadList.of(order);

        assertThat(list.rows()).hasSize(2_000);
        assertThat(findings(order, list, LocalDate.of(order.year(), 12, 31))).isEmpty();
    }

    @Test
    void aCountyHasTheCodeOfItsYear() {
        var tooEarly = Generate.Order.clean(Template.B, "451003", 100, 0, 1).in(2018);

        assertThatThrownBy(() -> ReadList.of(tooEarly)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("451003");
    }

    @Test
    void theListIsAsLongAsAskedFor() {
        var list = ReadList.of(listC(3));

        assertThat(list.rows()).hasSize(3_000);
        assertThat(list.rows().getFirst()).hasSize(32);
        assertThat(list.rows().stream().filter(row -> row.get("户类型").equals("脱贫户"))).hasSizeGreaterThan(1_800);
        assertThat(list.rows().stream().map(row -> row.get("户类型")).distinct())
                .containsExactlyInAnyOrder("脱贫户", "脱贫不稳定户", "边缘易致贫户", "突发严重困难户", "一般户");
    }

    @Test
    void nobodyShares() {
        var rows = ReadList.of(Generate.Order.clean(Template.B, "451481", 15_000, 0, 4)).rows();

        assertThat(rows.stream().map(row -> row.get("证件号码")).distinct()).hasSize(15_000);
        assertThat(rows.stream().map(row -> row.get("人编号")).distinct()).hasSize(15_000);
        assertThat(rows.stream().map(row -> row.get("户编号")).distinct())
                .hasSize((int) rows.stream().filter(row -> row.get("与户主关系").equals("户主")).count());
        assertThat(rows.stream().filter(row -> !row.get("户编号").matches("[1-9][0-9]{13}"))).isEmpty();
        assertThat(rows.stream().filter(row -> !row.get("人编号").matches("[1-9][0-9]{15}"))).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameList() {
        var order = listB(5).with(100, ErrorKind.of(Template.B));

        assertThat(ReadList.of(order).rows()).isEqualTo(ReadList.of(order).rows());
        assertThat(ReadList.of(order).outcome()).isEqualTo(ReadList.of(order).outcome());
        assertThat(ReadList.of(order.as(ListWriter.Format.CSV)).bytes())
                .isEqualTo(ReadList.of(order.as(ListWriter.Format.CSV)).bytes());
        assertThat(ReadList.of(listB(6)).rows()).isNotEqualTo(ReadList.of(listB(5)).rows());
    }

    @Test
    void thePeopleOfListBAreThoseOfListC() {
        var before = ReadList.of(listB(8)).rows();
        var after = ReadList.of(Generate.Order.clean(Template.C, "451481", 3_500, 1_000, 8)).rows();

        var later = after.stream().collect(Collectors.toMap(row -> row.get("人编号"), Function.identity()));
        for (var heading : List.of("户编号", "人编号", "姓名", "行政村", "自然村", "与户主关系", "民族")) {
            assertThat(before.stream()
                    .filter(row -> !row.get(heading).equals(later.getOrDefault(row.get("人编号"), Map.of()).get(heading))))
                    .as(heading).isEmpty();
        }
        assertThat(before.stream()
                .filter(row -> !later.get(row.get("人编号")).get("证件号码").startsWith(row.get("证件号码").substring(0, 18))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"B, 1", "B, 2", "C, 1", "C, 2"})
    void exactlyThePlantedRowsHaveToComeBackAndForThePlantedReason(Template template, long seed) {
        var order = Generate.Order.clean(template, "451481", 8_000, template == Template.C ? 2_000 : 0, seed)
                .with(300, ErrorKind.of(template));

        var list = ReadList.of(order);

        assertThat(list.outcome().planted()).hasSize(300);
        assertThat(list.outcome().planted().stream().map(Planter.Planted::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(ErrorKind.of(template));
        var planted = new TreeMap<Integer, Set<String>>();
        list.outcome().planted().stream().flatMap(error -> error.findings().stream()).forEach(
                finding -> assertThat(planted.put(finding.line(), new TreeSet<>(Set.of(finding.code())))).as("row planted twice")
                        .isNull());
        var found = findings(order, list, LocalDate.of(order.year(), 12, 31));
        var differing = new TreeMap<>(found);
        differing.entrySet().removeIf(row -> row.getValue().equals(planted.get(row.getKey())));
        assertThat(differing).as("found otherwise than planted").isEmpty();
        assertThat(found.keySet()).isEqualTo(planted.keySet());
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void eachKindCanBePlantedAlone(ErrorKind kind) {
        var template = ErrorKind.of(Template.B).contains(kind) ? Template.B : Template.C;
        var order = Generate.Order.clean(template, "451481", 1_500, 0, 12).with(5, List.of(kind));

        var list = ReadList.of(order);

        assertThat(list.outcome().planted()).hasSize(5).allSatisfy(error -> assertThat(error.kind()).isEqualTo(kind));
        assertThat(findings(order, list, LocalDate.of(order.year(), 12, 31)).keySet())
                .isEqualTo(list.outcome().planted().stream().flatMap(error -> error.findings().stream())
                        .map(Spoiler.Finding::line).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void thePlantedListQuotesWhatTheSheetSays() {
        var list = ReadList.of(listB(5).with(150, ErrorKind.of(Template.B)));

        assertThat(list.outcome().planted().stream().flatMap(error -> error.findings().stream())
                .filter(finding -> !finding.code().equals("id-scientific-notation"))).allSatisfy(
                        finding -> assertThat(
                                list.line(finding.line()).get(finding.field())).isEqualTo(finding.value()));
    }

    @Test
    void moreErrorsThanTheListCanHoldAreRefused() {
        var order = Generate.Order.clean(Template.B, "451481", 100, 0, 1).with(90, ErrorKind.of(Template.B));

        assertThatThrownBy(() -> ReadList.of(order)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fewer errors");
    }

    @Test
    void csvComesInTheEncodingsOfCounties() {
        var plain = ReadList.of(listB(5).as(ListWriter.Format.CSV)).bytes();
        var marked = ReadList.of(listB(5).as(ListWriter.Format.CSV_BOM)).bytes();
        var national = ReadList.of(listB(5).as(ListWriter.Format.CSV_GB18030)).bytes();

        var text = new String(plain, StandardCharsets.UTF_8);
        assertThat(text).startsWith("县,乡,行政村").contains("凭祥市");
        assertThat(new String(marked, StandardCharsets.UTF_8)).isEqualTo("\uFEFF" + text);
        assertThat(new String(national, Charset.forName("GB18030"))).isEqualTo(text);
    }
}
