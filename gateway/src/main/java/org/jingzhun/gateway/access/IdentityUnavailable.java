package org.jingzhun.gateway.access;

import org.springframework.security.oauth2.jwt.BadJwtException;

/** A token could not be judged, because the provider's keys could not be fetched: not the caller's fault. */
class IdentityUnavailable extends BadJwtException {

    IdentityUnavailable(Throwable cause) {
        super("keys cannot be fetched", cause);
    }
}
