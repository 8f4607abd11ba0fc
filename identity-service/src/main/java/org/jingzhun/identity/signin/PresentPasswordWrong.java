package org.jingzhun.identity.signin;

/** Who changes a password must know the present one. */
class PresentPasswordWrong extends RuntimeException {

    PresentPasswordWrong() {
        super("The present password is not right.");
    }
}
