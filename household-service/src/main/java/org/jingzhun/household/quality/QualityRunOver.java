package org.jingzhun.household.quality;

/** The run is over and cannot be cancelled. */
class QualityRunOver extends RuntimeException {

    QualityRunOver() {
        super("The run is over and cannot be cancelled.", null, false, false);
    }
}
