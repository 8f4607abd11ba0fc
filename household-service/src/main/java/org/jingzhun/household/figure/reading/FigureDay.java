package org.jingzhun.household.figure.reading;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Days of figures: today where none is given, none to come. */
@Component
class FigureDay {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int FIRST_YEAR = 2014;

    private final Clock clock;

    FigureDay(Clock clock) {
        this.clock = clock;
    }

    LocalDate of(@Nullable LocalDate day, String parameter) {
        var today = LocalDate.now(clock);
        if (day == null) {
            return today;
        }
        if (day.isAfter(today)) {
            throw new FigureNotPossible(parameter);
        }
        return day;
    }

    LocalDate firstOf(int year) {
        if (year < FIRST_YEAR || year > LocalDate.now(clock).getYear()) {
            throw new FigureNotPossible("year");
        }
        return LocalDate.of(year, 1, 1);
    }

    /** The last day of a year, or today. */
    LocalDate lastOf(int year) {
        var last = firstOf(year).withMonth(12).withDayOfMonth(31);
        var today = LocalDate.now(clock);
        return last.isAfter(today) ? today : last;
    }

    /** The last instant of a day. */
    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant().minusNanos(1000);
    }
}
