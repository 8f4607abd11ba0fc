package org.jingzhun.household.imports;

/** Heads or types of known households would change: whoever uploaded the file does not order that himself. */
class SecondOfficerRequired extends RuntimeException {

    private final int households;

    SecondOfficerRequired(int households) {
        super(households + " households need a second officer");
        this.households = households;
    }

    int households() {
        return households;
    }
}
