package org.jingzhun.household.snapshot;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Runs snapshots: whoever finds one that nobody works on goes on with it. */
@Configuration(proxyBeanMethods = false)
class SnapshotTask {

    static final TaskDescriptor<Void> DESCRIPTOR = TaskDescriptor.of("household-snapshot");

    private static final Duration AGAIN = Duration.ofSeconds(2);

    @Bean
    CustomTask<Void> snapshotJob(Snapshots snapshots, Taking taking) {
        return Tasks.custom(DESCRIPTOR).onFailureReschedule(FixedDelay.of(AGAIN)).onDeadExecutionRevive()
                .execute((instance, context) -> {
                    while (true) {
                        var snapshot = snapshots.find(instance.getId());
                        if (snapshot.isEmpty() || snapshot.get().isDone() || !taking.next(snapshot.get())) {
                            return new CompletionHandler.OnCompleteRemove<>();
                        }
                        if (context.getSchedulerState().isShuttingDown()) {
                            return new CompletionHandler.OnCompleteReschedule<>(FixedDelay.of(Duration.ZERO));
                        }
                    }
                });
    }
}
