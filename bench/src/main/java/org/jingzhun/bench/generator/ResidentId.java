package org.jingzhun.bench.generator;

import java.time.LocalDate;

/** The 18 characters of the resident identity number 【公民身份号码】, GB 11643. */
final class ResidentId {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private ResidentId() {}

    static String of(String division, LocalDate birth, int sequence) {
        return complete("%s%04d%02d%02d%03d".formatted(division, birth.getYear(), birth.getMonthValue(), birth.getDayOfMonth(),
                sequence));
    }

    /** Adds the check character to the first 17 digits, whatever they say. */
    static String complete(String seventeen) {
        return seventeen + check(seventeen);
    }

    static char check(String seventeen) {
        var sum = 0;
        for (var i = 0; i < 17; i++) {
            sum += (seventeen.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
