package org.jingzhun.household.figure;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Folds movements, and fills in a register that is older than its figures, wherever there is something to do. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FigureSettings.class)
class FigureTasks {

    @Bean
    RecurringTask<Void> figureFoldingJob(Folding folding, FigureSettings settings) {
        return Tasks.recurring("household-figure-folding", FixedDelay.of(settings.foldEvery())).execute((instance, context) -> {
            while (folding.next() == settings.rowsPerFold() && !context.getSchedulerState().isShuttingDown()) {
                // the next rows
            }
        });
    }

    @Bean
    RecurringTask<Void> figureFillingJob(Filling filling, FigureSettings settings) {
        return Tasks.recurring("household-figure-filling", FixedDelay.of(settings.fillLookEvery()))
                .execute((instance, context) -> {
                    while (!context.getSchedulerState().isShuttingDown() && filling.next()) {
                        // the next households
                    }
                });
    }
}
