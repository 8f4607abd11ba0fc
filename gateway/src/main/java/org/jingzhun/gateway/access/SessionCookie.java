package org.jingzhun.gateway.access;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The cookies that a browser holds of the gateway. {@code __Host-} binds them to this host, to TLS and to the whole path. */
public final class SessionCookie {

    public static final String SESSION = "__Host-jingzhun";

    /** Ties a sign-in that is under way to the browser that began it. */
    public static final String VISIT = "__Host-jingzhun-visit";

    private SessionCookie() {}

    public static boolean isSent(HttpServletRequest request) {
        return read(request, SESSION) != null;
    }

    public static @Nullable String read(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    /** Until the browser is closed; how long the session lives is decided by the gateway. */
    public static void set(HttpServletResponse response, String name, String value) {
        add(response, ResponseCookie.from(name, value));
    }

    public static void clear(HttpServletResponse response, String name) {
        add(response, ResponseCookie.from(name, "").maxAge(Duration.ZERO));
    }

    private static void add(HttpServletResponse response, ResponseCookie.ResponseCookieBuilder cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE,
                cookie.httpOnly(true).secure(true).sameSite("Lax").path("/").build().toString());
    }
}
