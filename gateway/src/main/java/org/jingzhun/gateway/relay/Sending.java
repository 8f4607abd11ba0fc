package org.jingzhun.gateway.relay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.jingzhun.gateway.edge.Edge;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends a request to an instance of its service, and again where that cannot do anything twice: where nothing was sent for want of a
 * connection, or where a connection broke under what changes nothing, or under a creation that carries a key.
 */
@Component
class Sending {

    private static final int ATTEMPTS_AT_ONE = 2;
    private static final int ATTEMPTS_AT_TWO = 3;

    private final HttpClient http;
    private final Instances instances;

    Sending(HttpClient http, Instances instances) {
        this.http = http;
        this.instances = instances;
    }

    /**
     * A request on its way.
     *
     * @param own the service's own address
     * @param isReading whether it changes nothing and has no body
     * @param isOnce whether the service does it once however often it comes, and its body can be sent again
     */
    record Call(HttpServletRequest caller, String service, HttpHost own, ClassicHttpRequest outgoing, HttpClientContext context,
            boolean isReading, boolean isOnce) {

        boolean mayComeTwice() {
            return isReading || isOnce;
        }
    }

    ClassicHttpResponse send(Call call) {
        var host = instances.first(call.service, call.own);
        for (var attempt = 1;; attempt++) {
            try {
                return executed(call, host);
            } catch (ConnectException | ConnectTimeoutException e) {
                host = next(call, attempt, withoutConnection(call, host, e), e);
            } catch (SocketTimeoutException e) {
                throw new ServiceSilent(call.service, e);
            } catch (IOException e) {
                host = next(call, attempt, call.mayComeTwice() ? instances.first(call.service, call.own) : null, e);
            }
        }
    }

    private @Nullable HttpHost withoutConnection(Call call, HttpHost host, IOException failure) {
        var other = instances.insteadOf(host, call.service, call.own);
        return other == null && call.mayComeTwice() && !(failure instanceof ConnectTimeoutException) ? call.own : other;
    }

    private HttpHost next(Call call, int attempt, @Nullable HttpHost other, IOException failure) {
        if (other == null || attempt == (instances.hasStandIn(call.service) ? ATTEMPTS_AT_TWO : ATTEMPTS_AT_ONE)) {
            throw new ServiceUnreachable(call.service, failure);
        }
        return other;
    }

    private ClassicHttpResponse executed(Call call, HttpHost host) throws IOException {
        if (instances.hasStandIn(call.service)) {
            call.caller.setAttribute(Edge.INSTANCE, host.equals(call.own) ? "own" : "stand-in");
        }
        var answer = http.executeOpen(host, call.outgoing, call.context);
        if (answer.containsHeader(Headers.LEAVING) && instances.first(call.service, call.own).equals(host)) {
            instances.insteadOf(host, call.service, call.own);
        }
        return answer;
    }
}
