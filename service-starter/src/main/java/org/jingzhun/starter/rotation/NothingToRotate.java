package org.jingzhun.starter.rotation;

/** This service stores nothing of the kind whose key should be changed. */
public class NothingToRotate extends RuntimeException {

    NothingToRotate() {
        super("this service stores no digests that it searches by", null, false, false);
    }
}
