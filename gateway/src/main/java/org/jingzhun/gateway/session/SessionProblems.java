package org.jingzhun.gateway.session;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** What a browser is told while the store of sessions, or identity, is away: in the filter and in the controller alike. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SessionProblems implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(SessionProblems.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Problems problems;

    SessionProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
            @Nullable Object handler, Exception failure) {
        try {
            if (failure instanceof SessionsUnavailable store) {
                write(request, response, store);
            } else if (failure instanceof IdentityUnavailable identity) {
                write(request, response, identity);
            } else {
                return null;
            }
        } catch (IOException e) {
            log.debug("The caller did not wait for the answer", e);
        }
        return new ModelAndView();
    }

    void write(HttpServletRequest request, HttpServletResponse response, SessionsUnavailable failure) throws IOException {
        log.warn("Sessions cannot be read: {}", failure.getMessage());
        problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "sessions-unavailable", RETRY_AFTER);
    }

    void write(HttpServletRequest request, HttpServletResponse response, IdentityUnavailable failure) throws IOException {
        log.warn("Identity cannot be asked: {}", failure.getMessage());
        problems.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "sign-in-unavailable", RETRY_AFTER);
    }
}
