package org.jingzhun.household.imports;

/** The import is not in the state that this needs. */
class ImportInOtherState extends RuntimeException {

    private final ImportState state;

    ImportInOtherState(ImportState state) {
        super("the import is " + state);
        this.state = state;
    }

    ImportState state() {
        return state;
    }
}
