package org.jingzhun.identity.account;

/** Only persons have passwords. */
class NotAPerson extends RuntimeException {

    NotAPerson() {
        super("Only persons have passwords.");
    }
}
