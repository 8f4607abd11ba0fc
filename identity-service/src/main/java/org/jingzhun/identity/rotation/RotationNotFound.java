package org.jingzhun.identity.rotation;

/** There is no rotation of this number. */
class RotationNotFound extends RuntimeException {

    RotationNotFound() {
        super("There is no such rotation of keys.");
    }
}
