package org.jingzhun.starter.warm;

import javax.sql.DataSource;

import org.jingzhun.starter.feed.FeedAutoConfiguration;
import org.jingzhun.starter.machine.MachineAutoConfiguration;
import org.jingzhun.starter.machine.MachineTokens;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;

/** Warming up for every service that has a feed and was told how long. */
@AutoConfiguration(after = {FeedAutoConfiguration.class, MachineAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty({"jingzhun.warm-up.lasting", "jingzhun.feed.service"})
@ConditionalOnBean({DataSource.class, MachineTokens.class})
@EnableConfigurationProperties(WarmUpSettings.class)
public class WarmUpAutoConfiguration {

    @Bean
    WarmUp warmUp(WarmUpSettings settings, DataSource database, MachineTokens tokens,
            ServletWebServerApplicationContext service) {
        return new WarmUp(settings, database, tokens, () -> OwnFeed.address(service));
    }
}
