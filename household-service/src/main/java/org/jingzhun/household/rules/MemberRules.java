package org.jingzhun.household.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

import org.jingzhun.household.field.Field;

/** The rules that each member's data must satisfy 【人员数据规则】. */
public final class MemberRules {

    private final Thresholds thresholds;

    public MemberRules(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** Everything that is wrong, in the order of the rules; empty where all is well. */
    public List<Finding> check(MemberFacts facts) {
        var member = new Member(facts);
        var doubtful = EnumSet.noneOf(Field.class);
        doubtful.addAll(facts.doubtful());
        List<Finding> findings = List.of();
        for (var rule : MemberRule.ALL) {
            if (rule.needs().stream().anyMatch(doubtful::contains)) {
                continue;
            }
            var broken = rule.broken().apply(member, thresholds);
            if (broken != null) {
                findings = findings.isEmpty() ? new ArrayList<>(2) : findings;
                findings.add(new Finding(rule.code(), rule.blames(), broken));
                if (rule.makesDoubtful()) {
                    doubtful.addAll(rule.needs());
                }
            }
        }
        return findings;
    }

    /** What a change makes wrong: what was wrong before is not the changer's doing, and does not stand in his way. */
    public List<Finding> worsened(MemberFacts before, MemberFacts after) {
        var known = check(before).stream().map(Finding::code).toList();
        return check(after).stream().filter(finding -> !known.contains(finding.code())).toList();
    }
}
