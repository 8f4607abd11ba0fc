package org.jingzhun.starter.idempotency;

/** A creation was asked for without the header that lets it be repeated safely. */
public class IdempotencyKeyMissing extends RuntimeException {

    IdempotencyKeyMissing() {
        super("The header Idempotency-Key is missing.");
    }
}
