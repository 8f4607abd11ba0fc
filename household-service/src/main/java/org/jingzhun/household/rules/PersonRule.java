package org.jingzhun.household.rules;

import java.util.List;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * A rule that the data of one member must satisfy.
 *
 * @param code stable name, also of the message and of the line in the catalogue
 * @param blames the field that a finding names
 * @param needs fields that the rule looks at; it is silent where the source does not speak of one or one is doubtful
 * @param makesDoubtful whether later rules must not build on these fields once this rule has spoken
 */
record PersonRule(String code, Field blames, Fields needs, boolean makesDoubtful, Check check) {

    /** Arguments of the message where the rule is broken, null where it is kept. */
    @FunctionalInterface
    interface Check {
        @Nullable
        List<String> broken(PersonFacts person, Limits limits);
    }

    static PersonRule person(String code, Field blames, Fields needs, Check check) {
        return new PersonRule(code, blames, needs, false, check);
    }

    static PersonRule first(String code, Field blames, Fields needs, Check check) {
        return new PersonRule(code, blames, needs, true, check);
    }
}
