package org.jingzhun.starter.idempotency;

import java.time.Clock;
import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jingzhun.starter.crypto.CryptoAutoConfiguration;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.database.DatabaseAutoConfiguration;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.problem.ProblemAutoConfiguration;
import org.jingzhun.starter.problem.Problems;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Idempotency for every service with a database. */
@AutoConfiguration(after = {CryptoAutoConfiguration.class, DatabaseAutoConfiguration.class,
        ProblemAutoConfiguration.class}, beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@EnableConfigurationProperties(IdempotencySettings.class)
public class IdempotencyAutoConfiguration {

    @Bean
    @ConditionalOnBean({Digests.class, Transactions.class})
    Idempotency idempotency(JdbcClient jdbc, Transactions transactions, Digests digests, Clock clock,
            IdempotencySettings settings) {
        return new Idempotency(jdbc, transactions, digests, clock, settings.keepFor());
    }

    /** Also in a slice of the web layer, where {@link Idempotency} itself is a stand-in. */
    @Bean
    @ConditionalOnBean(Problems.class)
    IdempotencyProblems idempotencyProblems(Problems problems) {
        return new IdempotencyProblems(problems);
    }

    /** Only where db-scheduler is there. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RecurringTask.class)
    @ConditionalOnBean(Digests.class)
    static class Recurring {

        @Bean
        RecurringTask<Void> idempotencyAgeing(Idempotency idempotency) {
            return Tasks.recurring("idempotency-ageing", FixedDelay.of(Duration.ofHours(1)))
                    .execute((task, context) -> idempotency.forgetOld());
        }
    }
}
