package org.jingzhun.household.duplicate;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** How alike two names, two birth dates, two places or two resident IDs are: each by the name of its weight, or null for no matter. */
final class Likeness {

    private static final int WITHOUT_CHECK_DIGIT = 17;
    private static final int DIVISION = 6;

    private Likeness() {}

    static String names(String one, String other) {
        var a = Sound.characters(one);
        var b = Sound.characters(other);
        if (Arrays.equals(a, b)) {
            return "name-same";
        }
        var soundOfOne = Sound.of(one);
        var soundOfOther = Sound.of(other);
        if (soundOfOne.equals(soundOfOther)) {
            return "name-same-sound";
        }
        if (soundOfOne.folded().equals(soundOfOther.folded())) {
            return "name-near-sound";
        }
        return a.length == b.length && a.length > 2 && different(a, b) == 1 ? "name-one-character" : "name-different";
    }

    static String births(LocalDate one, LocalDate other) {
        if (one.equals(other)) {
            return "birth-same";
        }
        if (one.getYear() == other.getYear() && other.equals(swapped(one))) {
            return "birth-swapped";
        }
        if (different(digits(one), digits(other)) == 1) {
            return "birth-one-digit";
        }
        return one.getYear() == other.getYear() ? "birth-same-year" : "birth-different";
    }

    static @Nullable String places(String one, String other) {
        if (one.equals(other)) {
            return "place-village";
        }
        if (one.regionMatches(0, other, 0, 9)) {
            return "place-township";
        }
        return one.regionMatches(0, other, 0, 6) ? "place-county" : null;
    }

    /** The last character follows from the others and is left out. */
    static @Nullable String residentIds(String one, String other) {
        if (one.length() <= WITHOUT_CHECK_DIGIT || other.length() <= WITHOUT_CHECK_DIGIT) {
            return null;
        }
        var a = one.substring(0, WITHOUT_CHECK_DIGIT).chars().toArray();
        var b = other.substring(0, WITHOUT_CHECK_DIGIT).chars().toArray();
        if (different(a, b) == 1 || isTransposed(a, b)) {
            return "id-one-digit";
        }
        var sameAfterDivision = Arrays.equals(a, DIVISION, a.length, b, DIVISION, b.length);
        return sameAfterDivision ? "id-other-division" : null;
    }

    /** Whether a relative of one may be a relative of the other. */
    static boolean isSame(Facts.Relative one, Facts.Relative other) {
        return !births(one.born(), other.born()).startsWith("birth-same-year")
                && !births(one.born(), other.born()).equals("birth-different")
                && Sound.of(one.name()).folded().equals(Sound.of(other.name()).folded());
    }

    private static @Nullable LocalDate swapped(LocalDate day) {
        try {
            return LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isTransposed(int[] a, int[] b) {
        int first = Arrays.mismatch(a, b);
        return first >= 0 && first + 1 < a.length && a[first] == b[first + 1] && a[first + 1] == b[first]
                && Arrays.equals(a, first + 2, a.length, b, first + 2, b.length);
    }

    private static int different(int[] a, int[] b) {
        int count = Math.abs(a.length - b.length);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            count += a[i] == b[i] ? 0 : 1;
        }
        return count;
    }

    private static int[] digits(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE).chars().toArray();
    }
}
