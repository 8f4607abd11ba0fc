package org.jingzhun.standalone.process;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTest {

    private final Backoff backoff = new Backoff();

    @Test
    void whoEndsAgainAndAgainWaitsLongerUpToAMinute() {
        var waits = Stream.generate(() -> backoff.after(Duration.ofSeconds(3)).toSeconds()).limit(9);

        assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
    }

    @Test
    void whoRanForAWhileIsStartedAtOnce() {
        backoff.after(Duration.ZERO);
        backoff.after(Duration.ZERO);

        assertThat(backoff.after(Duration.ofMinutes(5))).isEqualTo(Duration.ofSeconds(1));
    }
}
