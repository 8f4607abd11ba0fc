package org.jingzhun.household.rules;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.RuleEntry.Level;
import org.jingzhun.household.rules.RuleEntry.Reach;
import org.jingzhun.household.rules.RuleEntry.Subject;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue is what the code does, and the code is what the catalogue says. */
class CatalogueTest {

    /** Found while a file is compared with itself and with the register, before any facts are made of it. */
    static final Set<String> BY_COMPARISON = Set.of("id-twice-in-file", "person-in-other-household", "registered-elsewhere",
            "household-values-differ");

    final Catalogue catalogue = Catalogue.shipped();

    @Test
    void eachRuleOfTheCodeStandsInTheCatalogueAndTheOtherWayRound() {
        var coded = new TreeSet<>(BY_COMPARISON);
        Rules.OF_PERSONS.forEach(rule -> assertThat(coded.add(rule.code())).as(rule.code()).isTrue());
        Rules.OF_HOUSEHOLDS.forEach(rule -> assertThat(coded.add(rule.code())).as(rule.code()).isTrue());
        var listed = catalogue.all().stream().filter(rule -> rule.subject() != Subject.ACROSS).map(RuleEntry::code)
                .collect(Collectors.toCollection(TreeSet::new));
        coded.removeIf(code -> catalogue.get(code).subject() == Subject.ACROSS);

        assertThat(listed).isEqualTo(coded);
    }

    @Test
    void aRuleIsAboutWhatTheCatalogueSays() {
        assertThat(Rules.OF_PERSONS).allMatch(rule -> catalogue.get(rule.code()).subject() == Subject.PERSON);
        assertThat(Rules.OF_HOUSEHOLDS).allMatch(rule -> catalogue.get(rule.code()).subject() == Subject.HOUSEHOLD);
    }

    @Test
    void eachRuleSaysWhatIsWrongInBothLanguages() {
        assertThat(catalogue.all()).allMatch(rule -> FindingTexts.knows(rule.code()));
    }

    @Test
    void eachNumberInARuleIsThereOnEveryDayThatTheRuleHolds() {
        var thresholds = Thresholds.shipped();
        var limits = Stream.of(1, 2, 3, 4, 5)
                .map(kind -> thresholds.on("finding-days-class-" + kind, catalogue.all().iterator().next().validFrom()));

        assertThat(limits).allMatch(days -> days > 0);
    }

    @Test
    void theCatalogueReachesAsFarAsItMust() {
        assertThat(of(Reach.MEMBERS)).hasSizeGreaterThanOrEqualTo(15);
        assertThat(of(Reach.HOUSEHOLDS)).hasSizeGreaterThanOrEqualTo(5);
        assertThat(of(Reach.COUNTIES).size() + of(Reach.YEARS).size()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void whatIsNotInTheCatalogueCannotBeReadAndIsRefused() {
        assertThat(new Finding("education-unknown", Field.EDUCATION).isRefusal()).isTrue();
        assertThat(new Finding("two-heads", Field.RELATION).isRefusal()).isTrue();
        assertThat(new Finding("wage-too-high", Field.MONTHLY_WAGE).isRefusal()).isFalse();
        assertThat(catalogue.level("nothing-of-the-kind")).isEqualTo(Level.ERROR);
    }

    private List<RuleEntry> of(Reach reach) {
        return catalogue.all().stream().filter(rule -> rule.reach() == reach).toList();
    }
}
