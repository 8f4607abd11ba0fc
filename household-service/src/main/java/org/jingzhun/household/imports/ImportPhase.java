package org.jingzhun.household.imports;

/** What a running import does at the moment. */
enum ImportPhase {
    WAITING_FOR_FILE, QUEUED, READING, COMPARING, WAITING_FOR_DECISION, WAITING_FOR_COUNTY, WRITING, ENDED
}
