package org.jingzhun.starter.trace;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.jingzhun.starter.probe.ProbeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;

/** An installation that names no collector. */
@ProbeTest
class NoTraceTest {

    @Autowired
    ApplicationContext context;
    @Autowired
    Environment settings;

    @Test
    void thereIsNothingThatCouldSendOrMeasure() {
        assertThat(context.getBeanNamesForType(SpanExporter.class)).isEmpty();
        assertThat(context.getBeanNamesForType(OpenTelemetry.class)).isEmpty();
        assertThat(context.getBeanNamesForType(Tracer.class)).isEmpty();
        assertThat(context.getBeanNamesForType(FeignTraces.class)).isEmpty();
        assertThat(settings.getProperty("logging.expect-correlation-id", Boolean.class)).isFalse();
    }
}
