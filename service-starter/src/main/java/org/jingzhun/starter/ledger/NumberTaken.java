package org.jingzhun.starter.ledger;

/** Another record has this number, here or elsewhere. */
public class NumberTaken extends RuntimeException {

    NumberTaken() {
        super("The number is taken.", null, false, false);
    }
}
