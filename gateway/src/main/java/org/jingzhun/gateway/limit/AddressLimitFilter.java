package org.jingzhun.gateway.limit;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.problem.Problems;
import org.jingzhun.gateway.redis.RedisLink;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Limits what one network address may ask, before anything dearer is done for it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class AddressLimitFilter extends OncePerRequestFilter {

    private final SharedLimit limit;
    private final Problems problems;

    AddressLimitFilter(LimitSettings settings, RedisLink<byte[]> cacheRedis, Problems problems) {
        this.limit = new SharedLimit("address", settings.address(), settings, cacheRedis);
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = limit.take(network(request.getRemoteAddr()));
        if (wait > 0) {
            TooMany.refuse(problems, request, response, wait);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** An IPv6 subscriber owns a /64 and could change his address with every request. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        var groups = 0;
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == ':' && ++groups == 4) {
                return address.substring(0, i);
            }
        }
        return address;
    }
}
