package org.jingzhun.starter.ledger;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A record of a ledger in one of its versions.
 *
 * @param division twelve digits; a record of a whole county or prefecture is filled up with zeros
 * @param version 1 for the first
 * @param closing when and why it was closed; null while it is open
 */
public record Kept<T>(String number, String division, int version, @Nullable Closing closing, Instant changedAt,
        String changedBy, T content) {

    public boolean isClosed() {
        return closing != null;
    }
}
