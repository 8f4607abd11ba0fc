package org.jingzhun.household.register;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.jingzhun.household.history.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a read asks for 【时点】: {@code ?asOf=2019-12-31&knownAt=2020-01-05T00:00:00%2B08:00}.
 *
 * @param asOf what held on this day; without it, on the day of knownAt
 * @param knownAt as it was recorded then; without it, as it is known now
 */
public record PointInTime(@Nullable LocalDate asOf, @Nullable OffsetDateTime knownAt) {

    /** Nothing where neither was asked: the register as it is. */
    public Optional<Moment> moment(Clock clock) {
        if (asOf == null && knownAt == null) {
            return Optional.empty();
        }
        var now = clock.instant();
        Instant known = knownAt == null ? now : knownAt.toInstant();
        var day = asOf != null ? asOf : LocalDate.ofInstant(known, clock.getZone());
        if (known.isAfter(now) || day.isAfter(LocalDate.now(clock)) || day.getYear() < 1) {
            throw new MomentInTheFuture();
        }
        return Optional.of(new Moment(day, known));
    }
}
