package org.jingzhun.gateway.edge;

/** A body of unannounced length went over its limit while it was being read. */
public class BodyTooLarge extends RuntimeException {

    private final long limit;

    BodyTooLarge(long limit) {
        super("more than " + limit + " bytes", null, false, false);
        this.limit = limit;
    }

    public long limit() {
        return limit;
    }
}
