package org.jingzhun.household.correction;

/** There is no such correction, or it lies where the caller may not look. */
class CorrectionNotFound extends RuntimeException {

    CorrectionNotFound() {
        super("There is no such correction.");
    }
}
