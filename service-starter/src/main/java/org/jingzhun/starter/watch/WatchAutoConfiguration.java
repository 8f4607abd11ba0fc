package org.jingzhun.starter.watch;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Metrics of a service with a database. */
@AutoConfiguration(afterName = {"org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
        "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"})
@ConditionalOnClass({MeterRegistry.class, JdbcClient.class})
@ConditionalOnBean({MeterRegistry.class, JdbcClient.class})
@EnableConfigurationProperties(WatchSettings.class)
@Import(FeedLevels.class)
public class WatchAutoConfiguration {

    @Bean
    Levels levels(List<Level> levels, JdbcClient jdbc, MeterRegistry meters, WatchSettings settings) {
        return new Levels(levels, jdbc, meters, settings.every());
    }
}
