package org.jingzhun.household.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * Which days are worked 【工作日】: Mondays to Fridays, but for the holidays and the weekends worked instead that the State Council gives notice
 * of each year (rules/holidays.csv). Of a year without a notice only the weekdays are known.
 */
public final class WorkingDays {

    private static final String WORKED = "班";

    private final Map<LocalDate, Boolean> exceptions;

    private WorkingDays(Map<LocalDate, Boolean> exceptions) {
        this.exceptions = exceptions;
    }

    /** Those that come with the suite. */
    public static WorkingDays shipped() {
        var exceptions = new HashMap<LocalDate, Boolean>();
        for (var line : ShippedTable.lines("holidays.csv")) {
            var parts = line.split(",", 4);
            LocalDate.parse(parts[0]).datesUntil(LocalDate.parse(parts[1]).plusDays(1))
                    .forEach(day -> exceptions.put(day, parts[2].equals(WORKED)));
        }
        return new WorkingDays(exceptions);
    }

    /** The last of so many working days after a day, which is day 0. */
    public LocalDate after(LocalDate day, int days) {
        var last = day;
        for (int left = days; left > 0;) {
            last = last.plusDays(1);
            left -= isWorked(last) ? 1 : 0;
        }
        return last;
    }

    /** Whether it is a working day. */
    public boolean isWorked(LocalDate day) {
        return exceptions.getOrDefault(day,
                day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }
}
