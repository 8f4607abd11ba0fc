package org.jingzhun.starter.rotation;

import org.jspecify.annotations.Nullable;

/**
 * A table with digests of {@link org.jingzhun.starter.crypto.StoredDigests}, and what goes with it: a bean for each of them, so that a
 * rotation of their key finds it. The beans are worked off in their order.
 */
public interface DigestedRows {

    /** The name of the table. */
    String name();

    /** How many rows there are. */
    long count();

    /**
     * Raises the digests of the next rows to a generation, in the transaction of the caller.
     *
     * @param after where the last step ended; null at the beginning
     */
    Step raise(@Nullable String after, int generation);

    /**
     * What a step has done.
     *
     * @param position where the next one goes on; null at the end of the table
     */
    record Step(@Nullable String position, int looked, int raised) {}
}
