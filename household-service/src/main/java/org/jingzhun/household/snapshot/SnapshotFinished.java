package org.jingzhun.household.snapshot;

import java.time.Instant;

/** All of a county and year is frozen; told inside the transaction that says so. */
public record SnapshotFinished(String county, int year, Instant knownAt) {}
