package org.jingzhun.gateway.session;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.access.SecurityConfiguration;
import org.jingzhun.gateway.access.SessionCookie;
import org.jingzhun.gateway.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the session of a cookie. A store that does not answer is told as such, never as "not signed in". */
class SessionFilter extends OncePerRequestFilter {

    private final BrowserSessions sessions;
    private final SessionProblems problems;

    SessionFilter(BrowserSessions sessions, SessionProblems problems) {
        this.sessions = sessions;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var session = find(request, response);
            if (session != null) {
                OpenSession.put(request, session);
                SecurityContextHolder.setContext(
                        new SecurityContextImpl(new SignedIn(session.account(), session.tokens().access())));
            }
            chain.doFilter(request, response);
        } catch (SessionsUnavailable e) {
            problems.write(request, response, e);
        } catch (IdentityUnavailable e) {
            problems.write(request, response, e);
        }
    }

    private @Nullable BrowserSession find(HttpServletRequest request, HttpServletResponse response) {
        var cookie = SessionCookie.read(request, SessionCookie.SESSION);
        if (cookie == null) {
            return null;
        }
        var secret = Secret.read(cookie);
        var session = secret == null ? null : sessions.find(secret);
        if (session != null && SecurityConfiguration.isApi(request)) {
            session = fresh(session);
        }
        if (session == null) {
            OpenSession.lost(request);
            SessionCookie.clear(response, SessionCookie.SESSION);
        }
        return session;
    }

    private @Nullable BrowserSession fresh(BrowserSession session) {
        try {
            return sessions.fresh(session);
        } catch (SignInEnded e) {
            return null;
        }
    }
}
