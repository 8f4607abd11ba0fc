package org.jingzhun.starter.trace;

import feign.Capability;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of Boot's tracing is done otherwise here; {@link TracesWanted} decides whether there is any. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
@EnableConfigurationProperties(TraceSettings.class)
public class TraceAutoConfiguration {

    /** The gateway's decision holds; where there is none it is made here. */
    @Bean
    Sampler sampler(TraceSettings settings) {
        return Sampler.parentBased(new BegunByRequests(Sampler.traceIdRatioBased(settings.sampled())));
    }

    /** For a service that calls others by Feign. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(Capability.class)
    static class Feign {

        @Bean
        FeignTraces feignTraces(Tracer tracer, Propagator propagator) {
            return new FeignTraces(tracer, propagator);
        }
    }

    @Bean
    SpanExporters spanExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(exporters.orderedStream().<SpanExporter>map(DiscreetExporter::new).toList());
    }
}
