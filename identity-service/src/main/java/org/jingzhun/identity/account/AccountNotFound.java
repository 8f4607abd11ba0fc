package org.jingzhun.identity.account;

/** There is no such account within the caller's area. */
class AccountNotFound extends RuntimeException {

    AccountNotFound() {
        super("There is no such account within the caller's area.");
    }
}
