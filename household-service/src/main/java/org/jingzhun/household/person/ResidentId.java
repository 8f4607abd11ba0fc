package org.jingzhun.household.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A resident identity number 【公民身份号码】 after GB 11643: division, birth date, sequence, check digit. */
public record ResidentId(String value) {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_DIGITS = "10X98765432";
    private static final Pattern SHAPE = Pattern.compile("\\d{17}[\\dXx]");
    private static final Pattern OLD_SHAPE = Pattern.compile("\\d{15}");

    /** Takes a number whose check digit and birth date are right; a small x is made a large one. */
    public ResidentId {
        value = value.toUpperCase(Locale.ROOT);
        var flaw = flaw(value, LocalDate.MAX);
        if (flaw.isPresent()) {
            throw new IllegalArgumentException("not a resident ID: " + flaw.get().kind()); // the number itself is personal
        }
    }

    /** What is wrong with a number. */
    public enum Kind {
        /** neither 18 nor 15 characters */
        LENGTH,
        /** the 15 digits in use until 1999; {@code expected} is the form of 18 */
        FIFTEEN_DIGITS,
        /** a character that is not a digit, or an X that is not the last one */
        CHARACTERS,
        /** starts with 999999: made up because the true one was not known */
        PLACEHOLDER,
        /** no such day */
        BIRTH_DATE,
        /** born before 1900 */
        TOO_OLD,
        /** born after today */
        FUTURE,
        /** the last character does not follow from the others; {@code expected} is the right one */
        CHECK_DIGIT
    }

    /** What is wrong, and what would be right where that can be told. */
    public record Flaw(Kind kind, @Nullable String expected) {}

    /** The first thing that is wrong with a number as of a day; empty where it is right. */
    public static Optional<Flaw> flaw(String number, LocalDate today) {
        if (OLD_SHAPE.matcher(number).matches()) {
            return Optional.of(new Flaw(Kind.FIFTEEN_DIGITS, of15(number)));
        }
        if (number.length() != 18) {
            return Optional.of(new Flaw(Kind.LENGTH, null));
        }
        if (!SHAPE.matcher(number).matches()) {
            return Optional.of(new Flaw(Kind.CHARACTERS, null));
        }
        if (number.startsWith("999999")) {
            return Optional.of(new Flaw(Kind.PLACEHOLDER, null));
        }
        var birth = birth(number);
        if (birth == null) {
            return Optional.of(new Flaw(Kind.BIRTH_DATE, null));
        }
        if (birth.getYear() < 1900) {
            return Optional.of(new Flaw(Kind.TOO_OLD, null));
        }
        if (birth.isAfter(today)) {
            return Optional.of(new Flaw(Kind.FUTURE, null));
        }
        char expected = checkDigit(number);
        if (Character.toUpperCase(number.charAt(17)) != expected) {
            return Optional.of(new Flaw(Kind.CHECK_DIGIT, String.valueOf(expected)));
        }
        return Optional.empty();
    }

    /** The check digit that follows from the first 17 digits. */
    public static char checkDigit(String number) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK_DIGITS.charAt(sum % 11);
    }

    /** Born on. */
    public LocalDate birthDate() {
        return LocalDate.of(Integer.parseInt(value.substring(6, 10)), Integer.parseInt(value.substring(10, 12)),
                Integer.parseInt(value.substring(12, 14)));
    }

    /** Code of the sex after GB/T 2261.1: 1 male, 2 female. */
    public String sex() {
        return (value.charAt(16) - '0') % 2 == 1 ? "1" : "2";
    }

    /** First and last four characters, as it may be shown. */
    public String masked() {
        return mask(value);
    }

    /** First and last four characters of a number as it is stored, read from its first 18. */
    public static String mask(String stored) {
        return stored.length() < 18
                ? "*".repeat(stored.length())
                : stored.substring(0, 4) + "**********" + stored.substring(14, 18);
    }

    @Override
    public String toString() {
        return masked(); // a number must not reach a log by way of its record
    }

    private static @Nullable LocalDate birth(String number) {
        try {
            return LocalDate.of(Integer.parseInt(number.substring(6, 10)), Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String of15(String number) {
        var longer = number.substring(0, 6) + "19" + number.substring(6);
        return longer + checkDigit(longer);
    }
}
