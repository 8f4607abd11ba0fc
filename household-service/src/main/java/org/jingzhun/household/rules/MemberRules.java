package org.jingzhun.household.rules;

import java.util.List;
import java.util.TreeSet;

import org.jingzhun.household.field.Field;

/** The rules of the national register for those who hand over a member in single values; {@link Rules} knows more. */
public final class MemberRules {

    private final Thresholds thresholds;

    public MemberRules(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Everything that is wrong, in the order of the rules; empty where all is well. */
    public List<Finding> check(MemberFacts facts) {
        return Rules.check(NationalRules.ALL, person(facts), new Limits(thresholds, facts.on(), null), rule -> true);
    }

    /** What a change makes wrong: what was wrong before is not the changer's doing, and does not stand in his way. */
    public List<Finding> worsened(MemberFacts before, MemberFacts after) {
        var known = check(before).stream().map(Finding::code).toList();
        return check(after).stream().filter(finding -> !known.contains(finding.code())).toList();
    }

    private static PersonFacts person(MemberFacts facts) {
        var values = new Values(facts.workPlaceAsked() ? Fields.all() : Fields.all().without(Field.WORK_PLACE))
                .set(Field.RELATION, facts.relation()).set(Field.SEX, facts.sex()).set(Field.BIRTH_DATE, facts.birthDate())
                .set(Field.EDUCATION, facts.education()).set(Field.SCHOOL_STATUS, facts.schoolStatus())
                .set(Field.HEALTH, facts.health().isEmpty() ? null : String.join(",", new TreeSet<>(facts.health())))
                .set(Field.LABOUR, facts.labour()).set(Field.WORK_PLACE, facts.workPlace())
                .set(Field.WORK_MONTHS, facts.workMonths())
                .set(Field.RESIDENT_ID, facts.disability() == null ? null : "0".repeat(18) + facts.disability());
        facts.doubtful().forEach(values::doubt);
        return new PersonFacts(values, facts.on());
    }
}
