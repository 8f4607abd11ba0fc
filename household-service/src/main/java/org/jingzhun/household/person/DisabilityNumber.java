package org.jingzhun.household.person;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A disability certificate number 【残疾人证号】: resident ID, kind (1–7) and grade (1–4); a replaced certificate adds B and a digit.
 */
public record DisabilityNumber(String value) {

    private static final Pattern SUFFIX = Pattern.compile("[1-7][1-4](B\\d)?");

    /** Takes a number whose parts are right. */
    public DisabilityNumber {
        value = value.toUpperCase(Locale.ROOT);
        var flaw = flaw(value, LocalDate.MAX);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException("not a disability number: " + flaw.get().kind()); // the number itself is personal
        }
    }

    /** What is wrong with a number. */
    public enum Kind {
        /** neither 20 nor 22 characters */
        LENGTH,
        /** the first 18 are no resident ID; {@code residentId} says why */
        RESIDENT_ID,
        /** kind is not 1 to 7, grade not 1 to 4, or the end is not B and a digit */
        KIND_OR_GRADE
    }

    /** What is wrong. */
    public record Flaw(Kind kind, ResidentId.@Nullable Flaw residentId) {}

    /** The first thing that is wrong with a number as of a day; empty where it is right. */
    public static Optional<Flaw> flaw(String number, LocalDate today) {
        if (number.length() != 20 && number.length() != 22) {
            return Optional.of(new Flaw(Kind.LENGTH, null));
        }
        var inner = ResidentId.flaw(number.substring(0, 18), today);
        if (inner.isPresent()) {
            return Optional.of(new Flaw(Kind.RESIDENT_ID, inner.get()));
        }
        if (!SUFFIX.matcher(number.substring(18).toUpperCase(Locale.ROOT)).matches()) {
            return Optional.of(new Flaw(Kind.KIND_OR_GRADE, null));
        }
        return Optional.empty();
    }

    /** The resident ID that it starts with. */
    public ResidentId residentId() {
        return new ResidentId(value.substring(0, 18));
    }

    /** Kind of disability: 1 visual, 2 hearing, 3 speech, 4 physical, 5 intellectual, 6 mental, 7 multiple. */
    public int kind() {
        return value.charAt(18) - '0';
    }

    /** Grade: 1 (most severe) to 4. */
    public int grade() {
        return value.charAt(19) - '0';
    }

    @Override
    public String toString() {
        return ResidentId.mask(value); // kind and grade are not shown either
    }
}
