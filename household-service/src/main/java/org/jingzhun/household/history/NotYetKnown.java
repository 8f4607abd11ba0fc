package org.jingzhun.household.history;

import java.time.LocalDate;

/** A change from a day on which the register knows nothing yet of what is to be changed. */
public class NotYetKnown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LocalDate since;

    NotYetKnown(LocalDate since) {
        super("not known before " + since, null, false, false);
        this.since = since;
    }

    /** The first day that can be changed. */
    public LocalDate since() {
        return since;
    }
}
