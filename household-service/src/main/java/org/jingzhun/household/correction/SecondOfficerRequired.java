package org.jingzhun.household.correction;

/** A correction of such a field may be approved only by somebody else than the officer who entered it. */
class SecondOfficerRequired extends RuntimeException {

    SecondOfficerRequired() {
        super("A second officer is required.");
    }
}
