package org.jingzhun.household.correction;

/** A correction that was applied or refused cannot be decided again. */
class CorrectionDecided extends RuntimeException {

    CorrectionDecided() {
        super("The correction has been decided.");
    }
}
