package org.jingzhun.household.imports;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jingzhun.household.telling.Telling;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what was checked to the register: some hundred whole households, their audit and the progress in one transaction each. */
@Component
class ImportCommit {

    private final ImportJobs jobs;
    private final Comparison comparison;
    private final Judging judging;
    private final StagingTables staging;
    private final Transactions transactions;
    private final Audit audit;
    private final Decisions decisions;
    private final OlderWriting older;
    private final Footprints footprints;
    private final ImportWriting writing;
    private final StagedDigests digests;
    private final CountedRange figures;
    private final Telling telling;
    private final JdbcClient jdbc;
    private final ImportSettings settings;
    private final Clock clock;

    ImportCommit(ImportJobs jobs, Comparison comparison, Judging judging, StagingTables staging, Transactions transactions,
            Audit audit, Decisions decisions, OlderWriting older, Footprints footprints, ImportWriting writing,
            StagedDigests digests, CountedRange figures, Telling telling, JdbcClient jdbc, ImportSettings settings, Clock clock) {
        this.jobs = jobs;
        this.comparison = comparison;
        this.judging = judging;
        this.staging = staging;
        this.transactions = transactions;
        this.audit = audit;
        this.decisions = decisions;
        this.older = older;
        this.footprints = footprints;
        this.writing = writing;
        this.digests = digests;
        this.figures = figures;
        this.telling = telling;
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** What became of an order to write. */
    enum Outcome {
        DONE, COUNTY_BUSY, STOPPED
    }

    /** Goes on where the last committed chunk ended. */
    Outcome run(ImportJob job, String worker, BooleanSupplier stop) {
        var template = job.template();
        var committer = job.committer();
        if (template == null || committer == null) {
            throw new IllegalStateException("import " + job.number() + " was not checked");
        }
        if (!transactions.inOne(() -> jobs.holdCounty(job))) {
            jobs.waiting(job.id(), worker);
            return Outcome.COUNTY_BUSY;
        }
        var columns = job.columns();
        jobs.enter(job.id(), worker, ImportPhase.WRITING, job.done(), job.totalRows());
        for (int from = job.nextHousehold(); from < job.lastHousehold(); from += settings.householdsPerChunk()) {
            if (stop.getAsBoolean()) {
                return Outcome.STOPPED;
            }
            var range = new Range(job, template, columns, from,
                    Math.min(job.lastHousehold(), from + settings.householdsPerChunk()) - 1);
            if (!transactions.inOne(() -> write(range, worker, committer))) {
                return Outcome.COUNTY_BUSY;
            }
        }
        transactions.inOne(() -> finish(job, worker, committer));
        staging.clear(job.id(), false);
        return Outcome.DONE;
    }

    private boolean write(Range range, String worker, String committer) {
        var job = range.job();
        if (!jobs.holdCounty(job)) {
            return false;
        }
        var rows = rows(range);
        jobs.chunkDone(job.id(), worker, range.to() + 1, rows.total());
        if (rows.changing() == 0) {
            return true; // and whatever has changed in the register since is newer than the file
        }
        var generation = digests.meet(range);
        if (comparison.hasDrifted(range)) {
            comparison.compare(range);
            judging.judgeAgain(range);
            if (committer.equals(job.account())) {
                comparison.refuseSensitive(range);
            }
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var counted = figures.before(range);
        older.write(range, decisions.of(job), committer, at);
        footprints.record(range, committer, at);
        writing.write(range, generation, committer, at);
        counted.after(figures.added(range), at);
        telling.tell(figures.touched(range));
        return true;
    }

    private RowCount rows(Range range) {
        return jdbc.sql("""
                select count(*) as total, coalesce(sum(refused = false and (change_kind <> 0 or older <> 0)), 0) as changing
                  from import_row where import_id = :import and household_seq between :from and :to
                """).params(range.parameters()).query(RowCount.class).single();
    }

    private record RowCount(int total, int changing) {}

    private void finish(ImportJob job, String worker, String committer) {
        var counts = comparison.count(job.id());
        jobs.count(job.id(), worker, counts);
        jobs.done(job.id(), worker);
        audit.recordJob(committer, "import.done", Subject.in(job.area(), "import", job.number()),
                Map.of("uploadedBy", job.account(), "rows", counts.totalRows(), "new", counts.newRows(), "changed",
                        counts.changedRows(), "unchanged", counts.unchangedRows(), "refused", counts.refusedRows()));
    }
}
