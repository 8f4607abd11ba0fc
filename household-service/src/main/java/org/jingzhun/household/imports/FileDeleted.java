package org.jingzhun.household.imports;

/** The uploaded file was kept for its time, and is gone. */
class FileDeleted extends RuntimeException {

    FileDeleted() {
        super("the file has been deleted");
    }
}
