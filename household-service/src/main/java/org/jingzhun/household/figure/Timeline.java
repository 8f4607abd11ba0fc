package org.jingzhun.household.figure;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** What is known, at one instant, of a household and of all who ever lived in it. */
public record Timeline(List<Version> versions, List<Stay> stays) {

    static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);
    static final Timeline NOTHING = new Timeline(List.of(), List.of());

    /** A period from its first day until the first day after it. */
    public record Period(LocalDate from, LocalDate to) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }
    }

    /** What a household was for some time. */
    public record Version(Period period, String village, @Nullable String type, @Nullable String exitState,
            @Nullable String poorKind,
            @Nullable String mainCause, @Nullable LocalDate firstIdentifiedOn, boolean removed, @Nullable String removalReason) {}

    /** Somebody's membership for some time; the same membership may have several. */
    public record Stay(long membership, Period period, @Nullable String joinReason, @Nullable String leaveReason,
            List<Self> selves) {}

    /** What a person was for some time. */
    public record Self(Period period, LocalDate born, @Nullable String labour, @Nullable String health,
            @Nullable String education) {}
}
