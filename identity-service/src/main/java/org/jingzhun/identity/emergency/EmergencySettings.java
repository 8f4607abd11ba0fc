package org.jingzhun.identity.emergency;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How far an emergency goes.
 *
 * @param lasts how long a grant holds
 * @param within the division around the officer's own area that the other one must lie in
 * @param atOnce how many an account may hold at the same time
 */
@ConfigurationProperties("identity.emergency")
record EmergencySettings(@DefaultValue("3h") Duration lasts, @DefaultValue("PREFECTURE") Within within,
        @DefaultValue("3") int atOnce) {

    /** A division around an area. */
    enum Within {
        COUNTY(6), PREFECTURE(4), PROVINCE(2);

        private final int digits;

        Within(int digits) {
            this.digits = digits;
        }

        /** Whether both lie in the same one; an area that is larger than that lies in none. */
        boolean holds(String own, String other) {
            return own.length() >= digits && other.length() >= digits && own.regionMatches(0, other, 0, digits);
        }
    }
}
