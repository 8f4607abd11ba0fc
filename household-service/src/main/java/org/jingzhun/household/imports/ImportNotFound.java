package org.jingzhun.household.imports;

/** No such import, or not the caller's. */
class ImportNotFound extends RuntimeException {

    ImportNotFound() {
        super("no such import");
    }
}
