package org.jingzhun.household.person;

import java.util.regex.Pattern;

/** A telephone number as the register keeps it: a mobile number of 11 digits, or a fixed line with its area code. */
public record Phone(String value) {

    private static final Pattern FORMAT = Pattern.compile("1\\d{10}|0\\d{2,3}-?\\d{7,8}");

    /** Takes a number that can be called. */
    public Phone {
        if (!valid(value)) {
            throw new IllegalArgumentException("not a phone number"); // the number itself is personal
        }
    }

    /** Whether this can be a phone number. */
    public static boolean valid(String text) {
        return FORMAT.matcher(text).matches();
    }

    /** First three and last four digits, as it may be shown. */
    public String masked() {
        return mask(value);
    }

    /** First three and last four digits of a number as it is stored. */
    public static String mask(String stored) {
        return stored.length() < 8
                ? "*".repeat(stored.length())
                : stored.substring(0, 3) + "*".repeat(stored.length() - 7) + stored.substring(stored.length() - 4);
    }

    @Override
    public String toString() {
        return masked();
    }
}
