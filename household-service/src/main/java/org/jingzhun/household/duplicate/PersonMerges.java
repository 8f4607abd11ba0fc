package org.jingzhun.household.duplicate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says under which number a person lives on whose entries were merged. */
@Component
public class PersonMerges {

    private static final int LONGEST_CHAIN = 20;

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

    private Optional<Merge> one(String number) {
        return jdbc.sql("""
                select merged, kept, merged_village, kept_village, effective_on, merged_at from person_merge where merged = ?
                """).param(number)
                .query((row, index) -> new Merge(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getObject(5, LocalDate.class), row.getObject(6, LocalDateTime.class).toInstant(ZoneOffset.UTC)))
                .optional();
    }
}
