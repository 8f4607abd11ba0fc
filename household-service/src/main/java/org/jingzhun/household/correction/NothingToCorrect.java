package org.jingzhun.household.correction;

/** The register already holds the value. */
class NothingToCorrect extends RuntimeException {

    NothingToCorrect() {
        super("The value is there already.");
    }
}
