package org.jingzhun.starter.watch;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** How every service shows itself, unless its own settings say otherwise. */
class WatchDefaults implements EnvironmentPostProcessor {

    static final Map<String, Object> DEFAULTS = Map.of(
            "management.endpoints.web.exposure.include", "health,info,prometheus",
            "management.endpoint.health.probes.enabled", "true",
            // a few steps that tell a 99th percentile, instead of the 70 of a full histogram per path and status
            "management.metrics.distribution.slo.http.server.requests", "5ms,10ms,20ms,50ms,100ms,200ms,500ms,1s,2s,5s",
            // LOG_FORMAT=json: one JSON object a line, with the request's identifier
            "jingzhun.log.json", "logstash",
            "jingzhun.log.text", "",
            "logging.structured.format.console", "${jingzhun.log.${LOG_FORMAT:text}}");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("jingzhun watch defaults", DEFAULTS));
    }
}
