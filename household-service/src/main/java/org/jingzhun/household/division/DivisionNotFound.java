package org.jingzhun.household.division;

/** No division has, or had on that day, this code. */
class DivisionNotFound extends RuntimeException {

    DivisionNotFound() {
        super("There is no such division.");
    }
}
