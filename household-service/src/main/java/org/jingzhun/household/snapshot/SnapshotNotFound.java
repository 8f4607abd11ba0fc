package org.jingzhun.household.snapshot;

/** There is no such snapshot. */
class SnapshotNotFound extends RuntimeException {

    SnapshotNotFound() {
        super("There is no such snapshot.", null, false, false);
    }
}
