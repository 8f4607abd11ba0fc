package org.jingzhun.household.rules;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingDaysTest {

    final WorkingDays days = WorkingDays.shipped();

    @ParameterizedTest(name = "{1} working days after {0}: {2}")
    @CsvSource({"2024-02-08, 1, 2024-02-09", "2024-02-09, 1, 2024-02-18", "2024-02-09, 2, 2024-02-19",
            "2024-04-28, 1, 2024-04-29",
            "2024-09-30, 1, 2024-10-08", "2024-09-30, 5, 2024-10-12", "2025-01-27, 1, 2025-02-05", "2025-04-25, 1, 2025-04-27",
            "2025-09-30, 1, 2025-10-09", "2025-09-30, 3, 2025-10-11", "2025-12-31, 1, 2026-01-04", "2026-02-13, 1, 2026-02-14",
            "2026-02-14, 1, 2026-02-24", "2026-05-08, 1, 2026-05-09", "2026-09-30, 3, 2026-10-10", "2026-11-20, 1, 2026-11-23",
            "2026-11-20, 15, 2026-12-11"})
    void holidaysAreNotCountedAndWeekendsThatAreWorkedAre(LocalDate from, int howMany, LocalDate last) {
        assertThat(days.after(from, howMany)).isEqualTo(last);
    }

    @Test
    void ofAYearWithoutANoticeOnlyTheWeekdaysAreKnown() {
        assertThat(days.isWorked(LocalDate.of(2030, 10, 1))).isTrue();
        assertThat(days.isWorked(LocalDate.of(2030, 10, 5))).isFalse();
    }

    /** 365 or 366 days less 104 at weekends, less 11 holidays by the regulation of 2013 or 13 by that of 2024. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void aYearHasAsManyWorkingDaysAsTheRegulationOnHolidaysLeaves(int year, int worked) {
        assertThat(LocalDate.of(year, 1, 1).datesUntil(LocalDate.of(year + 1, 1, 1)).filter(days::isWorked)).hasSize(worked);
    }
}
