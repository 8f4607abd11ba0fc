package org.jingzhun.identity.account;

/** Nobody administers his own account. */
class OwnAccount extends RuntimeException {

    OwnAccount() {
        super("Nobody administers his own account.");
    }
}
