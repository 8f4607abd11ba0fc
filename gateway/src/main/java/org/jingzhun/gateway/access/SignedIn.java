package org.jingzhun.gateway.access;

import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A caller who is known, and the access token that tells the services so. What he may do is for them to decide. */
public final class SignedIn extends AbstractAuthenticationToken {

    private final String account;
    private final String accessToken;

    public SignedIn(String account, String accessToken) {
        super(List.of());
        this.account = account;
        this.accessToken = accessToken;
        setAuthenticated(true);
    }

    @Override
    public String getPrincipal() {
        return account;
    }

    @Override
    public String getCredentials() {
        return accessToken;
    }
}
