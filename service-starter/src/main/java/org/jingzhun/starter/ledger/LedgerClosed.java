package org.jingzhun.starter.ledger;

/** The record was closed and is not changed any more. */
public class LedgerClosed extends RuntimeException {

    LedgerClosed() {
        super("The record was closed.", null, false, false);
    }
}
