package org.jingzhun.identity.signin;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Forgets failures that count no more. */
@Configuration(proxyBeanMethods = false)
class SignInJobs {

    @Bean
    RecurringTask<Void> signInFailuresForgotten(Failures failures) {
        return Tasks.recurring("sign-in-failures-forgotten", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((task, context) -> failures.forgetOld());
    }
}
