package org.jingzhun.household.imports;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.imports.sheet.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All imports. Every change of a running one names the worker that means to make it, so that a worker given up for dead changes nothing. */
@Component
class ImportJobs {

    private final JdbcClient jdbc;
    private final Clock clock;

    ImportJobs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    void create(String number, String account, String area, int dataYear, String fileName, CommitMode mode) {
        jdbc.sql("""
                insert into import_job (number, account, area, county, data_year, file_name, commit_mode, state, phase, created_at,
                       changed_at)
                values (:number, :account, :area, :county, :year, :file, :mode, 'CREATED', 'WAITING_FOR_FILE', :now, :now)
                """).param("number", number).param("account", account).param("area", area).param("county", area.substring(0, 6))
                .param("year", dataYear).param("file", fileName).param("mode", mode.name()).param("now", now()).update();
    }

    Optional<ImportJob> find(String number) {
        return jdbc.sql("select " + ImportJob.COLUMNS + " from import_job where number = ?").param(number).query(ImportJob.class)
                .optional();
    }

    ImportJob get(long id) {
        return jdbc.sql("select " + ImportJob.COLUMNS + " from import_job where id = ?").param(id).query(ImportJob.class)
                .single();
    }

    /** Bytes that the files of an account take at the moment. */
    long storedBytes(String account) {
        return jdbc.sql("""
                select coalesce(sum(size), 0) from import_job
                 where account = ? and stored_upload is not null and file_deleted_at is null
                """).param(account).query(Long.class).single();
    }

    /** A new upload takes the place of an earlier one that broke off; empty where the import does not wait for a file. */
    Optional<Integer> startUpload(long id) {
        var started = jdbc.sql("""
                update import_job set upload = upload + 1, version = version + 1, changed_at = ? where id = ? and state = 'CREATED'
                """).param(now()).param(id).update();
        return started == 0
                ? Optional.empty()
                : Optional.of(jdbc.sql("select upload from import_job where id = ?").param(id).query(Integer.class).single());
    }

    /** False where another upload has begun since, or the import was cancelled. */
    boolean finishUpload(long id, int upload, long size, byte[] digest) {
        return jdbc.sql("""
                update import_job set state = 'UPLOADED', phase = 'QUEUED', stored_upload = upload, size = ?, digest = ?,
                       version = version + 1, changed_at = ?
                 where id = ? and upload = ? and state = 'CREATED'
                """).param(size).param(digest).param(now()).param(id).param(upload).update() == 1;
    }

    /** A worker takes the import over, from whoever had it before. */
    boolean take(long id, String worker) {
        return jdbc.sql("""
                update import_job set worker = ?, version = version + 1
                 where id = ? and state in ('UPLOADED', 'CHECKING', 'COMMITTING')
                """).param(worker).param(id).update() == 1;
    }

    /** The import as it is then, with the generation of digests under which its rows will be staged. */
    ImportJob startChecking(long id, String worker, int digestGeneration) {
        changed(jdbc.sql("""
                update import_job set state = 'CHECKING', phase = 'READING', template = null, fields = null, decision = null, done = 0,
                       total = 0, rate_since = :now,
                       rate_from = 0, normalised_cells = 0, digest_generation = :generation, version = version + 1, changed_at = :now
                 where id = :id and worker = :worker and state in ('UPLOADED', 'CHECKING')
                """).param("now", now()).param("generation", digestGeneration).param("id", id).param("worker", worker).update());
        return get(id);
    }

    /** All its staged rows have come to a generation; what is seen of the import stays the same. */
    void digestsAreOf(long id, int generation) {
        jdbc.sql("update import_job set digest_generation = :generation where id = :id and digest_generation < :generation")
                .param("generation", generation).param("id", id).update();
    }

    void enter(long id, String worker, ImportPhase phase, int done, int total) {
        changed(jdbc.sql("""
                update import_job set phase = :phase, done = :done, total = :total, rate_since = :now, rate_from = :done,
                       version = version + 1, changed_at = :now
                 where id = :id and worker = :worker and state in ('CHECKING', 'COMMITTING')
                """).param("phase", phase.name()).param("done", done).param("total", total).param("now", now()).param("id", id)
                .param("worker", worker).update());
    }

    void progress(long id, String worker, int done, int total) {
        changed(jdbc.sql("""
                update import_job set done = :done, total = :total, version = version + 1, changed_at = :now
                 where id = :id and worker = :worker and state in ('CHECKING', 'COMMITTING')
                """).param("done", done).param("total", total).param("now", now()).param("id", id).param("worker", worker)
                .update());
    }

    void recognised(long id, String worker, Layout layout) {
        changed(jdbc.sql("update import_job set template = ?, fields = ? where id = ? and worker = ? and state = 'CHECKING'")
                .param(layout.template().name()).param(layout.told().stream().map(Field::key).collect(Collectors.joining(",")))
                .param(id).param(worker).update());
    }

    void read(long id, String worker, int normalisedCells, int lastHousehold) {
        changed(jdbc.sql("""
                update import_job set normalised_cells = ?, last_household = ?, version = version + 1
                 where id = ? and worker = ? and state = 'CHECKING'
                """).param(normalisedCells).param(lastHousehold).param(id).param(worker).update());
    }

    void count(long id, String worker, Comparison.Counts counts) {
        changed(jdbc.sql("""
                update import_job set total_rows = :total, new_rows = :new, changed_rows = :changed, unchanged_rows = :unchanged,
                       refused_rows = :refused, conflicting_rows = :conflicting, newer_rows = :newer,
                       sensitive_households = :sensitive, warnings = :warnings, version = version + 1
                 where id = :id and worker = :worker and state in ('CHECKING', 'COMMITTING')
                """).param("total", counts.totalRows()).param("new", counts.newRows()).param("changed", counts.changedRows())
                .param("unchanged", counts.unchangedRows()).param("refused", counts.refusedRows())
                .param("conflicting", counts.conflictingRows()).param("newer", counts.newerRows())
                .param("sensitive", counts.sensitiveHouseholds()).param("warnings", counts.warnings()).param("id", id)
                .param("worker", worker).update());
    }

    /** The check is over; where the commit was ordered with the file and nobody else has to look or decide, it begins at once. */
    void checked(long id, String worker) {
        changed(jdbc.sql("""
                update import_job set state = if(%1$s, 'COMMITTING', 'CHECKED'),
                       phase = if(%1$s, 'QUEUED', 'WAITING_FOR_DECISION'), committer = if(%1$s, account, null),
                       done = if(%1$s, 0, total_rows), total = total_rows,
                       problem = case when conflicting_rows > 0 then 'import-needs-decision'
                                      when sensitive_households > 0 then 'second-officer-required' end, problem_arguments = null,
                       rate_since = :now, rate_from = 0, version = version + 1, changed_at = :now
                 where id = :id and worker = :worker and state = 'CHECKING'
                """.formatted("commit_mode = 'WHEN_CHECKED' and sensitive_households = 0 and conflicting_rows = 0"))
                .param("now", now()).param("id", id).param("worker", worker).update());
    }

    /** Orders the commit; false where the import is not in a state for it. */
    boolean startCommitting(long id, String committer) {
        return jdbc.sql("""
                update import_job set state = 'COMMITTING', phase = 'QUEUED', committer = :committer, problem = null, done = 0,
                       total = total_rows, rate_since = :now, rate_from = 0, version = version + 1, changed_at = :now
                 where id = :id and state = 'CHECKED'
                """).param("committer", committer).param("now", now()).param("id", id).update() == 1;
    }

    /** The progress of a chunk, in the transaction of its data. Locks the import's row: who cancels waits for the chunk. */
    void chunkDone(long id, String worker, int nextHousehold, int rows) {
        changed(jdbc.sql("""
                update import_job set next_household = :next, done = done + :rows, version = version + 1, changed_at = :now
                 where id = :id and worker = :worker and state = 'COMMITTING'
                """).param("next", nextHousehold).param("rows", rows).param("now", now()).param("id", id).param("worker", worker)
                .update());
    }

    void done(long id, String worker) {
        changed(jdbc.sql("""
                update import_job set state = 'DONE', phase = 'ENDED', done = total_rows, version = version + 1, changed_at = :now,
                       finished_at = :now
                 where id = :id and worker = :worker and state = 'COMMITTING'
                """).param("now", now()).param("id", id).param("worker", worker).update());
    }

    void refuse(long id, String worker, UnreadableFile reason) {
        end(id, worker, ImportState.REFUSED, reason.code(), String.join("\u001F", reason.arguments()));
    }

    void fail(long id, String worker) {
        end(id, worker, ImportState.FAILED, "import-failed", null);
    }

    private void end(long id, String worker, ImportState state, String problem, @Nullable String arguments) {
        jdbc.sql("""
                update import_job set state = :state, phase = 'ENDED', problem = :problem, problem_arguments = :arguments,
                       version = version + 1, changed_at = :now, finished_at = :now
                 where id = :id and worker = :worker and state in ('CHECKING', 'COMMITTING')
                """).param("state", state.name()).param("problem", problem)
                .param("arguments", arguments == null ? null : arguments.substring(0, Math.min(2000, arguments.length())))
                .param("now", now()).param("id", id).param("worker", worker).update();
    }

    /** Counts a failure of ours; the import is given up after some. */
    int failed(long id, String worker) {
        jdbc.sql("update import_job set failures = failures + 1 where id = ? and worker = ?").param(id).param(worker).update();
        return jdbc.sql("select failures from import_job where id = ?").param(id).query(Integer.class).single();
    }

    void forgetFailures(long id) {
        jdbc.sql("update import_job set failures = 0 where id = ? and failures > 0").param(id).update();
    }

    boolean cancel(long id) {
        return jdbc.sql("""
                update import_job set state = 'CANCELLED', phase = 'ENDED', problem = null, version = version + 1, changed_at = :now,
                       finished_at = :now
                 where id = :id and state in ('CREATED', 'UPLOADED', 'CHECKING', 'CHECKED', 'COMMITTING')
                """).param("now", now()).param("id", id).update() == 1;
    }

    /** Holds the county for this import; false while another one writes to it. Call it at the beginning of each transaction that writes. */
    boolean holdCounty(ImportJob job) {
        jdbc.sql("insert ignore into import_county (county, holder) values (?, null)").param(job.county()).update();
        var holder = jdbc.sql("select coalesce(holder, 0) from import_county where county = ? for update").param(job.county())
                .query(Long.class).single();
        if (holder == job.id()) {
            return true;
        }
        var busy = jdbc.sql("select count(*) from import_job where id = ? and state = 'COMMITTING'").param(holder)
                .query(Integer.class).single() > 0;
        if (busy) {
            return false;
        }
        jdbc.sql("update import_county set holder = ? where county = ?").param(job.id()).param(job.county()).update();
        return true;
    }

    void waiting(long id, String worker) {
        changed(jdbc.sql("""
                update import_job set phase = 'WAITING_FOR_COUNTY', version = version + 1
                 where id = ? and worker = ? and state = 'COMMITTING'
                """).param(id).param(worker).update());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw new NoLongerOurs();
        }
    }

    /** The import was cancelled, or another worker has taken it over. */
    static class NoLongerOurs extends RuntimeException {

        NoLongerOurs() {
            super("the import was cancelled or taken over");
        }
    }
}
