package org.jingzhun.identity.account;

/** A service account has as many secrets at once as a replacement needs, and no more. */
class TooManySecrets extends RuntimeException {

    final int most;

    TooManySecrets(int most) {
        super("A service account has at most %d secrets at once.".formatted(most));
        this.most = most;
    }
}
