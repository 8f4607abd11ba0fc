package org.jingzhun.starter.web;

import java.io.IOException;

import org.springframework.util.unit.DataSize;

/** The body of a request is larger than the service takes. */
public class BodyTooLarge extends IOException {

    private final DataSize limit;

    public BodyTooLarge(DataSize limit) {
        super("The body is larger than " + limit.toBytes() + " bytes.");
        this.limit = limit;
    }

    public DataSize limit() {
        return limit;
    }
}
