package org.jingzhun.starter.access;

import java.util.HashSet;
import java.util.Locale;

import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;

/**
 * Turns a token into the caller of the request: one authority {@code resource:action} for every permission of every grant,
 * {@code SCOPE_x} for machine endpoints, {@code KIND_PERSON} or {@code KIND_SERVICE}.
 */
class GrantsToAuthorities implements Converter<Jwt, AbstractAuthenticationToken> {

    private final Permissions permissions;
    private final JwtGrantedAuthoritiesConverter scopes = new JwtGrantedAuthoritiesConverter();

    GrantsToAuthorities(Permissions permissions) {
        this.permissions = permissions;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt jwt) {
        try {
            var token = Token.of(jwt);
            var authorities = new HashSet<GrantedAuthority>(scopes.convert(jwt));
            authorities.add(new SimpleGrantedAuthority("KIND_" + token.kind().name().toUpperCase(Locale.ROOT)));
            token.grants().forEach(grant -> permissions.of(grant)
                    .forEach(permission -> authorities.add(new SimpleGrantedAuthority(permission))));
            return new Verified(jwt, authorities, token);
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("The token does not say who calls.", e);
        }
    }
}
