package org.jingzhun.household.imports;

/** How far an import is. */
enum ImportState {

    /** Announced; the file has not come yet, or only a part of it. */
    CREATED,
    /** The whole file is there. */
    UPLOADED,
    /** It is being read and compared with the register. */
    CHECKING,
    /** It is known what a commit would do; somebody has to order it. */
    CHECKED,
    /** It is going into the register, chunk by chunk. */
    COMMITTING,
    /** All good rows are in. */
    DONE,
    /** The file as a whole cannot be taken; the problem says why. */
    REFUSED,
    /** Ended by its owner; chunks that were in stay in. */
    CANCELLED,
    /** Ended by an error of ours. */
    FAILED;

    boolean isRunning() {
        return this == UPLOADED || this == CHECKING || this == COMMITTING;
    }

    boolean isOver() {
        return this == DONE || this == REFUSED || this == CANCELLED || this == FAILED;
    }
}
