package org.jingzhun.gateway.session;

import org.jspecify.annotations.Nullable;

/** Identity did not answer, or not as it should. */
class IdentityUnavailable extends RuntimeException {

    IdentityUnavailable(@Nullable Throwable cause) {
        super(cause);
    }
}
