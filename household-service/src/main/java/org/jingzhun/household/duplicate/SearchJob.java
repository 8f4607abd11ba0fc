package org.jingzhun.household.duplicate;

import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/**
 * A search for double entries in an area.
 *
 * @param lastVillage with {@code lastHousehold} how far its phase has come
 * @param done households, counted once in each phase
 * @param compared pairs that were judged by their likeness
 * @param found pairs that are likely enough
 */
record SearchJob(long id, String number, String account, String area, State state, Phase phase, String lastVillage,
        String lastHousehold, int done, int total, long compared, int found, int version, LocalDateTime createdAt,
        @Nullable LocalDateTime finishedAt) {

    /** What becomes of it. */
    enum State {
        RUNNING, DONE, CANCELLED, FAILED
    }

    /** Keys are made for the whole prefecture, as a pair may lie in two counties; then the area's persons are compared. */
    enum Phase {
        KEYS, PAIRS
    }
}
