package org.jingzhun.household.rules;

import java.util.ArrayList;
import java.util.List;

import org.jingzhun.household.field.Field;

/** The rules that a household must satisfy as a whole 【户数据规则】. */
public final class HouseholdRules {

    private HouseholdRules() {}

    /** Exactly one head, at most one spouse, as many rows as members, one value per household where there is only one. */
    public static List<Finding> check(HouseholdCounts household) {
        var findings = new ArrayList<Finding>();
        if (household.heads() == 0) {
            findings.add(new Finding("no-head", Field.RELATION));
        }
        if (household.heads() > 1) {
            findings.add(new Finding("two-heads", Field.RELATION, Integer.toString(household.heads())));
        }
        if (household.spouses() > 1) {
            findings.add(new Finding("two-spouses", Field.RELATION, Integer.toString(household.spouses())));
        }
        var stated = household.stated();
        if (stated != null && stated != household.rows() && !household.differing().contains(Field.MEMBERS)) {
            findings.add(new Finding("count-differs", Field.MEMBERS, Integer.toString(household.rows())));
        }
        for (var field : household.differing()) {
            findings.add(new Finding("household-values-differ", field));
        }
        return findings;
    }
}
