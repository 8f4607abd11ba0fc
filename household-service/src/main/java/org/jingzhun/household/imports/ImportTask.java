package org.jingzhun.household.imports;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jingzhun.household.imports.ImportJobs.NoLongerOurs;
import org.jingzhun.household.imports.sheet.UnreadableFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Runs imports: whoever finds one that nobody works on goes on with it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImportSettings.class)
class ImportTask {

    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("household-import");

    private static final Logger log = LoggerFactory.getLogger(ImportTask.class);
    private static final int ATTEMPTS = 5;
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final ImportJobs jobs;
    private final ImportCheck check;
    private final ImportCommit commit;
    private final StagingTables staging;

    ImportTask(ImportJobs jobs, ImportCheck check, ImportCommit commit, StagingTables staging) {
        this.jobs = jobs;
        this.check = check;
        this.commit = commit;
        this.staging = staging;
    }

    @Bean
    CustomTask<Void> importJob() {
        return Tasks.custom(DESCRIPTOR).onFailureReschedule(FixedDelay.of(AGAIN)).onDeadExecutionRevive()
                .execute((instance, context) -> {
                    var number = instance.getId().substring(0, instance.getId().indexOf('/'));
                    return run(number, () -> context.getSchedulerState().isShuttingDown());
                });
    }

    @Bean
    RecurringTask<Void> importCleanupJob(ImportCleanup cleanup) {
        return Tasks.recurring("household-import-cleanup", FixedDelay.of(Duration.ofHours(1)))
                .execute((instance, context) -> cleanup.run());
    }

    private CompletionHandler<Void> run(String number, BooleanSupplier stop) {
        var found = jobs.find(number);
        if (found.isEmpty()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        var job = found.get();
        var worker = UUID.randomUUID().toString();
        try {
            if (!jobs.take(job.id(), worker)) {
                sweep(job.id());
                return new CompletionHandler.OnCompleteRemove<>();
            }
            return work(job.id(), worker, stop);
        } catch (NoLongerOurs e) {
            return new CompletionHandler.OnCompleteRemove<>();
        } catch (UnreadableFile e) {
            jobs.refuse(job.id(), worker, e);
            staging.clear(job.id(), true);
            return new CompletionHandler.OnCompleteRemove<>();
        } catch (RuntimeException e) {
            return afterFailure(job, worker, e);
        }
    }

    private CompletionHandler<Void> work(long id, String worker, BooleanSupplier stop) {
        var job = jobs.get(id);
        if (job.state() != ImportState.COMMITTING) {
            check.run(job, worker);
            job = jobs.get(id);
            if (job.state() != ImportState.COMMITTING) {
                return new CompletionHandler.OnCompleteRemove<>();
            }
        }
        return switch (commit.run(job, worker, stop)) {
            case DONE -> new CompletionHandler.OnCompleteRemove<>();
            case COUNTY_BUSY -> new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(Duration.ofSeconds(1)));
            case STOPPED -> new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO));
        };
    }

    /** A job that is over leaves nothing in staging. */
    private void sweep(long id) {
        if (jobs.get(id).state().isOver()) {
            staging.clear(id, false);
        }
    }

    /** Tries again in a moment; messages of the database may hold values of a file, so that only kinds are logged. */
    private CompletionHandler<Void> afterFailure(ImportJob job, String worker, RuntimeException failure) {
        var root = NestedExceptionUtils.getMostSpecificCause(failure);
        var kind = root.getClass().getName() + (root instanceof SQLException sql ? " " + sql.getErrorCode() : "");
        if (isOutage(failure)) {
            throw new ImportInterrupted(kind);
        }
        if (jobs.failed(job.id(), worker) < ATTEMPTS) {
            log.warn("Import {} is tried again after {} at {}", job.number(), kind, root.getStackTrace()[0]);
            throw new ImportInterrupted(kind);
        }
        log.error("Import {} is given up after {} at {}", job.number(), kind, List.of(root.getStackTrace()));
        jobs.fail(job.id(), worker);
        staging.clear(job.id(), false);
        return new CompletionHandler.OnCompleteRemove<>();
    }

    private static boolean isOutage(RuntimeException failure) {
        return failure instanceof DataAccessResourceFailureException || failure instanceof TransientDataAccessException
                || failure instanceof CannotCreateTransactionException;
    }

    /** Told to the scheduler in place of the failure itself. */
    private static final class ImportInterrupted extends RuntimeException {

        ImportInterrupted(String kind) {
            super("import interrupted by " + kind, null, false, false);
        }
    }
}
