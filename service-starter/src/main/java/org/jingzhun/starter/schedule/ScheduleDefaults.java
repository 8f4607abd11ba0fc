package org.jingzhun.starter.schedule;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * How every service runs its jobs, unless its own settings say otherwise.
 *
 * <p>db-scheduler calls an instance dead after four missed heartbeats, and looks every second heartbeat: with 4 s, a killed instance's
 * job runs elsewhere after 16 to 25 s.
 */
class ScheduleDefaults implements EnvironmentPostProcessor {

    static final Map<String, Object> DEFAULTS = Map.of(
            "db-scheduler.heartbeat-interval", "4s",
            "db-scheduler.missed-heartbeats-limit", "4",
            "db-scheduler.polling-interval", "1s",
            "db-scheduler.threads", "4",
            "db-scheduler.immediate-execution-enabled", "true",
            "db-scheduler.always-persist-timestamp-in-utc", "true",
            "db-scheduler.delay-startup-until-context-ready", "true",
            "db-scheduler.shutdown-max-wait", "20s");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("jingzhun schedule defaults", DEFAULTS));
    }
}
