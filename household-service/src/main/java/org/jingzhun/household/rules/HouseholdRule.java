package org.jingzhun.household.rules;

import java.util.List;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a household must satisfy as a whole, often across its members.
 *
 * @param code stable name, also of the message and of the line in the catalogue
 * @param blames the field that a finding names
 * @param needs fields of the household that the rule looks at; it is silent where the source does not speak of one or one is doubtful
 * @param needsOfEach fields that it must know of every member
 */
record HouseholdRule(String code, Field blames, Fields needs, Fields needsOfEach, Check check) {

    /** Arguments of the message where the rule is broken, null where it is kept. */
    @FunctionalInterface
    interface Check {
        @Nullable
        List<String> broken(HouseholdFacts household, Limits limits);
    }

    static HouseholdRule household(String code, Field blames, Fields needs, Check check) {
        return new HouseholdRule(code, blames, needs, Fields.NONE, check);
    }

    static HouseholdRule household(String code, Field blames, Fields needs, Fields needsOfEach, Check check) {
        return new HouseholdRule(code, blames, needs, needsOfEach, check);
    }

    boolean isSilentOf(HouseholdFacts facts) {
        return !facts.values().areKnown(needs) || (!needsOfEach.isEmpty() && facts.anyone(
                member -> !member.values().areKnown(needsOfEach)
                        || (needsOfEach.has(Field.RESIDENT_ID) && !member.isIdentified())));
    }
}
