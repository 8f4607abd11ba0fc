package org.jingzhun.gateway.relay;

import java.io.IOException;
import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.edge.BodyTooLarge;
import org.jingzhun.gateway.edge.Edge;
import org.jingzhun.gateway.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** How the relay refuses: an outage is told as an outage, with the service's name. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RelayProblems implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(RelayProblems.class);
    private static final ModelAndView ANSWERED = new ModelAndView();

    private final Problems problems;
    private final Duration retryAfter;

    RelayProblems(Problems problems, RelaySettings settings) {
        this.problems = problems;
        this.retryAfter = settings.retryAfter();
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        if (response.isCommitted()) {
            return null;
        }
        Headers.sayInstance(request, response);
        try {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) { // the breaker wraps what it lets through
                if (answered(request, response, cause)) {
                    return ANSWERED;
                }
            }
            return null;
        } catch (IOException e) {
            log.debug("The caller did not wait for the answer", e);
            return ANSWERED;
        }
    }

    private boolean answered(HttpServletRequest request, HttpServletResponse response, Throwable cause) throws IOException {
        switch (cause) {
            case CallNotPermittedException open -> {
                request.setAttribute(Edge.ROUTE, open.getCausingCircuitBreakerName());
                out(request, response, open.getCausingCircuitBreakerName());
            }
            case ServiceUnreachable out -> {
                log.warn("{} cannot be reached: {}", out.service(), String.valueOf(out.getCause()));
                out(request, response, out.service());
            }
            case ServiceSilent silent -> {
                log.warn("{} did not answer in time", silent.service());
                problems.write(request, response, HttpStatus.GATEWAY_TIMEOUT, "service-silent", retryAfter,
                        name(request, silent.service()));
            }
            case ServiceBroken broken -> {
                log.warn("{} broke off its answer: {}", broken.service(), String.valueOf(broken.getCause()));
                withoutAnswer(response);
                problems.write(request, response, HttpStatus.BAD_GATEWAY, "service-broken", retryAfter,
                        name(request, broken.service()));
            }
            case BodyTooLarge large -> {
                response.setHeader(HttpHeaders.CONNECTION, "close");
                problems.write(request, response, HttpStatus.CONTENT_TOO_LARGE, "body-too-large", large.limit());
            }
            case CallerGone gone -> log.debug("The caller broke off", gone);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void out(HttpServletRequest request, HttpServletResponse response, String service) throws IOException {
        problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", retryAfter,
                name(request, service));
    }

    private String name(HttpServletRequest request, String service) {
        return problems.word("service." + service, request);
    }

    /** Takes back what was already said about a body that will not come. */
    private static void withoutAnswer(HttpServletResponse response) {
        for (var name : response.getHeaderNames()) {
            var lower = name.toLowerCase(java.util.Locale.ROOT);
            if (lower.equals("etag") || lower.equals("last-modified") || lower.equals("content-encoding")
                    || lower.equals("content-disposition") || lower.equals("accept-ranges") || lower.equals("content-range")) {
                response.setHeader(name, null);
            }
        }
    }
}
