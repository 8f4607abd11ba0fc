package org.jingzhun.gateway.relay;

/** A service took the request and did not answer in time: whether it did what was asked is not known. */
class ServiceSilent extends RuntimeException {

    private final String service;

    ServiceSilent(String service, Throwable cause) {
        super(service, cause);
        this.service = service;
    }

    String service() {
        return service;
    }
}
