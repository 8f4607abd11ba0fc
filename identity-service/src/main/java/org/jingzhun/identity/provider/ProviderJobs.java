package org.jingzhun.identity.provider;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets authorizations that are over. */
@Configuration(proxyBeanMethods = false)
class ProviderJobs {

    @Bean
    RecurringTask<Void> authorizationsForgotten(DigestedAuthorizations authorizations) {
        return Tasks.recurring("authorizations-forgotten", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((task, context) -> authorizations.forgetOver());
    }
}
