package org.jingzhun.gateway.trace;

import java.io.IOException;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.edge.Edge;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Begins the trace of a request, whatever its caller says, and tells it to the service and to the log. The span holds the service, the method, the status and
 * the request's id; the path stays out, as it may name somebody.
 */
class TraceFilter extends OncePerRequestFilter {

    private static final int SERVER_ERROR = 500;

    private final Tracer tracer;

    TraceFilter(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var span = tracer.spanBuilder("gateway").setNoParent().setSpanKind(SpanKind.SERVER).startSpan();
        var context = span.getSpanContext();
        request.setAttribute(Edge.TRACE,
                "00-" + context.getTraceId() + "-" + context.getSpanId() + "-" + context.getTraceFlags().asHex());
        MDC.put("traceId", context.getTraceId());
        MDC.put("spanId", context.getSpanId());
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("traceId");
            MDC.remove("spanId");
            if (span.isRecording()) {
                describe(span, request, response);
            }
            span.end();
        }
    }

    private static void describe(Span span, HttpServletRequest request, HttpServletResponse response) {
        var service = request.getAttribute(Edge.ROUTE) instanceof String route ? route : "gateway";
        var method = method(request.getMethod());
        span.updateName(method + " " + service);
        span.setAttribute("method", method);
        span.setAttribute("route", service);
        span.setAttribute("status", String.valueOf(response.getStatus()));
        span.setAttribute("request.id", String.valueOf(request.getAttribute(Edge.REQUEST_ID)));
        if (response.getStatus() >= SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
    }

    /** A made-up method must not make a new name. */
    private static String method(String given) {
        return switch (given) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> given;
            default -> "OTHER";
        };
    }
}
