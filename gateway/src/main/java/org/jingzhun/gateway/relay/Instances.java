package org.jingzhun.gateway.relay;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The addresses at which a service answers: its own, and while it is replaced perhaps a stand-in's. Requests go to one of them until it
 * says that it is leaving, or takes no more connections; then to the other.
 */
@Component
class Instances {

    private final Map<String, HttpHost> standIns = new HashMap<>();
    private final Map<String, Boolean> away = new ConcurrentHashMap<>();

    Instances(RelaySettings settings) {
        settings.standIns().forEach((service, address) -> {
            if (!address.isBlank()) {
                standIns.put(service, host(URI.create(address)));
            }
        });
    }

    static HttpHost host(URI address) {
        return new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    }

    boolean hasStandIn(String service) {
        return standIns.containsKey(service);
    }

    /** Where a request goes first. */
    HttpHost first(String service, HttpHost own) {
        var standIn = standIns.get(service);
        return standIn == null || !away.getOrDefault(service, false) ? own : standIn;
    }

    /** Whoever else there is; further requests go there. */
    @Nullable
    HttpHost insteadOf(HttpHost gone, String service, HttpHost own) {
        var standIn = standIns.get(service);
        if (standIn == null) {
            return null;
        }
        var isOwn = gone.equals(own);
        away.put(service, isOwn);
        return isOwn ? standIn : own;
    }
}
