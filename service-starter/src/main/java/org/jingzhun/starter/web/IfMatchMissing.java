package org.jingzhun.starter.web;

/** A change was asked for without saying which version of the record it is meant for. */
public class IfMatchMissing extends RuntimeException {

    public IfMatchMissing() {
        super("The header If-Match is missing.");
    }
}
