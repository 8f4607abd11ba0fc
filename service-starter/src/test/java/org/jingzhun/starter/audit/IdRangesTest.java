package org.jingzhun.starter.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class IdRangesTest {

    @Test
    void numbersAreWrittenAsRangesAndReadBack() {
        var ranges = IdRanges.of(List.of(1L, 2L, 3L, 5L, 9L, 10L));

        assertThat(ranges).hasToString("1-3,5,9-10");
        assertThat(IdRanges.parse("1-3,5,9-10")).isEqualTo(ranges);
        assertThat(IdRanges.parse("").isEmpty()).isTrue();
        assertThat(ranges.size()).isEqualTo(6);
    }

    @Test
    void gapsAreWhatIsBetween() {
        var ranges = IdRanges.parse("3-4,7");

        assertThat(ranges.gaps(1, 9)).hasToString("1-2,5-6,8-9");
        assertThat(ranges.gaps(3, 7)).hasToString("5-6");
        assertThat(ranges.gaps(5, 6)).hasToString("5-6");
        assertThat(ranges.gaps(3, 4).isEmpty()).isTrue();
        assertThat(IdRanges.parse("1-9").gaps(3, 4).isEmpty()).isTrue();
    }

    @Test
    void aGapThatIsPartlyFilledIsWaitedForAnew() {
        var now = Instant.ofEpochSecond(10_000);
        var before = OpenGaps.parse("1-5@5000,20-21@9000,30@100");

        var after = before.after(List.of(2L, 3L, 41L, 44L), 40, now, Duration.ofSeconds(2000));

        assertThat(after).hasToString("1@10000,4-5@10000,20-21@9000,42-43@10000");
    }
}
