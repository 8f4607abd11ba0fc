package org.jingzhun.supervision.reported;

/** Nothing was told of such a record, or it lies outside the caller's area. */
class NotReported extends RuntimeException {

    NotReported() {
        super("nothing was told of it");
    }
}
