package org.jingzhun.identity.signin;

/** Too many attempts have failed; the next one has to wait. */
class TooManyFailures extends RuntimeException {

    final long seconds;

    TooManyFailures(long seconds) {
        super("Too many failed attempts, wait %d seconds.".formatted(seconds));
        this.seconds = seconds;
    }
}
