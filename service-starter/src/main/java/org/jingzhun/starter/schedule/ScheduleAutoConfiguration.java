package org.jingzhun.starter.schedule;

import java.util.Optional;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** db-scheduler as all services use it. */
@AutoConfiguration(before = DbSchedulerAutoConfiguration.class)
@ConditionalOnClass({Scheduler.class, DbSchedulerAutoConfiguration.class, JdbcClient.class})
public class ScheduleAutoConfiguration {

    /** The data of jobs are JSON: readable, and nothing is made from bytes that somebody wrote into the table. */
    @Bean
    @ConditionalOnMissingBean
    DbSchedulerCustomizer jobsAsJson() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new Jackson3Serializer());
            }
        };
    }
}
