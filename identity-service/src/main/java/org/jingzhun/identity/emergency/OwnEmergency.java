package org.jingzhun.identity.emergency;

/** Nobody reviews the emergency grant that he took himself. */
class OwnEmergency extends RuntimeException {

    OwnEmergency() {
        super("Nobody reviews his own emergency grant.");
    }
}
