package org.jingzhun.household.telling;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks whether there is a backlog; once it is told, that is one short question a minute. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TellingSettings.class)
class TellingTasks {

    @Bean
    RecurringTask<Void> tellingBacklogJob(Backlog backlog) {
        return Tasks.recurring("household-telling-backlog", FixedDelay.of(Duration.ofMinutes(1))).execute((instance, context) -> {
            while (!context.getSchedulerState().isShuttingDown() && backlog.next()) {
                // the next households
            }
        });
    }
}
