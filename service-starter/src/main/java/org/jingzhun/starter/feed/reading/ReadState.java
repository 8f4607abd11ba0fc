package org.jingzhun.starter.feed.reading;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * How far a source was read.
 *
 * @param generation raised whenever it is read from zero again
 * @param mark what the next page is asked with; null at zero
 * @param position up to which it was read
 * @param head position of the newest fact of the source when it was last read
 * @param replaying whether the end of the source was not yet reached in this generation
 * @param reader the instance that asks for the pages; null if it has left
 * @param readerFor microseconds for which it still does so without having stored one
 */
record ReadState(String source, int generation, @Nullable String mark, @Nullable String epoch, long position, long head,
        boolean replaying, @Nullable LocalDateTime lastReadAt, @Nullable String lastError, @Nullable String reader,
        @Nullable Long readerFor) {

    /** Whether the page after this state is the page after that one. */
    boolean isAt(ReadState other) {
        return generation == other.generation && Objects.equals(mark, other.mark);
    }

    /**
     * Whether an instance asks for the pages now.
     *
     * @param claim for how long an instance claims a source: what lasts longer was written when the clock was wrong
     */
    boolean isReadNow(Duration claim) {
        return reader != null && readerFor != null && readerFor > 0 && readerFor <= claim.toNanos() / 1000;
    }
}
