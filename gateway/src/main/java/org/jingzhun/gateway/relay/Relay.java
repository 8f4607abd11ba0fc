package org.jingzhun.gateway.relay;

import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.util.Timeout;
import org.jingzhun.gateway.access.SessionCookie;
import org.jingzhun.gateway.access.SignedIn;
import org.jingzhun.gateway.edge.Edge;
import org.jingzhun.gateway.edge.EdgeSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The last hop of a route. It stands in for the framework's handler, which builds every URI and every header list several times
 * over and reads form bodies into memory: here one pass writes the request, and bodies stream both ways.
 *
 * <p>Under {@code /api/} the service gets the caller's access token and never a cookie; identity's own pages get their own
 * cookies and headers as the browser sent them.
 */
@Component
class Relay extends ProxyExchangeHandlerFunction {

    private static final Set<String> OWN_COOKIES = Set.of(SessionCookie.SESSION, SessionCookie.VISIT);

    private static final int KEPT = 64 * 1024;

    private final Sending sending;
    private final RequestConfig uploads;
    private final String publicScheme;
    private final String publicHost;
    private final Map<URI, HttpHost> hosts = new ConcurrentHashMap<>();

    Relay(Sending sending, RelaySettings settings, EdgeSettings edge, ProxyExchange unused,
            ObjectProvider<RequestHttpHeadersFilter> onRequest,
            ObjectProvider<ResponseHttpHeadersFilter> onResponse) {
        super(unused, onRequest, onResponse);
        this.sending = sending;
        this.uploads = RelayConfiguration.patience(settings).setResponseTimeout(Timeout.of(settings.uploadRead()))
                .setExpectContinueEnabled(true) // a refusal comes before the file, not while it is sent and the connection is cut
                .build();
        this.publicScheme = edge.publicUrl().getScheme();
        this.publicHost = edge.publicUrl().getAuthority();
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        var service = service(request);
        var caller = request.servletRequest();
        caller.setAttribute(Edge.ROUTE, service);
        var base = (URI) Objects.requireNonNull(request.attributes().get(MvcUtils.GATEWAY_REQUEST_URL_ATTR));
        var own = hosts.computeIfAbsent(base, Instances::host);
        var isPage = !caller.getRequestURI().startsWith("/api/");
        var outgoing = new BasicClassicHttpRequest(caller.getMethod(), own, target(request));
        writeHeaders(caller, outgoing, isPage);
        writeBody(caller, outgoing);
        var answer = sending.send(
                new Sending.Call(caller, service, own, outgoing, context(caller), isReading(outgoing), isOnce(outgoing)));
        return new RelayedResponse(service, answer, isPage);
    }

    /** Routes are named by their service: {@code household}, {@code household-docs}. */
    private static String service(ServerRequest request) {
        var route = String.valueOf(request.attributes().get(MvcUtils.GATEWAY_ROUTE_ID_ATTR));
        var end = route.indexOf('-');
        return end < 0 ? route : route.substring(0, end);
    }

    private static String target(ServerRequest request) {
        var path = request.uri().getRawPath(); // a filter of the route may have changed it
        var query = request.servletRequest().getQueryString();
        return query == null ? path : path + "?" + query;
    }

    private void writeHeaders(HttpServletRequest caller, ClassicHttpRequest outgoing, boolean isPage) {
        var named = Headers.named(caller);
        for (var names = caller.getHeaderNames(); names.hasMoreElements();) {
            var name = names.nextElement();
            if (Headers.passesToService(name, named)) {
                for (var value : Collections.list(caller.getHeaders(name))) {
                    outgoing.addHeader(name, value);
                }
            }
        }
        if (isPage) {
            var cookies = Headers.othersCookies(caller, OWN_COOKIES);
            if (cookies != null) {
                outgoing.addHeader(HttpHeaders.COOKIE, cookies);
            }
            var authorization = caller.getHeader(HttpHeaders.AUTHORIZATION);
            if (authorization != null) {
                outgoing.addHeader(HttpHeaders.AUTHORIZATION, authorization);
            }
        } else if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who) {
            outgoing.addHeader(HttpHeaders.AUTHORIZATION, "Bearer " + who.getCredentials());
        }
        outgoing.addHeader("X-Request-Id", caller.getAttribute(Edge.REQUEST_ID));
        if (caller.getAttribute(Edge.TRACE) instanceof String trace) {
            outgoing.addHeader("traceparent", trace);
        }
        outgoing.addHeader("X-Forwarded-For", caller.getRemoteAddr());
        outgoing.addHeader("X-Forwarded-Proto", publicScheme);
        outgoing.addHeader("X-Forwarded-Host", publicHost);
    }

    private static void writeBody(HttpServletRequest caller, ClassicHttpRequest outgoing) {
        var length = caller.getContentLengthLong();
        if (length > 0 || caller.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
            try {
                var body = new CallerBody(caller.getInputStream());
                outgoing.setEntity(isKept(caller, length)
                        ? new ByteArrayEntity(body.readNBytes((int) length), null)
                        : new InputStreamEntity(body, length, null));
            } catch (IOException e) {
                throw new CallerGone(e);
            }
        }
    }

    /** What might have to be sent again, and is small. */
    private static boolean isKept(HttpServletRequest caller, long length) {
        return length > 0 && length <= KEPT && caller.getMethod().equals("POST")
                && caller.getHeader(Headers.IDEMPOTENCY_KEY) != null;
    }

    private HttpClientContext context(HttpServletRequest caller) {
        var context = HttpClientContext.create();
        if (caller.getAttribute(Edge.UPLOAD) != null) {
            context.setRequestConfig(uploads);
        }
        return context;
    }

    private static boolean isReading(ClassicHttpRequest outgoing) {
        return outgoing.getEntity() == null && (outgoing.getMethod().equals("GET") || outgoing.getMethod().equals("HEAD"));
    }

    /** A creation with a key is done once by whichever instance has it first: they share their database. */
    private static boolean isOnce(ClassicHttpRequest outgoing) {
        return outgoing.getMethod().equals("POST") && outgoing.containsHeader(Headers.IDEMPOTENCY_KEY)
                && (outgoing.getEntity() == null || outgoing.getEntity().isRepeatable());
    }
}
