package org.jingzhun.starter.ledger;

/** A record is closed when it has ended, not before. */
public class ClosingInTheFuture extends RuntimeException {

    ClosingInTheFuture() {
        super("The day is in the future.", null, false, false);
    }
}
