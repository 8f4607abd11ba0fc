package org.jingzhun.gateway.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** Tracing, where a collector is named. The bare SDK: the edge makes one span, and pays for nothing else. */
@Configuration(proxyBeanMethods = false)
@Conditional(TraceConfiguration.Wanted.class)
@EnableConfigurationProperties(TraceSettings.class)
class TraceConfiguration {

    static class Wanted implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return StringUtils.hasText(context.getEnvironment().getProperty("jingzhun.gateway.trace.url"));
        }
    }

    @Bean
    SdkTracerProvider traces(TraceSettings settings) {
        var collector = OtlpHttpSpanExporter.builder().setEndpoint(settings.url()).build();
        return SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "gateway"))))
                .setSampler(Sampler.traceIdRatioBased(settings.sampled()))
                .addSpanProcessor(BatchSpanProcessor.builder(collector).build())
                .build();
    }

    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter(SdkTracerProvider traces) {
        var filter = new FilterRegistrationBean<>(new TraceFilter(traces.get("org.jingzhun.gateway")));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1); // inside of the edge, which knows the request's id
        return filter;
    }
}
