package org.jingzhun.household.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says under which number a person lives on whose entries were merged 【人员合并】. What was undone counts no more. */
@Component
public class PersonMerges {

    private static final int LONGEST_CHAIN = 20;
    private static final String STANDS = "not exists (select 1 from person_merge_undone mu where mu.merge_id = %1$s.id)";

    private final JdbcClient jdbc;

    PersonMerges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Where a number went.
     *
     * @param into the number that stays, after further merges as well
     * @param mergedVillage where the merged one lived last
     * @param keptVillage where the one who stayed lived at that time
     */
    public record Merge(String merged, String into, String mergedVillage, String keptVillage, LocalDate effectiveOn,
            Instant at) {}

    /**
     * Who stays of a number that was merged.
     *
     * @param village where he lives, or lived last; null for who never lived anywhere
     */
    public record Survivor(String number, @Nullable String village) {}

    /** Empty for a number that was never merged. */
    public Optional<Merge> into(String number) {
        var first = one(number);
        var last = first;
        for (int i = 0; i < LONGEST_CHAIN && last.isPresent(); i++) {
            var next = one(last.get().into);
            if (next.isEmpty()) {
                break;
            }
            last = next;
        }
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        var from = first.get();
        return Optional
                .of(new Merge(number, last.get().into, from.mergedVillage, last.get().keptVillage, from.effectiveOn, from.at));
    }

    /** Who stays, and where he is today. Empty for a number that was never merged. */
    public Optional<Survivor> survivor(String number) {
        return into(number).map(merge -> new Survivor(merge.into, jdbc.sql("""
                select h.village
                  from person p
                  join membership m on m.person_id = p.id
                  join household h on h.id = m.household_id
                 where p.number = ?
                 order by m.left_on is null desc, m.left_on desc, m.id desc limit 1
                """).param(merge.into).query(String.class).optional().orElse(null)));
    }

    /**
     * Whether a number was merged into another one, as a condition that asks row by row: where it stands behind one that is rarely true,
     * such as that somebody lives nowhere, it costs nothing.
     */
    public static String isMerged(String number) {
        return "exists (select 1 from person_merge mg where mg.merged = %s and %s)".formatted(number, STANDS.formatted("mg"));
    }

    /** Whether one number was merged into the other, without others between, as a condition. */
    public static String isMergedInto(String number, String kept) {
        return "exists (select 1 from person_merge mg where mg.merged = %s and mg.kept = %s and %s)".formatted(number, kept,
                STANDS.formatted("mg"));
    }

    private Optional<Merge> one(String number) {
        return jdbc.sql("""
                select mg.merged, mg.kept, mg.merged_village, mg.kept_village, mg.effective_on, mg.merged_at
                  from person_merge mg
                 where mg.merged = ? and %s
                 order by mg.id desc limit 1
                """.formatted(STANDS.formatted("mg"))).param(number)
                .query((row, index) -> new Merge(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getObject(5, LocalDate.class), row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .optional();
    }
}
