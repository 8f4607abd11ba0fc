package org.jingzhun.starter.feed;

import java.time.LocalDate;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What happened, as its writer tells it. No personal data in clear: numbers, codes, days, match keys.
 *
 * @param kind what happened, such as {@code settlement-opened}
 * @param aggregate what it happened to: kind and number
 * @param version of the aggregate after it; a reader ignores what is lower than what he has
 * @param division where the aggregate lies after it, twelve digits
 * @param alsoDivision a second area that it concerns, such as the destination of a move
 * @param leftDivision where it lay until now, if it lies there no more
 * @param effectiveOn since when it holds
 * @param body the public state of the aggregate after it, written as JSON
 */
public record NewFact(String kind, Aggregate aggregate, long version, String division, @Nullable String alsoDivision,
        @Nullable String leftDivision, LocalDate effectiveOn, Object body) {

    private static final Pattern DIVISION = Pattern.compile("[0-9]{12}");

    public NewFact {
        requireDivision(division);
        requireDivision(alsoDivision);
        requireDivision(leftDivision);
    }

    public static NewFact of(String kind, Aggregate aggregate, long version, String division, LocalDate effectiveOn,
            Object body) {
        return new NewFact(kind, aggregate, version, division, null, null, effectiveOn, body);
    }

    public NewFact also(@Nullable String secondArea) {
        return new NewFact(kind, aggregate, version, division, secondArea, leftDivision, effectiveOn, body);
    }

    /** From here the aggregate came; nothing if it lies there still. */
    public NewFact left(@Nullable String before) {
        return new NewFact(kind, aggregate, version, division, alsoDivision, division.equals(before) ? null : before, effectiveOn,
                body);
    }

    private static void requireDivision(@Nullable String code) {
        if (code != null && !DIVISION.matcher(code).matches()) {
            throw new IllegalArgumentException("not twelve digits: " + code);
        }
    }

    /** What a fact is about. */
    public record Aggregate(String kind, String number) {}
}
