package org.jingzhun.household.imports;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jingzhun.household.template.Template;
import org.jingzhun.starter.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** An import as its owner sees it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(String id, ImportState state, ImportPhase phase, String fileName, String area, int dataYear, CommitMode commit,
        @Nullable Template template, int done, int total, @Nullable Integer rowsPerSecond, @Nullable Integer remainingSeconds,
        Counts counts, boolean needsSecondOfficer, boolean fileKept, OffsetDateTime createdAt,
        @Nullable OffsetDateTime finishedAt, String account, @Nullable String committer, @Nullable Decision decision,
        @Nullable JobProblem problem) {

    /**
     * Rows by what happens to them; cells that were brought into one form, households whose head or type would change, and findings that
     * refuse nothing.
     */
    record Counts(int rows, @JsonProperty("new") int created, int changed, int unchanged, int refused, int conflicting,
            int registerNewer, int normalisedCells,
            int sensitiveHouseholds, int warnings) {}

    /** Why the file as a whole is not in, in the form of an error's answer. */
    record JobProblem(String type, String title, String detail) {

        static JobProblem of(ProblemDetail problem) {
            return new JobProblem(String.valueOf(problem.getType()), String.valueOf(problem.getTitle()),
                    String.valueOf(problem.getDetail()));
        }
    }

    static ImportView of(ImportJob job, LocalDateTime now, Problems problems) {
        var rate = rate(job, now);
        return new ImportView(job.number(), job.state(), job.phase(), job.fileName(), job.area(), job.dataYear(),
                job.commitMode(),
                job.template(), job.done(), job.total(), rate,
                rate == null || rate == 0 ? null : Math.max(0, job.total() - job.done()) / rate,
                new Counts(job.totalRows(), job.newRows(), job.changedRows(), job.unchangedRows(), job.refusedRows(),
                        job.conflictingRows(), job.newerRows(),
                        job.normalisedCells(), job.sensitiveHouseholds(), job.warnings()),
                job.needsSecondOfficer(), job.storedUpload() != null && job.fileDeletedAt() == null,
                job.createdAt().atOffset(ZoneOffset.UTC),
                job.finishedAt() == null ? null : job.finishedAt().atOffset(ZoneOffset.UTC), job.account(),
                job.committer(), job.decision(), problem(job, problems));
    }

    /** Rows a second in this phase: while it runs, and of the commit when it is over. */
    private static @Nullable Integer rate(ImportJob job, LocalDateTime now) {
        if (job.rateSince() == null || (job.phase() != ImportPhase.READING && job.phase() != ImportPhase.WRITING
                && job.state() != ImportState.DONE)) {
            return null;
        }
        var until = job.finishedAt() == null ? now : job.finishedAt();
        var millis = Duration.between(job.rateSince(), until).toMillis();
        return millis <= 0 ? null : (int) Math.max(0, (job.done() - job.rateFrom()) * 1000L / millis);
    }

    private static @Nullable JobProblem problem(ImportJob job, Problems problems) {
        var slug = job.problem();
        if (slug == null) {
            return null;
        }
        var arguments = job.problemArguments() == null ? new Object[0] : (Object[]) job.problemArguments().split("\u001F", -1);
        var problem = problems.of(HttpStatus.UNPROCESSABLE_CONTENT, slug, arguments);
        if (slug.equals("import-needs-decision")) {
            problem = problems.of(HttpStatus.CONFLICT, slug, job.conflictingRows());
        }
        if (slug.equals("second-officer-required")) {
            problem.setDetail(problems.text("import.second-officer-required", job.sensitiveHouseholds()));
        }
        return JobProblem.of(problem);
    }
}
