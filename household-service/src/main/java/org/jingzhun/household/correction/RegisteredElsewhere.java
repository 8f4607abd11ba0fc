package org.jingzhun.household.correction;

/** Another person in the register has this resident ID; which one, and where, is not said. */
class RegisteredElsewhere extends RuntimeException {

    RegisteredElsewhere() {
        super("The person is registered already.");
    }
}
