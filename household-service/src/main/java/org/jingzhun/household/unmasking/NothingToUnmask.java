package org.jingzhun.household.unmasking;

/** There is no such record, it lies where the caller may not look, or the field is empty. */
class NothingToUnmask extends RuntimeException {

    NothingToUnmask() {
        super("There is no such value.");
    }
}
