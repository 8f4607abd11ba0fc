package org.jingzhun.household.export;

/** This instance writes as many exports as it may at a time. */
class TooManyExports extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyExports() {
        super("TooManyExports", null, false, false);
    }
}
