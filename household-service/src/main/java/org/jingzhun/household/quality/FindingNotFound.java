package org.jingzhun.household.quality;

/** No finding of this number that the caller may see. */
class FindingNotFound extends RuntimeException {

    FindingNotFound() {
        super("No finding of this number that the caller may see.", null, false, false);
    }
}
