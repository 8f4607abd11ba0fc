package org.jingzhun.standalone.process;

import java.time.Duration;

/**
 * How long to wait before a child is started again: 1 s, doubled up to a minute. Never given up: the cause (memory, disk)
 * may pass without anybody at the keyboard. A child that has run for a while starts from 1 s again.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LAST = Duration.ofMinutes(1);
    private static final Duration STEADY = Duration.ofMinutes(2);

    private Duration next = FIRST;

    Duration after(Duration run) {
        if (run.compareTo(STEADY) >= 0) {
            next = FIRST;
        }
        var wait = next;
        next = next.multipliedBy(2).compareTo(LAST) > 0 ? LAST : next.multipliedBy(2);
        return wait;
    }
}
