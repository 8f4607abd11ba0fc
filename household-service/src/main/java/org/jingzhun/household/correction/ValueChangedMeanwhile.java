package org.jingzhun.household.correction;

/** The register no longer holds the value that the correction was to replace. */
class ValueChangedMeanwhile extends RuntimeException {

    ValueChangedMeanwhile() {
        super("The value was changed meanwhile.");
    }
}
