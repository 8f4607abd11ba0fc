package org.jingzhun.starter.rotation;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A renewal of everything under a new key, and how far it has come.
 *
 * @param pass it goes over everything until it finds nothing more under an older key; at least twice
 * @param column the one that it is at; of digests, the table
 * @param done rows looked at in this pass, of {@code total} as counted at its beginning
 * @param renewed fields encrypted anew, or rows with new digests, in all passes
 * @param unreadable fields of the last pass that could not be deciphered, and stay as they are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyRotation(long id, Kind kind, State state, int pass, @Nullable String column, long done, long total, long renewed,
        long unreadable, String orderedBy, Instant orderedAt, @Nullable Instant finishedAt) {

    /** FIELDS: what is encrypted. DIGESTS: what the database is searched by. */
    public enum Kind {
        FIELDS, DIGESTS
    }

    /** WAITING: until all instances know the key, or until what was written meanwhile can be seen. */
    public enum State {
        WAITING, RUNNING, DONE
    }
}
