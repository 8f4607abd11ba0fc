package org.jingzhun.gateway.limit;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.problem.Problems;
import org.springframework.http.HttpStatus;

/** The answer to one request too many. */
final class TooMany {

    private TooMany() {}

    static void refuse(Problems problems, HttpServletRequest request, HttpServletResponse response, long waitNanos)
            throws IOException {
        var wait = Duration.ofSeconds(Math.max(1, Math.ceilDiv(waitNanos, 1_000_000_000L)));
        problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", wait, wait.toSeconds());
    }
}
