package org.jingzhun.household.imports;

/** Whether the commit follows the check by itself. */
enum CommitMode {
    WHEN_CHECKED, MANUAL
}
