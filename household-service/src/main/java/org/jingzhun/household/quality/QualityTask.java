package org.jingzhun.household.quality;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import org.jingzhun.household.quality.QualityRuns.NoLongerOurs;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;

/** Works off ordered runs, one at a time; a run that was broken off goes on behind the last village that is done. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QualitySettings.class)
class QualityTask {

    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("household-quality-run");

    private static final Logger log = LoggerFactory.getLogger(QualityTask.class);
    private static final int ATTEMPTS = 5;
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final LocalTime UNUSED = LocalTime.of(3, 0);

    private final QualityRuns runs;
    private final QualityCheck check;

    QualityTask(QualityRuns runs, QualityCheck check) {
        this.runs = runs;
        this.check = check;
    }

    @Bean
    CustomTask<Void> qualityRunJob() {
        return Tasks.custom(DESCRIPTOR).onFailureReschedule(FixedDelay.of(AGAIN)).onDeadExecutionRevive()
                .execute((instance, context) -> run(instance.getId(), () -> context.getSchedulerState().isShuttingDown()));
    }

    /** The whole register each night, where the setting says so. */
    @Bean
    RecurringTask<Void> qualityNightJob(QualitySettings settings, ObjectProvider<QualityService> service, Clock clock) {
        @Nullable
        LocalTime at = settings.nightlyAt();
        return Tasks.recurring("household-quality-night", Schedules.daily(clock.getZone(), at == null ? UNUSED : at))
                .execute((instance, context) -> {
                    if (at != null) {
                        service.getObject().startNightly();
                    }
                });
    }

    private CompletionHandler<Void> run(String number, BooleanSupplier stop) {
        var found = runs.find(number);
        if (found.isEmpty() || found.get().state().isOver()) {
            return new CompletionHandler.OnCompleteRemove<>();
        }
        var run = found.get();
        var worker = UUID.randomUUID().toString();
        try {
            if (!runs.take(run.id(), worker)) {
                return new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(AGAIN)); // its turn comes
            }
            return check.run(run.id(), worker, stop)
                    ? new CompletionHandler.OnCompleteRemove<>()
                    : new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO));
        } catch (NoLongerOurs e) {
            return new CompletionHandler.OnCompleteRemove<>();
        } catch (RuntimeException e) {
            return afterFailure(run, worker, e);
        }
    }

    /** Messages of the database may hold values of persons, so that only kinds are logged. */
    private CompletionHandler<Void> afterFailure(QualityRun run, String worker, RuntimeException failure) {
        var root = NestedExceptionUtils.getMostSpecificCause(failure);
        if (runs.failed(run.id()) < ATTEMPTS) {
            log.warn("Quality run {} is tried again after {} at {}", run.number(), root.getClass().getName(),
                    root.getStackTrace()[0]);
            return new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(AGAIN));
        }
        log.error("Quality run {} is given up after {} at {}", run.number(), root.getClass().getName(), root.getStackTrace()[0]);
        runs.finish(run.id(), worker, QualityRun.State.FAILED);
        return new CompletionHandler.OnCompleteRemove<>();
    }
}
