package org.jingzhun.household.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * The rules that members and households must satisfy 【数据质量规则】, whoever brings the data: a workbook, an officer's change, or the
 * register itself. The same facts give the same findings in the same order.
 */
public final class Rules {

    static final List<PersonRule> OF_PERSONS = Stream.of(DocumentRules.ALL, NationalRules.ALL, SchoolRules.ALL, WorkRules.ALL,
            InsuranceRules.ALL, ConditionRules.ALL, ChangeRules.OF_PERSONS).flatMap(List::stream).toList();
    static final List<HouseholdRule> OF_HOUSEHOLDS = Stream
            .of(FamilyRules.ALL, FamilyWorkRules.ALL, LivingRules.ALL, RiskRules.ALL,
                    EliminationRules.ALL, MeasureRules.ALL, IncomeRules.ALL, ChangeRules.OF_HOUSEHOLDS)
            .flatMap(List::stream).toList();

    private final Thresholds thresholds;
    private final RuleEntry[] persons;
    private final RuleEntry[] households;
    private final List<PersonRule> refusing;
    private final RuleEntry[] refusingEntries;

    private Rules(Thresholds thresholds, Catalogue catalogue) {
        this.thresholds = thresholds;
        this.persons = OF_PERSONS.stream().map(rule -> catalogue.get(rule.code())).toArray(RuleEntry[]::new);
        this.households = OF_HOUSEHOLDS.stream().map(rule -> catalogue.get(rule.code())).toArray(RuleEntry[]::new);
        this.refusing = OF_PERSONS.stream().filter(rule -> catalogue.get(rule.code()).level() == RuleEntry.Level.ERROR).toList();
        this.refusingEntries = refusing.stream().map(rule -> catalogue.get(rule.code())).toArray(RuleEntry[]::new);
    }

    /** Those that come with the suite. */
    public static Rules shipped() {
        return new Rules(Thresholds.shipped(), Catalogue.shipped());
    }

    /** The field that findings of a rule name; empty where each names another one, or where it is no rule of facts. */
    public static Optional<Field> blames(String code) {
        return Stream.concat(OF_PERSONS.stream().filter(rule -> rule.code().equals(code)).map(PersonRule::blames),
                OF_HOUSEHOLDS.stream().filter(rule -> rule.code().equals(code)).map(HouseholdRule::blames)).findFirst();
    }

    /** Everything that is wrong with a member alone; errors and warnings. */
    public List<Finding> check(PersonFacts person) {
        return check(person, null);
    }

    /** Everything that is wrong with a member alone, by the numbers that hold in a village. */
    public List<Finding> check(PersonFacts person, @Nullable String village) {
        return check(OF_PERSONS, person, new Limits(thresholds, person.on(), village),
                rule -> persons[rule].holdsOn(person.on()));
    }

    /** The errors among it: what refuses a row of a list. */
    public List<Finding> refusals(PersonFacts person, @Nullable String village) {
        return check(refusing, person, new Limits(thresholds, person.on(), village),
                rule -> refusingEntries[rule].holdsOn(person.on()));
    }

    /** What was not wrong before; that is looked at only where something is wrong now: of most households nothing is. */
    public static List<Finding> worsened(List<Finding> now, Supplier<List<Finding>> before) {
        if (now.isEmpty()) {
            return now;
        }
        var known = before.get().stream().map(Finding::code).collect(Collectors.toSet());
        return now.stream().filter(finding -> !known.contains(finding.code())).toList();
    }

    /** Whether a rule needs nothing but these fields. */
    public static boolean needsOnly(String code, Fields fields) {
        return Stream.concat(OF_PERSONS.stream().filter(rule -> rule.code().equals(code)).map(PersonRule::needs),
                OF_HOUSEHOLDS.stream().filter(rule -> rule.code().equals(code)).map(rule -> rule.needs().and(rule.needsOfEach())))
                .allMatch(needs -> needs.areAmong(fields));
    }

    static List<Finding> check(List<PersonRule> rules, PersonFacts person, Limits limits, IntPredicate holds) {
        var doubtful = person.values().doubts();
        List<Finding> findings = List.of();
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            if (!person.values().areKnown(rule.needs(), doubtful) || !holds.test(i)) {
                continue;
            }
            var broken = rule.check().broken(person, limits);
            if (broken != null) {
                findings = findings.isEmpty() ? new ArrayList<>(2) : findings;
                findings.add(new Finding(rule.code(), rule.blames(), broken));
                if (rule.makesDoubtful()) {
                    rule.needs().joinInto(doubtful);
                }
            }
        }
        return findings;
    }

    /** Everything that is wrong with a household as a whole and across its members; not what is wrong with a member alone. */
    public List<Finding> check(HouseholdFacts household) {
        var limits = new Limits(thresholds, household.on(), household.village());
        List<Finding> findings = List.of();
        for (int i = 0; i < households.length; i++) {
            var rule = OF_HOUSEHOLDS.get(i);
            if (!households[i].holdsOn(household.on()) || rule.isSilentOf(household)) {
                continue;
            }
            var broken = rule.check().broken(household, limits);
            if (broken != null) {
                findings = findings.isEmpty() ? new ArrayList<>(2) : findings;
                findings.add(new Finding(rule.code(), rule.blames(), broken));
            }
        }
        return findings;
    }

    /** What a change makes wrong: what was wrong before is not the changer's doing, and does not stand in his way. */
    public List<Finding> worsened(PersonFacts before, PersonFacts after) {
        return without(check(before), check(after));
    }

    /** What a change of a household or of its members makes wrong in the household as a whole. */
    public List<Finding> worsened(HouseholdFacts before, HouseholdFacts after) {
        return without(check(before), check(after));
    }

    private static List<Finding> without(List<Finding> known, List<Finding> found) {
        var codes = known.stream().map(Finding::code).toList();
        return found.stream().filter(finding -> !codes.contains(finding.code())).toList();
    }
}
