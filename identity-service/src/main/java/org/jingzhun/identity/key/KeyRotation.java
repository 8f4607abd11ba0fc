package org.jingzhun.identity.key;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks regularly whether the next signing key is due. */
@Configuration(proxyBeanMethods = false)
class KeyRotation {

    @Bean
    RecurringTask<Void> signingKeyRotation(SigningKeys keys, KeySettings settings) {
        return Tasks.recurring("signing-key-rotation", FixedDelay.of(settings.check()))
                .execute((task, context) -> keys.replaceWhenDue());
    }
}
