package org.jingzhun.household.figure.entered;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a division is to reach in a year 【年度减贫任务】 and what it has reached: verified exits of counties, villages and people.
 *
 * @param fulfilled whether every target of the level is reached
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AnnualTask")
record AnnualTask(String division, int year, Level level, @Nullable Progress counties, @Nullable Progress villages,
        @Nullable Progress people, boolean fulfilled, String source) {

    /** The base has to be reached, the stretch is hoped for. */
    enum Level {
        BASE, STRETCH
    }

    /** Counties, villages and people; a level may leave some of them open. */
    record Numbers(@Nullable Long counties, @Nullable Long villages, @Nullable Long people) {}

    /** Verified exits, the target, and the rate in per cent with one decimal more than it is usually told with. */
    @Schema(name = "TaskProgress")
    record Progress(long numerator, long denominator, BigDecimal rate) {

        static @Nullable Progress of(@Nullable Long done, @Nullable Long target) {
            if (target == null || target == 0) {
                return null;
            }
            var numerator = Objects.requireNonNullElse(done, 0L);
            return new Progress(numerator, target, BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(100))
                    .divide(BigDecimal.valueOf(target), 2, RoundingMode.HALF_UP));
        }

        boolean isReached() {
            return numerator >= denominator;
        }
    }

    static AnnualTask of(String division, int year, Level level, Numbers target, Numbers done, String source) {
        var counties = Progress.of(done.counties, target.counties);
        var villages = Progress.of(done.villages, target.villages);
        var people = Progress.of(done.people, target.people);
        var all = Stream.of(counties, villages, people).filter(Objects::nonNull).toList();
        return new AnnualTask(division, year, level, counties, villages, people,
                !all.isEmpty() && List.copyOf(all).stream().allMatch(Progress::isReached), source);
    }
}
