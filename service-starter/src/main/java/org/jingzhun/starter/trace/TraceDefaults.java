package org.jingzhun.starter.trace;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.util.StringUtils;

/** How every service traces, unless its own settings say otherwise. */
class TraceDefaults implements EnvironmentPostProcessor {

    static final Map<String, Object> DEFAULTS = Map.of(
            TraceSettings.URL, "${TRACES_URL:}",
            "jingzhun.traces.sampled", "${TRACES_SAMPLED:0.05}",
            "management.opentelemetry.tracing.export.otlp.endpoint", "${" + TraceSettings.URL + "}",
            "management.tracing.propagation.type", "w3c",
            "management.tracing.baggage.enabled", "false"); // what a caller says is not carried from service to service

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("jingzhun trace defaults", DEFAULTS));
        environment.getPropertySources().addLast(new Wanted(environment));
    }

    /** Boot's own switch follows the address. Without it a line of the log keeps no room for the identifiers of a trace. */
    private static class Wanted extends PropertySource<Object> {

        private final Environment environment; // not its source: Boot looks into environments that are sources

        Wanted(Environment environment) {
            super("jingzhun traces wanted", new Object());
            this.environment = environment;
        }

        @Override
        public @Nullable Object getProperty(String name) {
            return name.equals("management.tracing.export.enabled")
                    ? StringUtils.hasText(environment.getProperty(TraceSettings.URL))
                    : null;
        }
    }
}
