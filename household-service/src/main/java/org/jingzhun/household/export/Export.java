package org.jingzhun.household.export;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An order of an export.
 *
 * @param area the division asked for; empty for all that the account reaches
 * @param filter codes by the names of the list's filters, as they are written in an address
 * @param asOf the day that is shown; null for today
 * @param households how many were written; null until the content was fetched to its end
 */
record Export(String number, String account, String area, ExportFormat format, Layout layout, String filter,
        @Nullable LocalDate asOf,
        int dataYear, boolean unmasked, String purpose, Instant createdAt, @Nullable Integer households,
        @Nullable Instant finishedAt) {}
