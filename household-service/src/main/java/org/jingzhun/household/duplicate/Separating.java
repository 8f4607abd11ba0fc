package org.jingzhun.household.duplicate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.household.duplicate.Refusals.Obstacle;
import org.jingzhun.household.duplicate.Standing.Both;
import org.jingzhun.household.duplicate.Standing.Place;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.figure.Recording;
import org.jingzhun.household.history.History;
import org.jingzhun.household.register.PersonMerges;
import org.jingzhun.household.telling.Telling;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Undoes a merge 【撤销合并】: the one whose number had not stayed lives in his household again, from the day of the merge on, as if he had
 * never left; a household that had been left empty is there again.
 *
 * <p>What was recorded of the one who stayed since then stays his. Whoever asks for what was known between still finds one person. Where
 * something has contradicted since, nothing is written.
 */
@Component
class Separating {

    private static final String LEFT_AS_DOUBLE = "10"; // code list leave-reason: 重复登记
    private static final String REMOVED_AS_DOUBLE = "5"; // code list removal-reason: 重复登记
    private static final String SPOUSE = "02";

    private final JdbcClient jdbc;
    private final History history;
    private final PersonMerges merges;
    private final LivesOfPairs lives;
    private final Recording figures;
    private final Telling telling;
    private final Clock clock;

    Separating(JdbcClient jdbc, History history, PersonMerges merges, LivesOfPairs lives, Recording figures, Telling telling,
            Clock clock) {
        this.jdbc = jdbc;
        this.history = history;
        this.merges = merges;
        this.lives = lives;
        this.figures = figures;
        this.telling = telling;
        this.clock = clock;
    }

    /** Both are locked. */
    void requirePossible(Candidate pair, Both both) {
        look(pair, both);
    }

    /** Does it, in the transaction of the approval; both are locked. */
    void separate(Candidate pair, Both both, String approvedBy) {
        var undoing = look(pair, both);
        var merged = both.of(pair.merged());
        var kept = both.of(String.valueOf(pair.keep()));
        var by = String.valueOf(pair.decidedBy());
        var at = clock.instant();
        var day = undoing.merge.effectiveOn;
        var counted = figures.before(List.of(merged.household()), List.of());
        if (undoing.reopens) {
            history.write(Holder.HOUSEHOLD, merged.household(), nulls("removed_on", "removal_reason"), day, by, at);
        }
        history.amend(Holder.MEMBERSHIP, merged.membership(), nulls("left_on", "leave_reason"), by, at);
        var before = undoing.before;
        if (before.since.isAfter(before.standingSince)) {
            history.write(Holder.MEMBERSHIP, merged.membership(), Map.of("relation", before.relation), before.since, by, at);
        }
        counted.after(at);
        telling.tell(List.of(merged.household()));
        jdbc.sql("""
                insert into person_merge_undone (merge_id, undone_at, entered_by, approved_by, reason) values (?, ?, ?, ?, ?)
                """).param(undoing.merge.id).param(LocalDateTime.ofInstant(at, ZoneOffset.UTC)).param(by).param(approvedBy)
                .param(pair.reason()).update();
        var writing = lives.of(pair, day, approvedBy, at);
        writing.event("separate-persons", merged, merged.person(), kept, "leftOn,leaveReason");
        writing.event("separate-persons", kept, kept.person(), merged, null);
        if (undoing.reopens) {
            writing.event("restore-household", merged, null, kept, "removedOn,removalReason");
        }
    }

    /** What is to be undone; refused with everything that is in its way. */
    private Undoing look(Candidate pair, Both both) {
        var merged = both.of(pair.merged());
        var kept = String.valueOf(pair.keep());
        var merge = merge(merged.person(), kept).orElseThrow(Refusals.ChangedMeanwhile::new);
        var obstacles = new ArrayList<Obstacle>();
        merges.into(kept).ifPresent(further -> obstacles.add(new Obstacle("merged-further", further.into())));
        if (merged.lives()) {
            obstacles.add(new Obstacle("lives-again", merged.householdNumber()));
            throw new Refusals.SeparationBlocked(obstacles);
        }
        var before = before(merged, merge).orElse(null);
        if (before == null) {
            obstacles.add(new Obstacle("membership-changed", merged.householdNumber()));
            throw new Refusals.SeparationBlocked(obstacles);
        }
        var removed = removal(merged.household());
        var reopens = removed != null && removed.equals(merge.effectiveOn + "/" + REMOVED_AS_DOUBLE)
                && wasLeftEmpty(pair, merged);
        if (removed != null && !reopens) {
            obstacles.add(new Obstacle("household-removed", merged.householdNumber()));
        }
        if (others(merged, before.relation)) {
            obstacles.add(new Obstacle(before.relation.equals(Standing.HEAD) ? "other-head" : "other-spouse",
                    merged.householdNumber()));
        }
        if (!obstacles.isEmpty()) {
            throw new Refusals.SeparationBlocked(obstacles);
        }
        return new Undoing(merge, before, reopens);
    }

    private Optional<Merge> merge(String merged, String kept) {
        return jdbc.sql("""
                select m.id, m.effective_on, m.merged_at
                  from person_merge m left join person_merge_undone u on u.merge_id = m.id
                 where m.merged = ? and m.kept = ? and u.merge_id is null
                 order by m.id desc limit 1
                """).param(merged).param(kept).query(Merge.class).optional();
    }

    /** The place as it was known when the merge ended it; empty where it did not end it, or something was recorded of it since. */
    private Optional<Before> before(Place merged, Merge merge) {
        return jdbc.sql("""
                select b.relation, b.valid_from as since, m.valid_from as standing_since
                  from membership m
                  join membership_history b on b.id = m.id and b.recorded_to = :at and b.valid_to = '9999-12-31'
                 where m.id = :id and m.left_on = :day and m.leave_reason = :reason and m.recorded_from = :at
                 order by b.valid_from desc limit 1
                """).param("at", merge.mergedAt).param("id", merged.membership()).param("day", merge.effectiveOn)
                .param("reason", LEFT_AS_DOUBLE).query(Before.class).optional();
    }

    private @Nullable String removal(long household) {
        return jdbc.sql("select concat(removed_on, '/', removal_reason) from household where id = ? and removed_on is not null")
                .param(household).query(String.class).optional().orElse(null);
    }

    private boolean wasLeftEmpty(Candidate pair, Place merged) {
        return jdbc
                .sql("select count(*) from register_event where household = ? and action = 'remove-household' and evidence = ?")
                .param(merged.householdNumber()).param(pair.number()).query(Integer.class).single() > 0;
    }

    /** Whether another one has his place as head or spouse today. */
    private boolean others(Place merged, String relation) {
        return List.of(Standing.HEAD, SPOUSE).contains(relation) && jdbc
                .sql("select count(*) from membership where household_id = ? and left_on is null and relation = ?")
                .param(merged.household()).param(relation).query(Integer.class).single() > 0;
    }

    private static Map<String, @Nullable Object> nulls(String first, String second) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put(first, null);
        columns.put(second, null);
        return columns;
    }

    private record Merge(long id, LocalDate effectiveOn, LocalDateTime mergedAt) {}

    /** What he was in his household, since when, and from which day on the row speaks that stands there now. */
    private record Before(String relation, LocalDate since, LocalDate standingSince) {}

    private record Undoing(Merge merge, Before before, boolean reopens) {}
}
