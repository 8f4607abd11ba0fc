package org.jingzhun.household.quality;

/** The finding is fixed: nothing is to be exempted or assigned. */
class FindingFixed extends RuntimeException {

    FindingFixed() {
        super("The finding is fixed: nothing is to be exempted or assigned.", null, false, false);
    }
}
