package org.jingzhun.identity.emergency;

/** The officer holds as many emergency grants as he may. */
class TooManyAtOnce extends RuntimeException {

    final int most;

    TooManyAtOnce(int most) {
        super("at most " + most + " at once");
        this.most = most;
    }
}
