package org.jingzhun.bench.generator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is planted for the rules that refuse nothing. */
class FindingsTest {

    private static final Map<String, String> SEEN_BY = Map.ofEntries(Map.entry("wage-differs-from-items", "wage"),
            Map.entry("property-differs-from-items", "property"), Map.entry("transfer-differs-from-items", "transfer"),
            Map.entry("net-income-differs", "net"), Map.entry("income-per-head-differs", "per head"),
            Map.entry("income-below-line-not-monitored", "1_02_006"), Map.entry("road-far", "5_14_007"),
            Map.entry("cultivated-area-out-of-range", "5_14_001"), Map.entry("forest-area-out-of-range", "5_14_002"),
            Map.entry("allowance-without-money", "allowance money"), Map.entry("child-out-of-school", "1_02_005"),
            Map.entry("young-with-low-education", "5_17_007"), Map.entry("working-without-labour", "2_01_015"),
            Map.entry("insurance-both", "2_01_008"), Map.entry("insurance-refused", "2_01_016"),
            Map.entry("monitored-without-risk", "1_11_001"), Map.entry("illness-risk-without-ill", "5_15_015"),
            Map.entry("labour-risk-but-able", "5_18_008"), Map.entry("eliminated-too-soon", "2_11_002"),
            Map.entry("eliminated-without-collector", "1_11_011"), Map.entry("study-risk-without-measure", "5_18_002"),
            Map.entry("nobody-able-not-secured", "5_11_033"), Map.entry("severe-disability-without-measure", "5_16_008"),
            Map.entry("job-incomplete", "5_01_007"), Map.entry("wage-too-high", "5_16_001"),
            Map.entry("work-before-16", "5_16_010"));

    private static Generate.Order order(Template template, int findings, List<FindingKind> kinds) {
        return new Generate.Order(template, "451481", 2023, 40_000, 16_000, 3, 0, List.of(), findings, kinds,
                ListWriter.Format.XLSX,
                Divisions.VillageNames.SHORT);
    }

    private static List<ReadList> lists(int perKind) {
        return List.of(Template.A, Template.D, Template.E, Template.WORK).stream()
                .map(template -> ReadList
                        .of(order(template, perKind * FindingKind.of(template).size(), FindingKind.of(template))))
                .toList();
    }

    @Test
    void codesAreThoseOfTheCatalogue() throws IOException {
        var catalogue = Path.of("../household-service/src/main/resources/rules/catalogue.csv");
        var known = Files.readAllLines(catalogue).stream().map(line -> line.split(",")[0]).toList();

        assertThat(FindingKind.all().stream().map(FindingKind::code).distinct()).hasSize(FindingKind.all().size());
        assertThat(known).containsAll(FindingKind.all().stream().map(FindingKind::code).toList())
                .containsAll(FindingKind.all().stream().flatMap(kind -> kind.also().stream()).toList());
    }

    @Test
    void theOtherRulesSeeExactlyTheHouseholdsThatWerePlantedForThem() {
        var lists = lists(3);

        var codes = new TreeMap<String, Set<String>>();
        lists.forEach(list -> list.outcome().findings()
                .forEach(each -> codes.computeIfAbsent(each.household(), number -> new HashSet<>()).add(each.kind())));
        var numberOf = new HashMap<String, String>();
        lists.get(1).rows().forEach(row -> numberOf.put(row.get("人口编号"), row.get("户编号")));
        var seen = new TreeMap<String, Set<String>>();
        for (var finding : new ListRules(2023, lists.get(0).rows(), lists.get(1).rows(), lists.get(2).rows(), lists.get(3).rows())
                .check()) {
            var at = finding.lastIndexOf(' ');
            var where = finding.substring(at + 1);
            seen.computeIfAbsent(numberOf.getOrDefault(where, where), number -> new HashSet<>()).add(finding.substring(0, at));
        }

        assertThat(codes.keySet()).as("found where nothing was planted").containsAll(seen.keySet());
        codes.forEach((household, kinds) -> {
            assertThat(kinds).hasSize(1);
            var rule = SEEN_BY.get(kinds.iterator().next());
            if (rule != null) {
                assertThat(seen.getOrDefault(household, Set.of())).as("%s in %s", kinds, household).contains(rule);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(value = Template.class, names = {"A", "D", "E", "WORK"})
    void exactlySoManyArePlantedAndNothingElseChanges(Template template) {
        var kinds = FindingKind.of(template);
        var list = ReadList.collected(order(template, 2 * kinds.size(), kinds));
        var clean = ReadList.collected(order(template, 0, List.of()));

        var perKind = list.outcome().findings().stream().filter(each -> each.code().equals(each.kind()))
                .collect(Collectors.groupingBy(FindingPlanter.Planted::kind, Collectors.counting()));
        assertThat(perKind).hasSize(kinds.size()).allSatisfy((kind, count) -> assertThat(count).as(kind).isEqualTo(2));
        var changed = new ArrayList<Integer>();
        IntStream.range(0, clean.rows().size()).filter(row -> !clean.rows().get(row).equals(list.rows().get(row)))
                .forEach(row -> changed.add(row + 2));
        assertThat(changed).containsExactlyInAnyOrderElementsOf(
                list.outcome().findings().stream().map(FindingPlanter.Planted::line).distinct().toList());
        list.outcome().findings()
                .forEach(each -> assertThat(list.line(each.line()).get("户编号")).isEqualTo(each.household()));
        assertThat(ReadList.collected(order(template, 2 * kinds.size(), kinds)).outcome()).isEqualTo(list.outcome());
    }

    @Test
    void whatAListHasNoColumnForIsRefused() {
        assertThatThrownBy(() -> order(Template.A, 1, List.of(FindingKind.byCode("job-incomplete"))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("income-very-low");
    }
}
