package org.jingzhun.household.figure.reading;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.jspecify.annotations.Nullable;

/** Rates and averages as they are shown: two decimals, rounded half up. */
public final class Rate {

    private Rate() {}

    /** In per cent; null where there is nothing to divide by. */
    public static @Nullable BigDecimal percent(long numerator, long denominator) {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(denominator), 2,
                        RoundingMode.HALF_UP);
    }

    /** Such as persons of a household. */
    public static @Nullable BigDecimal average(long numerator, long denominator) {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), 2, RoundingMode.HALF_UP);
    }
}
