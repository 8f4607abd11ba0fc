package org.jingzhun.identity.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps authorizations in the database with digests in place of the tokens: a copy of the database signs nobody in. The one token
 * by which an authorization is found is put back, for the protocol answers with it again.
 */
@Component
class DigestedAuthorizations implements OAuth2AuthorizationService {

    private final JdbcOAuth2AuthorizationService stored;
    private final JdbcClient jdbc;
    private final Clock clock;

    DigestedAuthorizations(JdbcOperations operations, JdbcClient jdbc, RegisteredClientRepository clients, Clock clock) {
        this.stored = new JdbcOAuth2AuthorizationService(operations, clients);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization authorization) {
        // A token of a service account needs no memory: it ends within minutes and cannot be refreshed.
        if (!authorization.getAuthorizationGrantType().equals(AuthorizationGrantType.CLIENT_CREDENTIALS)) {
            stored.save(digested(authorization));
        }
    }

    @Override
    public void remove(OAuth2Authorization authorization) {
        stored.remove(authorization);
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return stored.findById(id);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        var digest = digest(token);
        var found = stored.findByToken(digest, type);
        return found == null ? null : withValue(found, digest, token);
    }

    void forgetOver() {
        jdbc.sql("""
                delete from oauth2_authorization
                 where refresh_token_expires_at < :now
                    or (refresh_token_expires_at is null and authorization_code_expires_at < :now)
                 limit 5000
                """)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static OAuth2Authorization digested(OAuth2Authorization authorization) {
        var changed = OAuth2Authorization.from(authorization);
        replace(authorization, OAuth2AuthorizationCode.class, changed, DigestedAuthorizations::digestOnce);
        replace(authorization, OAuth2AccessToken.class, changed, DigestedAuthorizations::digestOnce);
        replace(authorization, OAuth2RefreshToken.class, changed, DigestedAuthorizations::digestOnce);
        replace(authorization, OidcIdToken.class, changed, DigestedAuthorizations::digestOnce);
        return changed.build();
    }

    private static OAuth2Authorization withValue(OAuth2Authorization authorization, String digest, String value) {
        var changed = OAuth2Authorization.from(authorization);
        Value back = stored -> stored.equals(digest) ? value : stored;
        replace(authorization, OAuth2AuthorizationCode.class, changed, back);
        replace(authorization, OAuth2AccessToken.class, changed, back);
        replace(authorization, OAuth2RefreshToken.class, changed, back);
        replace(authorization, OidcIdToken.class, changed, back);
        return changed.build();
    }

    private static <T extends OAuth2Token> void replace(
            OAuth2Authorization from, Class<T> type, OAuth2Authorization.Builder to, Value value) {
        var token = from.getToken(type);
        if (token != null) {
            to.token(with(token.getToken(), value.of(token.getToken().getTokenValue())),
                    metadata -> metadata.putAll(token.getMetadata()));
        }
    }

    private static OAuth2Token with(OAuth2Token token, String value) {
        return switch (token) {
            case OAuth2AuthorizationCode code -> new OAuth2AuthorizationCode(value, code.getIssuedAt(), code.getExpiresAt());
            case OAuth2AccessToken access -> new OAuth2AccessToken(access.getTokenType(), value, access.getIssuedAt(),
                    access.getExpiresAt(), access.getScopes());
            case OAuth2RefreshToken refresh -> new OAuth2RefreshToken(value, refresh.getIssuedAt(), refresh.getExpiresAt());
            case OidcIdToken id -> new OidcIdToken(value, id.getIssuedAt(), id.getExpiresAt(), id.getClaims());
            default -> throw new IllegalArgumentException("unexpected kind of token: " + token.getClass());
        };
    }

    /** An authorization that was read comes back with digests, except for the one token that found it. */
    private static String digestOnce(String value) {
        return value.startsWith(DIGEST) ? value : digest(value);
    }

    private static final String DIGEST = "~";

    /** Tokens are too random to be guessed: a plain digest hides them. The mark is in no token's alphabet. */
    private static String digest(String value) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return DIGEST + HexFormat.of().formatHex(digest).substring(0, 60);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private interface Value {
        String of(String stored);
    }
}
