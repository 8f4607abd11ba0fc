package org.jingzhun.starter.machine;

import java.time.Clock;

import io.micrometer.observation.ObservationRegistry;
import org.jingzhun.starter.web.WebAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Tokens of a service that has an account of its own. */
@AutoConfiguration(after = WebAutoConfiguration.class)
@ConditionalOnProperty("jingzhun.machine.client-id")
@ConditionalOnBean(Clock.class)
@EnableConfigurationProperties(MachineSettings.class)
public class MachineAutoConfiguration {

    @Bean
    MachineTokens machineTokens(MachineSettings settings, Clock clock, ObjectProvider<ObservationRegistry> observations) {
        return new MachineTokens(settings, clock, observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }
}
