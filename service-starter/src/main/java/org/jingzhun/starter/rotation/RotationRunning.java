package org.jingzhun.starter.rotation;

/** There is a rotation of keys that has not come to its end. */
public class RotationRunning extends RuntimeException {

    RotationRunning() {
        super("a rotation of keys is running", null, false, false);
    }
}
