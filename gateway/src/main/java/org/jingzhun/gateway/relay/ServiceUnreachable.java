package org.jingzhun.gateway.relay;

/** A service did not take the request, or broke off before its answer. */
class ServiceUnreachable extends RuntimeException {

    private final String service;

    ServiceUnreachable(String service, Throwable cause) {
        super(service, cause);
        this.service = service;
    }

    String service() {
        return service;
    }
}
