package org.jingzhun.identity.account;

import java.time.Instant;

import org.jingzhun.starter.access.Grant;

/** A grant beside the lasting ones, which ends by itself. */
public record TemporaryGrant(String role, String department, String area, Instant until) {

    public Grant grant() {
        return new Grant(role, department, area);
    }
}
