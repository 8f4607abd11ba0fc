package org.jingzhun.starter.rotation;

import java.time.Clock;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.AuditAutoConfiguration;
import org.jingzhun.starter.crypto.CryptoAutoConfiguration;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.crypto.KeyRing;
import org.jingzhun.starter.crypto.StoredDigests;
import org.jingzhun.starter.database.DatabaseAutoConfiguration;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.problem.ProblemAutoConfiguration;
import org.jingzhun.starter.problem.Problems;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rotation of keys for every service with a database; what is encrypted, its {@link EncryptedColumn} beans say, and where digests stand its
 * {@link DigestedRows}.
 */
@AutoConfiguration(after = {CryptoAutoConfiguration.class, DatabaseAutoConfiguration.class,
        AuditAutoConfiguration.class,
        ProblemAutoConfiguration.class}, beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnClass(JdbcClient.class)
@ConditionalOnBean({KeyRing.class, Transactions.class, Audit.class})
@EnableConfigurationProperties(RotationSettings.class)
public class RotationAutoConfiguration {

    @Bean
    KeyRotations keyRotations(JdbcClient jdbc, Clock clock, ListableBeanFactory beans) {
        return new KeyRotations(jdbc, clock, beans.getBeanNamesForType(DigestedRows.class, true, false).length > 0);
    }

    @Bean
    RotationJob rotationJob(JdbcTemplate jdbc, Transactions transactions, KeyRing keys, FieldCipher cipher,
            ObjectProvider<EncryptedColumn> columns, Audit audit, Clock clock, RotationSettings settings) {
        return new RotationJob(jdbc, transactions, keys, cipher, columns.orderedStream().toList(), audit, clock,
                settings.overlap());
    }

    @Bean
    DigestRotationJob digestRotationJob(JdbcClient jdbc, Transactions transactions, StoredDigests digests,
            ObjectProvider<DigestedRows> rows, Audit audit, Clock clock, RotationSettings settings) {
        return new DigestRotationJob(jdbc, transactions, digests, rows.orderedStream().toList(), audit, clock,
                settings.overlap());
    }

    @Bean
    @ConditionalOnBean(Problems.class)
    RotationProblems rotationProblems(Problems problems) {
        return new RotationProblems(problems);
    }

    /** Only where db-scheduler is there. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(RecurringTask.class)
    static class Recurring {

        @Bean
        RecurringTask<Void> fieldKeyRotation(RotationJob job, RotationSettings settings) {
            return Tasks.recurring("field-key-rotation", FixedDelay.of(settings.lookEvery()))
                    .execute((task, context) -> job.run(() -> context.getSchedulerState().isShuttingDown()));
        }

        @Bean
        RecurringTask<Void> digestKeyRotation(DigestRotationJob job, RotationSettings settings) {
            return Tasks.recurring("digest-key-rotation", FixedDelay.of(settings.lookEvery()))
                    .execute((task, context) -> job.run(() -> context.getSchedulerState().isShuttingDown()));
        }
    }
}
