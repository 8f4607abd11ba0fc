package org.jingzhun.identity.signin;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How failures slow down, and how long a sign-in lasts at this page.
 *
 * @param cookie how long the sign-in serves other clients without asking again
 * @param perAccount after how many failures one login waits, and how long
 * @param perAddress the same for one network address, which a whole office may share
 * @param forgetAfter failures older than this do not count
 */
@ConfigurationProperties("identity.sign-in")
record SignInSettings(
        @DefaultValue("10m") Duration cookie,
        @DefaultValue Slowing perAccount,
        @DefaultValue Slowing perAddress,
        @DefaultValue("12h") Duration forgetAfter) {

    /**
     * @param free failures without a wait
     * @param first the wait after the next one; each further one doubles it
     * @param longest the longest wait
     */
    record Slowing(@DefaultValue("3") int free, @DefaultValue("2s") Duration first, @DefaultValue("5m") Duration longest) {

        Duration after(int failures) {
            if (failures <= free) {
                return Duration.ZERO;
            }
            int doublings = Math.min(failures - free - 1, 20);
            var wait = first.multipliedBy(1L << doublings);
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }
}
