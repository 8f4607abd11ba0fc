package org.jingzhun.household.imports;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

import org.jingzhun.household.template.Template;
import org.jingzhun.starter.access.CodeRange;
import org.jspecify.annotations.Nullable;

/**
 * One file on its way into the register.
 *
 * @param digestGeneration the oldest under which rows are staged
 */
record ImportJob(long id, String number, String account, String area, String county, int dataYear, String fileName,
        CommitMode commitMode, ImportState state, ImportPhase phase, @Nullable Template template, @Nullable Long size, int upload,
        @Nullable Integer storedUpload, int done, int total, @Nullable LocalDateTime rateSince, int rateFrom, int totalRows,
        int newRows, int changedRows, int unchangedRows, int refusedRows, int normalisedCells, int sensitiveHouseholds,
        int nextHousehold, int lastHousehold, @Nullable String problem, @Nullable String problemArguments,
        @Nullable String committer, int version, LocalDateTime createdAt, LocalDateTime changedAt,
        @Nullable LocalDateTime finishedAt, @Nullable LocalDateTime fileDeletedAt, @Nullable String fields, int conflictingRows,
        int newerRows, @Nullable Decision decision, int warnings, int digestGeneration) {

    static final String COLUMNS = """
            id, number, account, area, county, data_year, file_name, commit_mode, state, phase, template, size, upload,
            stored_upload, done, total, rate_since, rate_from, total_rows, new_rows, changed_rows, unchanged_rows, refused_rows,
            normalised_cells, sensitive_households, next_household, last_household, problem, problem_arguments, committer,
            version, created_at, changed_at, finished_at, file_deleted_at, fields, conflicting_rows, newer_rows,
            decision, warnings, digest_generation
            """;

    CodeRange range() {
        return CodeRange.under(area);
    }

    /** What the file speaks of. */
    RegisterColumns columns() {
        return new RegisterColumns(fields == null ? Set.of() : RegisterColumns.parse(List.of(fields.split(","))));
    }

    /** A colleague has to look at it, or may have to: a decision against the register can change heads and types as well. */
    boolean mayNeedSecondOfficer() {
        return state == ImportState.CHECKED && (sensitiveHouseholds > 0 || conflictingRows > 0);
    }

    /** Something contradicts the register, and nobody has said yet what holds. */
    boolean needsDecision() {
        return conflictingRows > 0 && decision == null;
    }

    /** Head or type of known households would change, which the uploader may not order himself. */
    boolean needsSecondOfficer() {
        return state == ImportState.CHECKED && sensitiveHouseholds > 0;
    }
}
