package org.jingzhun.identity.account;

/** An account with this login exists. */
class LoginTaken extends RuntimeException {

    LoginTaken() {
        super("An account with this login exists.");
    }
}
