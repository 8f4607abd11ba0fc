package org.jingzhun.starter.feed.reading;

import java.util.List;

/**
 * Stores what facts of one source mean for this service. It is called in the transaction that also stores how far was read, and must change nothing
 * but this service's database.
 *
 * <p>Each effect keeps generation and version: a higher generation replaces any version, within one a lower version is ignored.
 */
public interface FactListener {

    /** {@link FeedSource#name()} of the source that it listens to. */
    String source();

    /** Some facts in their order. */
    void on(List<Fact> facts, int generation);

    /** All that there was has been read: what is of an older generation is no more. */
    void caughtUp(int generation);
}
