package org.jingzhun.identity.emergency;

/** The area is open to the officer as it is. */
class OpenAlready extends RuntimeException {

    final String area;

    OpenAlready(String area) {
        super("already open: " + area);
        this.area = area;
    }
}
