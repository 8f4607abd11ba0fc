package org.jingzhun.starter.trace;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

import feign.Capability;
import feign.Client;
import feign.Request;
import feign.Response;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;

/** Gives every call by Feign a span and tells the other service whose it is. Public because Feign calls it by reflection. */
public class FeignTraces implements Capability {

    private static final int REFUSED = 400;

    private final Tracer tracer;
    private final Propagator propagator;

    FeignTraces(Tracer tracer, Propagator propagator) {
        this.tracer = tracer;
        this.propagator = propagator;
    }

    @Override
    public Client enrich(Client client) {
        return (request, options) -> traced(client, request, options);
    }

    private Response traced(Client client, Request request, Request.Options options) throws IOException {
        var template = request.requestTemplate();
        var uri = withoutQuery(template.methodMetadata().template().path());
        var span = tracer.spanBuilder().kind(Span.Kind.CLIENT).name(request.httpMethod() + " " + uri)
                .tag("client.name", template.feignTarget().name()).tag("method", request.httpMethod().name()).tag("uri", uri)
                .start();
        try (var _ = tracer.withSpan(span)) {
            var answer = client.execute(told(request, span), options);
            span.tag("status", String.valueOf(answer.status()));
            if (answer.status() >= REFUSED) {
                span.tag("outcome", "REFUSED");
            }
            return answer;
        } catch (IOException | RuntimeException e) {
            span.tag("exception", e.getClass().getSimpleName());
            span.error(e);
            throw e;
        } finally {
            span.end();
        }
    }

    private Request told(Request request, Span span) {
        var headers = new LinkedHashMap<String, Collection<String>>(request.headers());
        propagator.inject(span.context(), headers, (carrier, name, value) -> {
            if (carrier != null) {
                carrier.put(name, List.of(value));
            }
        });
        return Request.create(request.httpMethod(), request.url(), headers, request.body(), request.charset(),
                request.requestTemplate());
    }

    private static String withoutQuery(String template) {
        var query = template.indexOf('?');
        return query < 0 ? template : template.substring(0, query);
    }
}
