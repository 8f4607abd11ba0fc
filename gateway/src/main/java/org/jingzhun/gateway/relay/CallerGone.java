package org.jingzhun.gateway.relay;

/** The caller broke off: nobody is left to be answered, and no service is to blame. Public for the breaker's settings. */
public class CallerGone extends RuntimeException {

    CallerGone(Throwable cause) {
        super(cause.getMessage(), cause, false, false);
    }
}
