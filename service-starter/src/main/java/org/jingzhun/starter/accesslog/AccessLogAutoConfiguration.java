package org.jingzhun.starter.accesslog;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The access log of every service with a database. */
@AutoConfiguration(afterName = {"org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
        "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration"}, beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(JdbcTemplate.class)
@EnableConfigurationProperties(AccessLogSettings.class)
public class AccessLogAutoConfiguration {

    @Bean
    AccessQueue accessQueue(JdbcTemplate jdbc, AccessLogSettings settings) {
        return new AccessQueue(jdbc, settings.flushEvery(), settings.capacity());
    }

    @Bean
    AccessLog accessLog(JdbcTemplate jdbc, AccessQueue queue, Clock clock) {
        return new AccessLog(jdbc, queue, clock);
    }

    /** Only where db-scheduler is there. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RecurringTask.class)
    static class Recurring {

        @Bean
        RecurringTask<Void> accessForgetting(JdbcClient jdbc, Clock clock, AccessLogSettings settings) {
            var forgetting = new AccessForgetting(jdbc, clock, settings.keepFor());
            return Tasks.recurring("access-forgetting", FixedDelay.of(Duration.ofHours(6)))
                    .execute((task, context) -> forgetting.forgetOld());
        }
    }
}
