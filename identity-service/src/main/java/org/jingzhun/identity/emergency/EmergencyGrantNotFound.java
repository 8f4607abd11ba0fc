package org.jingzhun.identity.emergency;

/** No such emergency grant in the caller's reach. */
class EmergencyGrantNotFound extends RuntimeException {

    EmergencyGrantNotFound() {
        super("There is no such emergency grant.");
    }
}
