package org.jingzhun.household.quality;

import java.util.List;

import org.jingzhun.household.rules.Finding;
import org.jspecify.annotations.Nullable;

/** A finding with those whom it is about. */
record Judgement(String village, long householdId, String household, long personId, @Nullable String person, String rule,
        String field,
        String arguments) {

    private static final String BETWEEN = "\u001F";

    static Judgement of(RegisterReader.Stored household, Finding finding) {
        return new Judgement(String.valueOf(household.facts().village()), household.id(), household.number(), 0, null,
                finding.code(),
                finding.field().key(), String.join(BETWEEN, finding.arguments()));
    }

    static Judgement of(RegisterReader.Stored household, RegisterReader.StoredPerson person, Finding finding) {
        return new Judgement(String.valueOf(household.facts().village()), household.id(), household.number(), person.id(),
                person.number(), finding.code(), finding.field().key(), String.join(BETWEEN, finding.arguments()));
    }

    Thing thing() {
        return new Thing(householdId, personId, rule, field);
    }

    static List<String> arguments(String stored) {
        return stored.isEmpty() ? List.of() : List.of(stored.split(BETWEEN, -1));
    }

    /** What makes two findings the same one. */
    record Thing(long household, long person, String rule, String field) {}
}
