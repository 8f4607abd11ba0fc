package org.jingzhun.household.register;

/** There is no such household, or it lies where the caller may not look. */
class HouseholdNotFound extends RuntimeException {

    HouseholdNotFound() {
        super("There is no such household.");
    }
}
