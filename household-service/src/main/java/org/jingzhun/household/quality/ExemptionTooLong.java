package org.jingzhun.household.quality;

import java.time.LocalDate;

/** An exemption ends between today and a year from now. */
class ExemptionTooLong extends RuntimeException {

    private final LocalDate from;
    private final LocalDate to;

    ExemptionTooLong(LocalDate from, LocalDate to) {
        super("An exemption ends between " + from + " and " + to + ".", null, false, false);
        this.from = from;
        this.to = to;
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }
}
