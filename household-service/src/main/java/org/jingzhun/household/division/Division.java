package org.jingzhun.household.division;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A place that has a statistical code 【统计用区划代码】 for some time. {@code validTo} is the first day on which the code no longer held.
 */
public record Division(String code, String name, String shortName, Level level, @Nullable String parent, LocalDate validFrom,
        @Nullable LocalDate validTo, @Nullable String successor) {

    /** Whether the code stood for this place on that day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /** The digits that all codes below this one start with. */
    public String prefix() {
        return switch (level) {
            case PROVINCE -> code.substring(0, 2);
            case CITY -> code.substring(0, 4);
            case COUNTY -> code.substring(0, 6);
            case TOWNSHIP -> code.substring(0, 9);
            case VILLAGE -> code;
        };
    }
}
