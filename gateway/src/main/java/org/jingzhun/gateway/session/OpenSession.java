package org.jingzhun.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The session of the request at hand, once the filter found it. */
final class OpenSession {

    private static final String SESSION = "jingzhun.session";
    private static final String LOST = "jingzhun.session-lost";

    private OpenSession() {}

    static @Nullable BrowserSession of(HttpServletRequest request) {
        return request.getAttribute(SESSION) instanceof BrowserSession session ? session : null;
    }

    static void put(HttpServletRequest request, BrowserSession session) {
        request.setAttribute(SESSION, session);
    }

    /** The browser showed a cookie whose session is over. */
    static void lost(HttpServletRequest request) {
        request.setAttribute(LOST, true);
    }

    static boolean isLost(HttpServletRequest request) {
        return request.getAttribute(LOST) != null;
    }
}
