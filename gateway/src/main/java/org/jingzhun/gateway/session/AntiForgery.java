package org.jingzhun.gateway.session;

import java.util.Set;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/** The token against forged requests (CSRF) is made from the session's secret: nothing to store, and it ends with the session. */
final class AntiForgery implements CsrfTokenRepository, CsrfTokenRequestHandler {

    static final String HEADER = "X-CSRF-Token";

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** Without a session there is nothing that a forged request could use. */
    static boolean isDemanded(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod()) && OpenSession.of(request) != null;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var session = OpenSession.of(request);
        return new DefaultCsrfToken(HEADER, "_csrf", (session == null ? Secret.create() : session.secret()).antiForgery());
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {}

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken expected) {
        return request.getHeader(HEADER); // never a parameter: that would read the body
    }
}
