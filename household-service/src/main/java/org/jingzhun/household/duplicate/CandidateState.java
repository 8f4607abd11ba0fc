package org.jingzhun.household.duplicate;

/** Where a pair stands. Every way out of {@link #OPEN} needs two officers. */
enum CandidateState {

    /** Nobody has judged it. */
    OPEN,

    /** One officer says that they are two persons. */
    NOT_SAME_PROPOSED,

    /** Two officers say so; the pair is raised again only when what was compared has changed. */
    NOT_SAME,

    /** One officer says that they are one person. */
    MERGE_PROPOSED,

    /** Two officers say so, and the register was changed. */
    MERGED,

    /** One officer says that the merge was wrong. */
    SEPARATION_PROPOSED
}
