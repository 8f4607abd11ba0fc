package org.jingzhun.household.rules;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A rule as it stands in the catalogue 【规则目录】.
 *
 * @param numbers in the rule catalogues of practice, such as 1_01_003; empty where it has none there
 * @param kind 1 hard policy risk, 2 and 3 completeness and validity, 4 logic, 5 plausibility
 * @param reach what it compares
 * @param validFrom first day of data that it is held against
 * @param validTo first day no longer, null where that is not known
 */
public record RuleEntry(String code, List<String> numbers, int kind, Level level, Subject subject, Reach reach,
        boolean isSensitive,
        LocalDate validFrom, @Nullable LocalDate validTo, String source) {

    /** What breaking it means. */
    public enum Level {
        /** the row or the change is refused */
        ERROR,
        /** it is accepted, and a finding is opened */
        WARNING
    }

    /** Whom a finding is about. */
    public enum Subject {
        /** one person */
        PERSON,
        /** one household */
        HOUSEHOLD,
        /** several households, each of which gets its finding */
        ACROSS
    }

    /** How far a rule looks. */
    public enum Reach {
        /** the fields of one member or of one household */
        ONE,
        /** several members of a household */
        MEMBERS,
        /** several households of an area */
        HOUSEHOLDS,
        /** several counties */
        COUNTIES,
        /** several years */
        YEARS
    }

    /** Whether it holds for data of that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
