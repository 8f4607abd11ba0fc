package org.jingzhun.identity.session;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tells Redis what it did not hear the first time. */
@Configuration(proxyBeanMethods = false)
class SessionJobs {

    @Bean
    RecurringTask<Void> cutoffsForRedisOnceMore(CutoffsForRedis cutoffs) {
        return Tasks.recurring("cutoffs-for-redis", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((task, context) -> cutoffs.tellRedis());
    }
}
