package org.jingzhun.household.rules;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jingzhun.household.rules.RuleEntry.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every rule with rows where it fires, where it is silent, and at its limits: src/test/resources/rules/rules.csv. */
class RuleTableTest {

    final Rules rules = Rules.shipped();

    static List<RuleRow> rows() {
        return RuleRow.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void eachRowIsJudgedAsItSays(RuleRow row) {
        assertThat(row.judged(rules).contains(row.rule())).as(row + " among " + row.judged(rules)).isEqualTo(row.fires());
    }

    @Test
    void eachRuleHasARowThatFiresAndOneThatDoesNot() {
        var all = Catalogue.shipped().all().stream().filter(rule -> rule.subject() != Subject.ACROSS).map(RuleEntry::code)
                .filter(code -> !CatalogueTest.BY_COMPARISON.contains(code)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(codes(true)).isEqualTo(all);
        assertThat(codes(false)).isEqualTo(all);
    }

    @Test
    void aHouseholdWithoutFaultsHasNoFindings() {
        assertThat(new RuleRow("none,,,否").judged(rules)).isEmpty();
    }

    private static TreeSet<String> codes(boolean fires) {
        return rows().stream().filter(row -> row.fires() == fires).map(RuleRow::rule)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
