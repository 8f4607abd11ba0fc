package org.jingzhun.household.paper;

/** A household or village that does not exist, or not for this caller. */
class NothingToPrint extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingToPrint() {
        super("nothing to print", null, false, false);
    }
}
