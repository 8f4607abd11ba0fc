package org.jingzhun.starter.idempotency;

/** A key came a second time, with another body: it cannot stand for both. */
public class IdempotencyKeyReused extends RuntimeException {

    IdempotencyKeyReused() {
        super("This Idempotency-Key was used with another body before.");
    }
}
