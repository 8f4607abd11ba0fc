package org.jingzhun.gateway.access;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** A token and a session at once would let one be checked and the other be used. */
class OneCredentialFilter extends OncePerRequestFilter {

    private final Problems problems;

    OneCredentialFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SessionCookie.isSent(request)) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "two-credentials");
        } else {
            chain.doFilter(request, response);
        }
    }
}
