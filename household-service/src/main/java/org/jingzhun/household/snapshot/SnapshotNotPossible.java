package org.jingzhun.household.snapshot;

/** No snapshot can be taken of that. */
class SnapshotNotPossible extends RuntimeException {

    SnapshotNotPossible() {
        super("No snapshot can be taken of that.", null, false, false);
    }
}
