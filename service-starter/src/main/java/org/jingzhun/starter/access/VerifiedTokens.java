package org.jingzhun.starter.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * Believes a token that our issuer signed by RS256 for our audience and that has not expired, and remembers it until then: the same
 * token comes with every request of five minutes, and its signature is the dearest part of a small read.
 */
class VerifiedTokens implements JwtDecoder {

    /** A withdrawn signing key is forgotten at the latest after this time. */
    private static final Duration AT_MOST = Duration.ofMinutes(5);

    private final NimbusJwtDecoder verification;
    private final Cache<String, Jwt> verified;
    private final InstantSource time;

    /** The time is the machine's, not the application's clock: a test that moves business dates shall not invalidate tokens. */
    VerifiedTokens(JWKSource<SecurityContext> keys, IdentitySettings settings, InstantSource time) {
        this.time = time;
        this.verified = Caffeine.newBuilder().maximumSize(settings.tokenCache()).expireAfterWrite(AT_MOST).build();
        this.verification = NimbusJwtDecoder.withJwkSource(keys).jwsAlgorithm(SignatureAlgorithm.RS256).build();
        this.verification.setJwtValidator(new DelegatingOAuth2TokenValidator<>(List.of(
                new JwtTimestampValidator(settings.clockSkew()),
                new JwtClaimValidator<Instant>(JwtClaimNames.EXP, expiry -> expiry != null),
                new JwtIssuerValidator(settings.issuer()),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD,
                        audience -> audience != null && audience.contains(settings.audience())))));
    }

    @Override
    public Jwt decode(String token) {
        var known = verified.getIfPresent(token);
        if (known != null && isValid(known)) {
            return known;
        }
        var jwt = verification.decode(token);
        verified.put(token, jwt);
        return jwt;
    }

    private boolean isValid(Jwt jwt) {
        var expiry = jwt.getExpiresAt();
        return expiry != null && time.instant().isBefore(expiry);
    }
}
