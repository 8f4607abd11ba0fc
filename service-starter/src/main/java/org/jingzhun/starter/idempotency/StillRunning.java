package org.jingzhun.starter.idempotency;

/** The first request with this key is still at work. */
public class StillRunning extends RuntimeException {

    StillRunning() {
        super("The first request with this Idempotency-Key is still running.");
    }
}
