package org.jingzhun.household.keys;

/** There is no rotation of this number. */
class RotationNotFound extends RuntimeException {

    RotationNotFound() {
        super("There is no such rotation of keys.");
    }
}
