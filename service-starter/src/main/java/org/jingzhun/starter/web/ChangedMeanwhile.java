package org.jingzhun.starter.web;

/** The record was changed since the caller read it: {@code If-Match} names another version. */
public class ChangedMeanwhile extends RuntimeException {

    public ChangedMeanwhile() {
        super("The record has another version than If-Match names.");
    }
}
