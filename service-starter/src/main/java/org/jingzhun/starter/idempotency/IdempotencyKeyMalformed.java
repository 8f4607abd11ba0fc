package org.jingzhun.starter.idempotency;

/** The header holds something else than up to 80 visible ASCII characters. */
public class IdempotencyKeyMalformed extends RuntimeException {

    IdempotencyKeyMalformed() {
        super("The header Idempotency-Key must be 1 to 80 visible ASCII characters.");
    }
}
