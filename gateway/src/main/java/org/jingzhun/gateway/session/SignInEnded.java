package org.jingzhun.gateway.session;

/** Identity does not renew this sign-in any more. */
class SignInEnded extends RuntimeException {

    SignInEnded() {
        super("the refresh token was refused");
    }
}
