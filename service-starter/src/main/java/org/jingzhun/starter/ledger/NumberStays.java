package org.jingzhun.starter.ledger;

/** A record was sent under another number than it has. */
public class NumberStays extends RuntimeException {

    NumberStays() {
        super("The number of a record does not change.", null, false, false);
    }
}
