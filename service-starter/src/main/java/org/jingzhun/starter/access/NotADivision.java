package org.jingzhun.starter.access;

/** What was given as a division code has not the form of one. */
public class NotADivision extends RuntimeException {

    public NotADivision() {
        super("Not a division code.");
    }
}
