package org.jingzhun.gateway.edge;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request its id, every answer its security headers, and counts it by route, method and status. One filter
 * instead of three, and instead of the framework's observation: this is the price that every request pays.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EdgeFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-Request-Id";

    private final EdgeSettings settings;
    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    EdgeFilter(EdgeSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var started = System.nanoTime();
        var id = id(request.getHeader(HEADER));
        request.setAttribute(Edge.REQUEST_ID, id);
        response.setHeader(HEADER, id);
        secure(response);
        MDC.put("requestId", id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove("requestId");
            timer(request, response).record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
        }
    }

    private void secure(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", settings.contentSecurityPolicy());
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", settings.permissionsPolicy());
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (settings.isHttps()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** The caller's own id where it is harmless in a log line, otherwise a new one. */
    private static String id(@Nullable String given) {
        if (given != null && isHarmless(given)) {
            return given;
        }
        var random = ThreadLocalRandom.current(); // unique is enough: the id protects nothing
        return hex(random.nextLong()) + hex(random.nextLong());
    }

    private static boolean isHarmless(String given) {
        if (given.isEmpty() || given.length() > 64) {
            return false;
        }
        for (int i = 0; i < given.length(); i++) {
            var c = given.charAt(i);
            if ("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_.".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String hex(long value) {
        var digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    private Timer timer(HttpServletRequest request, HttpServletResponse response) {
        var route = request.getAttribute(Edge.ROUTE) instanceof String service ? service : "gateway";
        return timers.computeIfAbsent(new Kind(route, method(request.getMethod()), response.getStatus()),
                kind -> Timer.builder("http.server.requests")
                        .tags("route", kind.route, "method", kind.method, "status", Integer.toString(kind.status))
                        .register(meters));
    }

    /** A made-up method must not make a new metric. */
    private static String method(String given) {
        return switch (given) {
            case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" -> given;
            default -> "OTHER";
        };
    }

    private record Kind(String route, String method, int status) {}
}
