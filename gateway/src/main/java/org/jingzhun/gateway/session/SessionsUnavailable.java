package org.jingzhun.gateway.session;

/** The store of sessions did not answer: nobody can be said to be signed in, or not to be. */
class SessionsUnavailable extends RuntimeException {

    SessionsUnavailable(Throwable cause) {
        super(cause);
    }
}
