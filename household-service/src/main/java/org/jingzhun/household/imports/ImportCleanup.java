package org.jingzhun.household.imports;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes uploaded files, and what was made of them, some days after their import, and the reasons of refused rows some months later;
 * imports that nobody went on with end.
 */
@Component
class ImportCleanup {

    private static final int AT_ONCE = 100;

    private final ImportJobs jobs;
    private final ImportFiles files;
    private final StagingTables staging;
    private final ImportSettings settings;
    private final JdbcClient jdbc;

    ImportCleanup(ImportJobs jobs, ImportFiles files, StagingTables staging, ImportSettings settings, JdbcClient jdbc) {
        this.jobs = jobs;
        this.files = files;
        this.staging = staging;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    void run() {
        deleteFiles();
        deleteFindings();
    }

    private void deleteFindings() {
        var old = jdbc.sql("""
                select j.id from import_job j
                 where j.file_deleted_at < ?
                   and (exists (select 1 from import_finding f where f.import_id = j.id)
                        or exists (select 1 from import_decision d where d.import_id = j.id))
                 limit
                """ + AT_ONCE).param(jobs.now().minus(settings.keepFindingsFor())).query(Long.class).list();
        for (var id : old) {
            staging.clear(id, true);
            jdbc.sql("delete from import_decision where import_id = ?").param(id).update();
        }
    }

    private void deleteFiles() {
        var before = jobs.now().minus(settings.keepFilesFor());
        var old = jdbc.sql("""
                select id from import_job where file_deleted_at is null and changed_at < ?
                   and state in ('CREATED', 'CHECKED', 'DONE', 'REFUSED', 'CANCELLED', 'FAILED') limit
                """ + AT_ONCE).param(before).query(Long.class).list();
        for (var id : old) {
            jobs.cancel(id);
            staging.clear(id, false);
            files.delete(id, Integer.MAX_VALUE);
            jdbc.sql("update import_job set file_deleted_at = ?, version = version + 1 where id = ?").param(jobs.now()).param(id)
                    .update();
        }
    }
}
