package org.jingzhun.starter.web;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A service that was told to end says so in its answers for a while before it takes no more requests: connections that rest at the caller
 * are then not closed under a request. It ends before all else of the context does, the web server included.
 */
class Leaving extends OncePerRequestFilter implements SmartLifecycle {

    static final String HEADER = "X-Jingzhun-Leaving";

    private final Duration leaveFor;
    private volatile boolean running;
    private volatile boolean leaving;

    Leaving(Duration leaveFor) {
        this.leaveFor = leaveFor;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leaving) {
            response.setHeader(HEADER, "true");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        leaving = true;
        try {
            Thread.sleep(leaveFor);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
