package org.jingzhun.household.duplicate;

import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;

/** Runs searches: whoever finds one that nobody works on goes on with it. */
@Configuration(proxyBeanMethods = false)
class SearchTask {

    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("household-duplicate-search");

    private static final Logger log = LoggerFactory.getLogger(SearchTask.class);
    private static final int ATTEMPTS = 5;
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private final SearchJobs jobs;
    private final DuplicateSearch search;

    SearchTask(SearchJobs jobs, DuplicateSearch search) {
        this.jobs = jobs;
        this.search = search;
    }

    @Bean
    CustomTask<Void> duplicateSearchJob() {
        return Tasks.custom(DESCRIPTOR).onFailureReschedule(FixedDelay.of(AGAIN)).onDeadExecutionRevive()
                .execute((instance, context) -> run(instance.getId(), () -> context.getSchedulerState().isShuttingDown()));
    }

    private CompletionHandler<Void> run(String number, BooleanSupplier stop) {
        try {
            return search.run(number, stop)
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO));
        } catch (SearchJobs.NoLongerOurs e) {
            return new CompletionHandler.OnCompleteRemove<>();
        } catch (RuntimeException e) {
            return afterFailure(number, e);
        }
    }

    /** Tries again in a moment; messages of the database may hold values of the register, so that only kinds are logged. */
    private CompletionHandler<Void> afterFailure(String number, RuntimeException failure) {
        var root = NestedExceptionUtils.getMostSpecificCause(failure);
        var kind = root.getClass().getName() + (root instanceof SQLException sql ? " " + sql.getErrorCode() : "");
        log.warn("The search {} for double entries met {} at {}", number, kind, root.getStackTrace()[0]);
        var job = jobs.find(number);
        return job.isEmpty() || jobs.failed(job.get(), ATTEMPTS)
                ? new CompletionHandler.OnCompleteRemove<>()
                : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(AGAIN));
    }
}
