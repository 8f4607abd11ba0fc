package org.jingzhun.household.correction;

/** Where a correction stands. */
enum CorrectionState {
    /** waits for a second officer */
    PENDING,
    /** is in the register */
    APPLIED,
    /** a second officer said no */
    REFUSED
}
