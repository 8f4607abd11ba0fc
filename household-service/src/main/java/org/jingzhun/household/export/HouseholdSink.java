package org.jingzhun.household.export;

import java.io.IOException;

import org.jingzhun.household.record.HouseholdRecord;

/** Where households go, one after the other. */
interface HouseholdSink extends AutoCloseable {

    /** Takes a household; it is not kept. */
    void household(HouseholdRecord household) throws IOException;

    @Override
    void close() throws IOException;
}
