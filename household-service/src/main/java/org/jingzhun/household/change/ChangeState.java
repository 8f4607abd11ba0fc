package org.jingzhun.household.change;

/** Where a change stands. */
enum ChangeState {

    /** It waits for a window of the yearly adjustment. */
    WAITING,

    /** It waits for a second officer. */
    PENDING,

    /** It is in the register. */
    APPLIED,

    /** An officer refused it, with a reason. */
    REFUSED,

    /** Whoever entered it took it back. */
    WITHDRAWN,

    /** The register changed under it before it was applied. */
    CONFLICTED;

    /** Whether something can still become of it. */
    boolean isOpen() {
        return this == WAITING || this == PENDING;
    }
}
