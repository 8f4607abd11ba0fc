package org.jingzhun.starter.feed.reading;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What another service told.
 *
 * @param position in the source's order
 * @param kind what happened; {@link #LEFT_SCOPE} if the thing went where this reader does not see it
 * @param aggregate what it happened to
 * @param division where it lies; null if it left
 * @param effectiveOn since when it holds; null if it left
 * @param recordedAt when the source recorded it; null if it left
 * @param body the public state of the thing after it; null if it left
 */
public record Fact(long position, String kind, Aggregate aggregate, @Nullable String division, @Nullable String alsoDivision,
        @Nullable LocalDate effectiveOn, @Nullable Instant recordedAt, @Nullable JsonNode body) {

    /** The kind of the fact that says that something is no longer this reader's business. */
    public static final String LEFT_SCOPE = "left-scope";

    /**
     * What a fact is about.
     *
     * @param version after the fact: an effect keeps it, and is not replaced by a lower one
     */
    public record Aggregate(String kind, String id, long version) {}

    @JsonIgnore
    public boolean isLeftScope() {
        return kind.equals(LEFT_SCOPE);
    }
}
