package org.jingzhun.household.snapshot;

/** The snapshot of that county and year exists. */
class SnapshotExists extends RuntimeException {

    SnapshotExists() {
        super("The snapshot of that county and year exists.", null, false, false);
    }
}
