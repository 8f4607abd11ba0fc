package org.jingzhun.household.figure.reading;

import java.time.Clock;
import java.time.LocalDate;

import org.jingzhun.household.rules.Thresholds;
import org.springframework.stereotype.Component;

/** How large a cell of a sensitive figure must be to be shown: what holds today, whatever day the figure is of, since it is told today. */
@Component
class SmallestCell {

    private final Thresholds thresholds = Thresholds.shipped();
    private final Clock clock;

    SmallestCell(Clock clock) {
        this.clock = clock;
    }

    int shown() {
        return thresholds.on("sensitive-cell-least", LocalDate.now(clock));
    }
}
