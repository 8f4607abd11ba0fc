package org.jingzhun.gateway.limit;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.problem.Problems;
import org.jingzhun.gateway.redis.RedisLink;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what one account may ask, from however many addresses. */
@Component
@Order(-90) // Spring Security stands at -100: the sign-in is known here
class AccountLimitFilter extends OncePerRequestFilter {

    private final SharedLimit limit;
    private final Problems problems;

    AccountLimitFilter(LimitSettings settings, RedisLink<byte[]> cacheRedis, Problems problems) {
        this.limit = new SharedLimit("account", settings.account(), settings, cacheRedis);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caller = SecurityContextHolder.getContext().getAuthentication();
        var wait = caller == null ? 0 : limit.take(caller.getName());
        if (wait > 0) {
            TooMany.refuse(problems, request, response, wait);
        } else {
            chain.doFilter(request, response);
        }
    }
}
