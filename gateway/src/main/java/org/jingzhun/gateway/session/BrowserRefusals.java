package org.jingzhun.gateway.session;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** How the browser chain refuses: somebody who looks at a page is led to the sign-in, a program gets a problem. */
class BrowserRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    BrowserRefusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (isNavigation(request)) {
            var query = request.getQueryString();
            var target = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.LOCATION,
                    "/session/sign-in?target=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(request, response, HttpStatus.UNAUTHORIZED,
                OpenSession.isLost(request) ? "session-ended" : "sign-in-needed");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        problems.write(request, response, HttpStatus.FORBIDDEN,
                refused instanceof CsrfException ? "csrf-token-missing" : "not-allowed");
    }

    private static boolean isNavigation(HttpServletRequest request) {
        if (!request.getMethod().equals("GET")) {
            return false;
        }
        var mode = request.getHeader("Sec-Fetch-Mode");
        if (mode != null) {
            return mode.equals("navigate");
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.startsWith("text/html");
    }
}
