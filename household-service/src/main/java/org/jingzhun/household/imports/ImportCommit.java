package org.jingzhun.household.imports;

import java.util.Map;
import java.util.function.BooleanSupplier;

import org.jingzhun.household.imports.Comparison.Range;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.jingzhun.household.imports.RegisterColumns.assignments;
import static org.jingzhun.household.imports.RegisterColumns.listed;

/** Writes what was checked to the register: some hundred whole households, their audit and the progress in one transaction each. */
@Component
class ImportCommit {

    private static final String ROWS = "r.import_id = :import and r.household_seq between :from and :to and r.refused = false";
    private static final String HOUSEHOLDS = "hh.import_id = :import and hh.household_seq between :from and :to and hh.refused = false";

    private final ImportJobs jobs;
    private final Comparison comparison;
    private final StagingTables staging;
    private final Transactions transactions;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final ImportSettings settings;

    ImportCommit(ImportJobs jobs, Comparison comparison, StagingTables staging, Transactions transactions, Audit audit,
            JdbcClient jdbc, ImportSettings settings) {
        this.jobs = jobs;
        this.comparison = comparison;
        this.staging = staging;
        this.transactions = transactions;
        this.audit = audit;
        this.jdbc = jdbc;
        this.settings = settings;
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
        jobs.enter(job.id(), worker, ImportPhase.WRITING, job.done(), job.totalRows());
        for (int from = job.nextHousehold(); from < job.lastHousehold(); from += settings.householdsPerChunk()) {
            if (stop.getAsBoolean()) {
                return Outcome.STOPPED;
            }
            var range = new Range(job, template, from, Math.min(job.lastHousehold(), from + settings.householdsPerChunk()) - 1);
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
        if (comparison.hasDrifted(range)) {
            comparison.compare(range);
            if (committer.equals(job.account())) {
                comparison.refuseSensitive(range);
            }
        }
        insertHouseholds(range, committer);
        updateHouseholds(range, committer);
        insertPersons(range, committer);
        updatePersons(range, committer);
        insertMemberships(range, committer);
        updateMemberships(range, committer);
        recordHouseholds(range, committer);
        return true;
    }

    private RowCount rows(Range range) {
        return jdbc.sql("""
                select count(*) as total, coalesce(sum(refused = false and change_kind <> 0), 0) as changing
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

    private void insertHouseholds(Range range, String by) {
        var columns = range.columns().householdWritten();
        change(range, by, """
                insert into household (number, village, %s, data_year, version, created_at, changed_at, changed_by)
                select hh.number, hh.village, %s, :dataYear, 1, :now, :now, :by
                  from import_household hh where %s and hh.change_kind = 1 order by hh.number
                """.formatted(listed(columns, ""), listed(columns, "hh"), HOUSEHOLDS));
    }

    private void updateHouseholds(Range range, String by) {
        change(range, by, """
                update import_household hh straight_join household h on h.number = hh.number
                   set %s, h.data_year = :dataYear, h.version = h.version + 1, h.changed_at = :now, h.changed_by = :by
                 where %s and hh.change_kind = 2
                """.formatted(assignments(range.columns().householdWritten(), "h", "hh"), HOUSEHOLDS));
    }

    private void insertPersons(Range range, String by) {
        var columns = range.columns().personWritten();
        change(range, by, """
                insert into person (number, resident_id_digest, %s, version, created_at, changed_at, changed_by)
                select r.person_number, r.resident_id_digest, %s, 1, :now, :now, :by
                  from import_row r where %s and (r.change_kind & 1) <> 0 order by r.person_number
                """.formatted(listed(columns, ""), listed(columns, "r"), ROWS));
    }

    private void updatePersons(Range range, String by) {
        change(range, by, """
                update import_row r straight_join person p on p.number = r.person_number
                   set %s, p.version = p.version + 1, p.changed_at = :now, p.changed_by = :by
                 where %s and (r.change_kind & 2) <> 0
                """.formatted(assignments(range.columns().personWritten(), "p", "r"), ROWS));
    }

    private void insertMemberships(Range range, String by) {
        change(range, by, """
                insert into membership (household_id, person_id, relation, version, created_at, changed_at, changed_by)
                select h.id, p.id, r.relation, 1, :now, :now, :by
                  from import_row r
                  straight_join household h on h.number = r.household_number
                  straight_join person p on p.number = r.person_number
                 where %s and (r.change_kind & 4) <> 0 order by p.id
                """.formatted(ROWS));
    }

    private void updateMemberships(Range range, String by) {
        change(range, by, """
                update import_row r
                  straight_join person p on p.number = r.person_number
                  straight_join membership m on m.open_person = p.id
                   set m.relation = r.relation, m.version = m.version + 1, m.changed_at = :now, m.changed_by = :by
                 where %s and (r.change_kind & 8) <> 0
                """.formatted(ROWS));
    }

    /** One entry for each household that an import has touched: its page can say who brought it, and by which file. */
    private void recordHouseholds(Range range, String by) {
        change(range, by, """
                insert into audit_entry (at, account, kind, action, subject_kind, subject, area, detail)
                select :now, :by, 'job', if(hh.change_kind = 1, 'household.imported', 'household.changed-by-import'), 'household',
                       hh.number, hh.village, concat('{"import":"', :number, '","rows":', touched.row_count, '}')
                  from import_household hh
                  join (select r.household_seq, count(*) as row_count from import_row r where %s and r.change_kind <> 0
                         group by r.household_seq) touched on touched.household_seq = hh.household_seq
                 where %s
                """.formatted(ROWS, HOUSEHOLDS));
    }

    private void change(Range range, String by, String sql) {
        jdbc.sql(sql).params(range.parameters()).param("number", range.job().number()).param("by", by).param("now", jobs.now())
                .update();
    }
}
