package org.jingzhun.gateway.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Verifies a token once and remembers it, by its digest, until it expires; whether its account was ended is asked each time. */
class VerifiedTokens implements JwtDecoder {

    private final JwtDecoder verifier;
    private final Cutoffs cutoffs;
    private final Clock clock;
    private final Cache<ByteBuffer, Jwt> verified;

    VerifiedTokens(JwtDecoder verifier, Cutoffs cutoffs, Clock clock) {
        this.verifier = verifier;
        this.cutoffs = cutoffs;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(20_000)
                .expireAfter(
                        Expiry.<ByteBuffer, Jwt>creating((digest, token) -> Duration.between(clock.instant(), expiry(token))))
                .build();
    }

    @Override
    public Jwt decode(String token) {
        var digest = digest(token);
        var jwt = verified.getIfPresent(digest);
        if (jwt == null) {
            jwt = verify(token);
            verified.put(digest, jwt);
        } else if (!clock.instant().isBefore(expiry(jwt))) {
            throw new BadJwtException("expired");
        }
        if (cutoffs.ended(jwt.getSubject(), Objects.requireNonNull(jwt.getIssuedAt()))) {
            throw new BadJwtException("ended");
        }
        return jwt;
    }

    private Jwt verify(String token) {
        Jwt jwt;
        try {
            jwt = verifier.decode(token);
        } catch (BadJwtException e) {
            throw e;
        } catch (JwtException e) {
            throw new IdentityUnavailable(e);
        }
        if (jwt.getSubject() == null || jwt.getIssuedAt() == null || jwt.getExpiresAt() == null) {
            throw new BadJwtException("sub, iat or exp is missing");
        }
        return jwt;
    }

    private static Instant expiry(Jwt token) {
        return Objects.requireNonNull(token.getExpiresAt());
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
