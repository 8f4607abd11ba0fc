package org.jingzhun.starter.access;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Who calls: a controller argument, and the "who, for whom, from where" of the audit.
 *
 * @param account opaque identifier, never the login name
 * @param actingFor the account for which a service or a deputy acts
 * @param address network address of the client
 */
public record Caller(String account, Kind kind, @Nullable String actingFor, String address, String requestId) {

    /** A person, or another system with a service account. */
    public enum Kind {
        PERSON, SERVICE;

        static Kind of(@Nullable String claim) {
            for (var kind : values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(claim)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("neither person nor service");
        }
    }

    public boolean isPerson() {
        return kind == Kind.PERSON;
    }
}
