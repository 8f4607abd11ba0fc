package org.jingzhun.household.duplicate;

/** What an officer says of a pair. */
enum Verdict {

    /** Two persons; of a pair that was merged, that the merge was wrong. */
    NOT_SAME,

    /** One person, entered twice. */
    SAME
}
