package org.jingzhun.identity.emergency;

/** The area is larger than the officer's own, or too far away. */
class TooFar extends RuntimeException {

    final String area;

    TooFar(String area) {
        super("too far or too large: " + area);
        this.area = area;
    }
}
