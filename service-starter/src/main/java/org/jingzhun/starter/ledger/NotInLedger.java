package org.jingzhun.starter.ledger;

/** No record has this number, or it lies outside the caller's scope. */
public class NotInLedger extends RuntimeException {

    NotInLedger() {
        super("There is no such record.", null, false, false);
    }
}
