package org.jingzhun.household.export;

import java.time.Instant;
import java.time.LocalDate;

import org.jingzhun.household.register.HouseholdFilter;
import org.jspecify.annotations.Nullable;

/**
 * An order of an export.
 *
 * @param area the division asked for; empty for all that the account reaches
 * @param filter as the list of households has it
 * @param asOf the day that is shown; null for today
 * @param households how many were written; null until the content was fetched to its end
 */
record Export(String number, String account, String area, ExportFormat format, Layout layout, HouseholdFilter filter,
        @Nullable LocalDate asOf,
        int dataYear, boolean unmasked, String purpose, Instant createdAt, @Nullable Integer households,
        @Nullable Instant finishedAt) {}
