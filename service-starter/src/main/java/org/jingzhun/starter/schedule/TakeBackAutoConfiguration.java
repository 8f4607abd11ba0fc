package org.jingzhun.starter.schedule;

import java.time.Clock;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What needs the scheduler to be there, and is therefore looked at after it. */
@AutoConfiguration(after = DbSchedulerAutoConfiguration.class)
@ConditionalOnClass({Scheduler.class, DbSchedulerAutoConfiguration.class, JdbcClient.class})
public class TakeBackAutoConfiguration {

    @Bean
    @ConditionalOnBean(Scheduler.class)
    TakeBack takeBack(JdbcClient jdbc, Clock clock, DbSchedulerProperties settings) {
        return new TakeBack(jdbc, clock, settings.getSchedulerName(), settings.getHeartbeatInterval());
    }
}
