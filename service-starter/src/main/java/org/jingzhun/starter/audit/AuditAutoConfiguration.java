package org.jingzhun.starter.audit;

import java.time.Clock;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jingzhun.starter.crypto.CryptoAutoConfiguration;
import org.jingzhun.starter.crypto.Digests;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Audit for every service with a database. */
@AutoConfiguration(after = CryptoAutoConfiguration.class, afterName = {
        "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
        "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"}, beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean(Digests.class)
@EnableConfigurationProperties(AuditSettings.class)
public class AuditAutoConfiguration {

    @Bean
    Audit audit(JdbcClient jdbc, Clock clock) {
        return new Audit(jdbc, clock);
    }

    @Bean
    AuditEntries auditEntries(JdbcClient jdbc, JsonMapper json) {
        return new AuditEntries(jdbc, json);
    }

    @Bean
    AuditChain auditChain(JdbcClient jdbc, Digests digests) {
        return new AuditChain(jdbc, digests);
    }

    @Bean
    Sealer auditSealer(JdbcClient jdbc, PlatformTransactionManager transactions, Digests digests, Clock clock,
            AuditSettings settings) {
        return new Sealer(jdbc, new TransactionTemplate(transactions), digests, clock, settings.gapPatience(), settings.batch());
    }

    @Bean
    @ConditionalOnProperty("jingzhun.audit.verify")
    AuditVerification auditVerification(AuditChain chain, ApplicationContext context) {
        return new AuditVerification(chain, context);
    }

    /** Only where db-scheduler is there. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RecurringTask.class)
    static class Recurring {

        @Bean
        RecurringTask<Void> auditSealing(Sealer sealer, AuditSettings settings) {
            return Tasks.recurring("audit-seal", FixedDelay.of(settings.sealEvery()))
                    .execute((task, context) -> sealer.sealAll());
        }
    }
}
