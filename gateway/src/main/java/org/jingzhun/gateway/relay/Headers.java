package org.jingzhun.gateway.relay;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jingzhun.gateway.edge.Edge;
import org.jspecify.annotations.Nullable;

/** Which headers pass. Those of one connection never do; those that only the gateway may say are said by it alone. */
final class Headers {

    /** What an instance says that is about to end. */
    static final String LEAVING = "X-Jingzhun-Leaving";

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String INSTANCE = "X-Jingzhun-Instance";

    private static final Set<String> HOP = Set.of("connection", "keep-alive", "proxy-connection", "proxy-authenticate",
            "proxy-authorization", "te", "trailer", "transfer-encoding", "upgrade", "http2-settings");

    private static final Set<String> SAID_BY_GATEWAY = Set.of("host", "content-length", "expect", "cookie", "authorization",
            "forwarded", "x-real-ip", "x-request-id", "x-csrf-token", "via", "x-client-ip", "true-client-ip",
            "traceparent", "tracestate", "baggage");

    private static final Set<String> KEPT_FROM_CALLER = Set.of("server", "x-powered-by", "strict-transport-security",
            "x-request-id", "content-length", "set-cookie", "date", "x-application-context", "x-jingzhun-leaving",
            "x-jingzhun-instance");

    private Headers() {}

    /** Where a service may have a stand-in, callers are told which of the two it was: whoever replaces one sees what he does. */
    static void sayInstance(HttpServletRequest caller, HttpServletResponse response) {
        if (caller.getAttribute(Edge.INSTANCE) instanceof String instance) {
            response.setHeader(INSTANCE, instance);
        }
    }

    static boolean passesToService(String name, Set<String> named) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !HOP.contains(lower) && !SAID_BY_GATEWAY.contains(lower) && !lower.startsWith("x-forwarded-")
                && !lower.startsWith("x-jingzhun-") && !lower.startsWith("x-original-") && !lower.startsWith("x-rewrite-")
                && !named.contains(lower);
    }

    static boolean passesToCaller(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return !HOP.contains(lower) && !KEPT_FROM_CALLER.contains(lower);
    }

    /** Headers that {@code Connection} declares to be for one hop only. */
    static Set<String> named(HttpServletRequest request) {
        var connection = request.getHeader("Connection");
        if (connection == null || connection.equalsIgnoreCase("keep-alive") || connection.equalsIgnoreCase("close")) {
            return Set.of();
        }
        var names = new HashSet<String>();
        for (var name : connection.split(",", -1)) {
            names.add(name.strip().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** A page's own cookies, without the gateway's. */
    static @Nullable String othersCookies(HttpServletRequest request, Set<String> own) {
        var sent = request.getHeader("Cookie");
        if (sent == null) {
            return null;
        }
        var others = new StringBuilder();
        for (var cookie : sent.split(";", -1)) {
            var text = cookie.strip();
            var end = text.indexOf('=');
            if (end > 0 && !own.contains(text.substring(0, end).strip())) {
                others.append(others.isEmpty() ? "" : "; ").append(text);
            }
        }
        return others.isEmpty() ? null : others.toString();
    }
}
