package org.jingzhun.starter.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** What a verified access token says about its account. */
record Token(String account, Caller.Kind kind, @Nullable String actingFor, List<Grant> grants) {

    /** The suite hands out far fewer; a longer list is an attack on our time. */
    private static final int MOST_GRANTS = 500;

    Token {
        grants = List.copyOf(grants);
    }

    static @Nullable Token of(@Nullable Authentication caller) {
        return switch (caller) {
            case Verified verified -> verified.token();
            case JwtAuthenticationToken other -> of(other.getToken());
            case null, default -> null;
        };
    }

    /** Reads the claims; anything that is not as our issuer writes it is an {@link IllegalArgumentException}. */
    static Token of(Jwt jwt) {
        var account = jwt.getSubject();
        if (account == null || account.isBlank()) {
            throw new IllegalArgumentException("no subject");
        }
        return new Token(account, Caller.Kind.of(text(jwt.getClaims(), "kind")), text(jwt.getClaims(), "acting_for"),
                grants(jwt.getClaims().get("grants")));
    }

    private static List<Grant> grants(@Nullable Object claim) {
        if (claim == null) {
            return List.of();
        }
        if (!(claim instanceof List<?> list) || list.size() > MOST_GRANTS) {
            throw new IllegalArgumentException("grants are not a list, or too many");
        }
        var grants = new ArrayList<Grant>(list.size());
        for (var entry : list) {
            if (!(entry instanceof Map<?, ?> fields)) {
                throw new IllegalArgumentException("a grant is not an object");
            }
            grants.add(new Grant(required(fields, "role"), required(fields, "department"), required(fields, "area")));
        }
        return grants;
    }

    private static String required(Map<?, ?> fields, String name) {
        var value = text(fields, name);
        if (value == null) {
            throw new IllegalArgumentException("a grant without " + name);
        }
        return value;
    }

    private static @Nullable String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : null;
    }
}
