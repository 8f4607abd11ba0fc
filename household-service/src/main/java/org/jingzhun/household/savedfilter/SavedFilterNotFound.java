package org.jingzhun.household.savedfilter;

/** There is no such filter. */
class SavedFilterNotFound extends RuntimeException {

    SavedFilterNotFound() {
        super("There is no such filter.", null, false, false);
    }
}
