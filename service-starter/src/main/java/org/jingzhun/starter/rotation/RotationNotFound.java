package org.jingzhun.starter.rotation;

/** There is no rotation of this number. */
class RotationNotFound extends RuntimeException {

    RotationNotFound() {
        super("there is no such rotation of keys", null, false, false);
    }
}
