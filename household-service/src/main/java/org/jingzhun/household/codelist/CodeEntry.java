package org.jingzhun.household.codelist;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/** One value of a code list. {@code validTo} is the first day on which it no longer held. */
public record CodeEntry(String code, String name, String source, LocalDate validFrom, @Nullable LocalDate validTo) {

    /** Whether the value could be used on that day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}
