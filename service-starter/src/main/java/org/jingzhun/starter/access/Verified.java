package org.jingzhun.starter.access;

import java.util.Collection;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The caller of this request, with his grants already read. */
final class Verified extends JwtAuthenticationToken {

    private final transient Token token;

    Verified(Jwt jwt, Collection<? extends GrantedAuthority> authorities, Token token) {
        super(jwt, authorities, token.account());
        this.token = token;
    }

    Token token() {
        return token;
    }
}
