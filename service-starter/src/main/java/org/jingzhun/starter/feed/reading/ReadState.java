package org.jingzhun.starter.feed.reading;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/**
 * How far a source was read.
 *
 * @param generation raised whenever it is read from zero again
 * @param mark what the next page is asked with; null at zero
 * @param position up to which it was read
 * @param head position of the newest fact of the source when it was last read
 * @param replaying whether the end of the source was not yet reached in this generation
 */
record ReadState(String source, int generation, @Nullable String mark, @Nullable String epoch, long position, long head,
        boolean replaying, @Nullable LocalDateTime lastReadAt, @Nullable String lastError) {}
