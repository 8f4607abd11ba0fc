package org.jingzhun.household.quality;

/** Nobody exempts from a finding what he entered himself. */
class CausedByCaller extends RuntimeException {

    CausedByCaller() {
        super("Nobody exempts from a finding what he entered himself.", null, false, false);
    }
}
