package org.jingzhun.household.figure.frozen;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jingzhun.household.figure.FigureSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counts the figures of snapshots that are older than frozen figures, one county and year after another. */
@Configuration(proxyBeanMethods = false)
class FreezingTask {

    @Bean
    RecurringTask<Void> frozenFiguresJob(Freezing freezing, FigureSettings settings) {
        return Tasks.recurring("household-frozen-figures", FixedDelay.of(settings.freezeLookEvery()))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && freezing.next()) {
                        // the next county and year
                    }
                });
    }
}
