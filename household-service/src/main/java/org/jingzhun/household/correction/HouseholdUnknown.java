package org.jingzhun.household.correction;

/** There is no such household, or it lies where the caller may not look. */
class HouseholdUnknown extends RuntimeException {

    HouseholdUnknown() {
        super("There is no such household.");
    }
}
