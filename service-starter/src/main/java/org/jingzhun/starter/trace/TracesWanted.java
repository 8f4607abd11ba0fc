package org.jingzhun.starter.trace;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Keeps tracing out of a service whose installation has no collector: none of its auto-configurations is looked at, so that a request costs nothing and a
 * start next to nothing. Sampling alone would leave a span for every request, made to be thrown away.
 */
class TracesWanted implements AutoConfigurationImportFilter, EnvironmentAware {

    private static final String[] TRACING = {"org.springframework.boot.micrometer.tracing.",
            "org.springframework.boot.opentelemetry.", "org.jingzhun.starter.trace."};

    private boolean wanted;

    @Override
    public void setEnvironment(Environment environment) {
        wanted = StringUtils.hasText(environment.getProperty(TraceSettings.URL));
    }

    @Override
    public boolean[] match(@Nullable String[] classes, AutoConfigurationMetadata metadata) {
        var matches = new boolean[classes.length];
        for (int i = 0; i < classes.length; i++) {
            matches[i] = wanted || !isTracing(classes[i]);
        }
        return matches;
    }

    private static boolean isTracing(@Nullable String name) {
        for (var prefix : TRACING) {
            if (name != null && name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
