package org.jingzhun.starter.feed.reading;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A fact that waits for somebody to have it repeated.
 *
 * @param attempts how often it was tried; 0 if only an earlier one of the same thing failed
 * @param error what went wrong; null if only an earlier one failed
 */
record ParkedFact(long id, String source, long position, String aggregateKind, String aggregate, Fact fact, int attempts,
        @Nullable String error, Instant parkedAt) {}
