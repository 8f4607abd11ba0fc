package org.jingzhun.household.duplicate;

/** What an officer says of a pair. */
enum Verdict {

    /** Two persons. */
    NOT_SAME,

    /** One person, entered twice. */
    SAME
}
