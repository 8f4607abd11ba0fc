package org.jingzhun.household.imports;

/** What becomes of a value of a file that contradicts the register. */
enum Decision {

    /** The register stays as it is. */
    KEEP_REGISTER,

    /** The file's value holds from the file's day until today, whatever the register has recorded since. */
    TAKE_FILE
}
