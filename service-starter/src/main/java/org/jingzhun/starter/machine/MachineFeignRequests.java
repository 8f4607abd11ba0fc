package org.jingzhun.starter.machine;

import feign.RequestInterceptor;
import feign.RequestTemplate;

/**
 * For a Feign client that calls in the name of this service: a bean of that client's own configuration, never of the whole application, whose
 * other clients may relay the user's token.
 */
public class MachineFeignRequests implements RequestInterceptor {

    private final MachineTokens tokens;

    public MachineFeignRequests(MachineTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void apply(RequestTemplate request) {
        request.removeHeader("Authorization");
        request.header("Authorization", "Bearer " + tokens.token());
    }
}
