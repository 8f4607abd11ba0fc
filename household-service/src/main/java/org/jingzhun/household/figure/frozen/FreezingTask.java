package org.jingzhun.household.figure.frozen;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts the figures of snapshots that are older than frozen figures, one county and year after another. */
@Configuration(proxyBeanMethods = false)
class FreezingTask {

    private static final Duration LOOKED_FOR = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> frozenFiguresJob(Freezing freezing) {
        return Tasks.recurring("household-frozen-figures", FixedDelay.of(LOOKED_FOR)).execute((instance, context) -> {
            while (!context.getSchedulerState().isShuttingDown() && freezing.next()) {
                // the next county and year
            }
        });
    }
}
