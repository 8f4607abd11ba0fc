package org.jingzhun.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The time of the machine, moved on by what a test wants to have passed. */
@TestConfiguration(proxyBeanMethods = false)
public class MovableClock {

    @Bean
    Moved clock() {
        return new Moved(ZoneId.of("Asia/Shanghai"));
    }

    public static class Moved extends Clock {

        private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
        private final ZoneId zone;

        Moved(ZoneId zone) {
            this.zone = zone;
        }

        public void pass(Duration time) {
            ahead.updateAndGet(before -> before.plus(time));
        }

        /** Back to the time of the machine, so that the next test finds it there. */
        public void back() {
            ahead.set(Duration.ZERO);
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return Clock.offset(Clock.system(other), ahead.get());
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead.get());
        }
    }
}
