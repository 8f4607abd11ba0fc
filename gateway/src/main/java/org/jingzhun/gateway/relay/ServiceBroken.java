package org.jingzhun.gateway.relay;

/** A service's answer broke off in the middle. */
class ServiceBroken extends RuntimeException {

    private final String service;

    ServiceBroken(String service, Throwable cause) {
        super(service, cause);
        this.service = service;
    }

    String service() {
        return service;
    }
}
