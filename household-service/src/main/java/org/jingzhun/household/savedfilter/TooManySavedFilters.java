package org.jingzhun.household.savedfilter;

/** The account keeps as many filters as it may. */
class TooManySavedFilters extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int most;

    TooManySavedFilters(int most) {
        super("too many", null, false, false);
        this.most = most;
    }

    int most() {
        return most;
    }
}
