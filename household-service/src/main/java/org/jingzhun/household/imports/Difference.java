package org.jingzhun.household.imports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.field.Holder;
import org.jspecify.annotations.Nullable;

/**
 * How a household or a person of a file differs from the register.
 *
 * @param row number of the row in the file; 0 of a household
 * @param person null of a household
 * @param born to tell a child
 * @param isMerged whether the row names an entry that was merged into this person
 * @param ids the rows of the register, by their tables; missing where there is none yet
 * @param ciphers of phones: those of the register and of the file, by column with {@code register.} or {@code file.} before it
 */
record Difference(int householdSeq, int row, String household, String village, @Nullable String person, @Nullable LocalDate born,
        boolean isMerged, LocalDate effectiveOn, boolean isNew, Map<Holder, Long> ids, List<FieldDifference> fields,
        Map<String, byte[]> ciphers) {}
