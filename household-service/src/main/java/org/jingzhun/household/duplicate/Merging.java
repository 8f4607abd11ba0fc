package org.jingzhun.household.duplicate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.duplicate.Standing.Place;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.figure.Recording;
import org.jingzhun.household.history.History;
import org.jingzhun.household.history.NotYetKnown;
import org.jingzhun.household.telling.Telling;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Merges one entry into another: the one leaves his household as entered twice, the other one stays as he is.
 *
 * <p>Nothing is deleted. Whoever asks for an earlier day, or for what was known earlier, still finds both.
 */
@Component
class Merging {

    private static final String LEFT_AS_DOUBLE = "10"; // code list leave-reason: 重复登记
    private static final String REMOVED_AS_DOUBLE = "5"; // code list removal-reason: 重复登记

    private final JdbcClient jdbc;
    private final History history;
    private final KeyStore keys;
    private final LivesOfPairs lives;
    private final Recording figures;
    private final Telling telling;
    private final Clock clock;

    Merging(JdbcClient jdbc, History history, KeyStore keys, LivesOfPairs lives, Recording figures, Telling telling,
            Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.keys = keys;
        this.lives = lives;
        this.figures = figures;
        this.telling = telling;
        this.clock = clock;
    }

    /** Does it, as of today, in the transaction of the approval; both persons are locked. */
    void merge(Candidate pair, Place merged, Place kept, String approvedBy) {
        var by = String.valueOf(pair.decidedBy());
        var at = clock.instant();
        var today = LocalDate.now(clock);
        var others = others(merged);
        if (others > 0 && merged.relation().equals(Standing.HEAD)) {
            throw new Refusals.HouseholdNeedsHead();
        }
        var counted = figures.before(List.of(merged.household()), List.of());
        try {
            history.end(merged.membership(), columns("left_on", today, "leave_reason", LEFT_AS_DOUBLE), today, by, at);
            if (others == 0) {
                history.write(Holder.HOUSEHOLD, merged.household(),
                        columns("removed_on", today, "removal_reason", REMOVED_AS_DOUBLE), today, by, at);
            }
        } catch (NotYetKnown e) {
            throw new Refusals.TooEarly(e.since());
        }
        counted.after(at);
        telling.tell(List.of(merged.household()));
        note(pair, merged, kept, approvedBy, at, today);
        var writing = lives.of(pair, today, approvedBy, at);
        writing.event("merge-person", merged, merged.person(), kept, "leftOn,leaveReason");
        writing.event("merge-person", kept, kept.person(), merged, null);
        if (others == 0) {
            writing.event("remove-household", merged, null, kept, "removedOn,removalReason");
        }
        keys.forget(List.of(merged.personId()));
    }

    private int others(Place place) {
        return jdbc.sql("select count(*) from membership where household_id = ? and left_on is null and id <> ?")
                .param(place.household()).param(place.membership()).query(Integer.class).single();
    }

    private void note(Candidate pair, Place merged, Place kept, String approvedBy, Instant at, LocalDate today) {
        jdbc.sql("""
                insert into person_merge (merged, kept, merged_village, kept_village, effective_on, merged_at, entered_by, approved_by,
                       reason)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).param(merged.person()).param(kept.person()).param(merged.village()).param(kept.village()).param(today)
                .param(utc(at)).param(pair.decidedBy()).param(approvedBy).param(pair.reason()).update();
    }

    private static Map<String, @Nullable Object> columns(String first, Object value, String second, Object other) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put(first, value);
        columns.put(second, other);
        return columns;
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
