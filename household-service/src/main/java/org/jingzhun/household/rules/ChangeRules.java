package org.jingzhun.household.rules;

import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.HouseholdRule.household;
import static org.jingzhun.household.rules.Limits.broken;
import static org.jingzhun.household.rules.PersonRule.person;

/** What cannot follow from what was true before. All of them cross years; silent where nothing earlier is known. */
final class ChangeRules {

    /** Stages of school in their order; vocational and general senior secondary stand beside each other. */
    private static final Map<String, Integer> STAGES = Map.ofEntries(Map.entry("01", 0), Map.entry("02", 1), Map.entry("03", 2),
            Map.entry("04", 3), Map.entry("05", 4), Map.entry("06", 5), Map.entry("07", 6), Map.entry("08", 7),
            Map.entry("09", 8),
            Map.entry("10", 6), Map.entry("11", 7), Map.entry("12", 8), Map.entry("25", 20));

    static final List<PersonRule> OF_PERSONS = List.of(
            changed("birth-date-changed", RESIDENT_ID, (now, before) -> {
                var born = before.day(BIRTH_DATE);
                return born != null && now.has(BIRTH_DATE) && !born.equals(now.day(BIRTH_DATE));
            }),
            changed("sex-changed", RESIDENT_ID, (now, before) -> before.has(SEX) && now.has(SEX)
                    && !String.valueOf(before.text(SEX)).equals(now.text(SEX))),
            changed("education-fell", EDUCATION, (now, before) -> rank(now.text(EDUCATION)) >= 0
                    && rank(now.text(EDUCATION)) < rank(before.text(EDUCATION))),
            changed("school-stage-fell", SCHOOL_STATUS, (now, before) -> {
                var stage = STAGES.get(String.valueOf(now.text(SCHOOL_STATUS)));
                var earlier = STAGES.get(String.valueOf(before.text(SCHOOL_STATUS)));
                return stage != null && earlier != null && stage < earlier;
            }),
            changed("disability-vanished", HEALTH, (now, before) -> before.is(HEALTH, "4") && now.has(HEALTH)
                    && !now.is(HEALTH, "4")),
            changed("labour-came-back", LABOUR, (now, before) -> before.is(LABOUR, "4")
                    && (now.is(LABOUR, "1") || now.is(LABOUR, "2"))),
            changed("ethnicity-changed", ETHNICITY, (now, before) -> before.has(ETHNICITY) && now.has(ETHNICITY)
                    && !String.valueOf(before.text(ETHNICITY)).equals(now.text(ETHNICITY))),
            person("work-starts-before-last-end", WORK_STARTED_ON, Fields.of(WORK_STARTED_ON), ChangeRules::overlap));

    static final List<HouseholdRule> OF_HOUSEHOLDS = List.of(
            ofHousehold("poor-again-from-ordinary", HOUSEHOLD_TYPE, (now, before) -> before.is(HOUSEHOLD_TYPE, "5")
                    && (now.is(HOUSEHOLD_TYPE, "1") || now.is(HOUSEHOLD_TYPE, "2") || now.is(HOUSEHOLD_TYPE, "6"))),
            ofHousehold("house-damaged-after-elimination", DANGEROUS_HOUSE, (now, before) -> now.yes(RISK_ELIMINATED)
                    && now.yes(DANGEROUS_HOUSE) && before.no(DANGEROUS_HOUSE)),
            ofHousehold("water-damaged-after-elimination", SAFE_WATER, (now, before) -> now.yes(RISK_ELIMINATED)
                    && now.no(SAFE_WATER) && before.yes(SAFE_WATER)),
            ofHousehold("first-identified-changed", FIRST_IDENTIFIED_ON, (now, before) -> {
                var earlier = before.day(FIRST_IDENTIFIED_ON);
                return earlier != null && now.has(FIRST_IDENTIFIED_ON) && !earlier.equals(now.day(FIRST_IDENTIFIED_ON));
            }),
            ofHousehold("exit-taken-back", EXIT_STATE, (now, before) -> before.is(EXIT_STATE, "2")
                    && (now.is(EXIT_STATE, "1") || now.is(EXIT_STATE, "3"))));

    private ChangeRules() {}

    private static PersonRule changed(String code, Field field, BiPredicate<Values, Values> isBroken) {
        return person(code, field, Fields.of(field), (it, limits) -> {
            var earlier = it.earlier();
            return broken(earlier != null && isBroken.test(it.values(), earlier));
        });
    }

    private static HouseholdRule ofHousehold(String code, Field field, BiPredicate<Values, Values> isBroken) {
        return household(code, field, Fields.of(field), (it, limits) -> {
            var earlier = it.earlier();
            return broken(earlier != null && isBroken.test(it.values(), earlier));
        });
    }

    private static int rank(@Nullable String education) {
        return education == null ? -1 : education.charAt(0);
    }

    /** A job that began before the one that was known last had ended. */
    private static @Nullable List<String> overlap(PersonFacts person, Limits limits) {
        var earlier = person.earlier();
        var started = person.values().day(WORK_STARTED_ON);
        if (earlier == null || started == null || started.equals(earlier.day(WORK_STARTED_ON))) {
            return null;
        }
        var ended = earlier.day(WORK_ENDED_ON);
        return broken(ended != null && started.isBefore(ended));
    }
}
