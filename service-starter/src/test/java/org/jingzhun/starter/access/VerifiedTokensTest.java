package org.jingzhun.starter.access;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jingzhun.test.token.TestToken;
import org.jingzhun.test.token.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class VerifiedTokensTest {

    final AtomicInteger signaturesChecked = new AtomicInteger();
    final AtomicReference<Instant> now = new AtomicReference<>(Clock.systemUTC().instant());
    final VerifiedTokens tokens;

    VerifiedTokensTest() throws Exception {
        var keys = new ImmutableJWKSet<SecurityContext>(JWKSet.parse(TestTokens.publicKeys()));
        JWKSource<SecurityContext> counted = (selector, context) -> {
            signaturesChecked.incrementAndGet();
            return keys.get(selector, context);
        };
        tokens = new VerifiedTokens(counted,
                new IdentitySettings("http://localhost:8080", URI.create("http://127.0.0.1:9"), "jingzhun",
                        Duration.ofSeconds(10), 100),
                now::get);
    }

    @Test
    void aTokenIsVerifiedOnceUntilItExpires() {
        var token = TestToken.person("a").token();

        assertThat(tokens.decode(token).getSubject()).isEqualTo("a");
        assertThat(tokens.decode(token).getSubject()).isEqualTo("a");
        assertThat(signaturesChecked).hasValue(1);
        now.set(now.get().plus(Duration.ofHours(2)));
        tokens.decode(token); // the machine's real time says that it is valid: it is looked at anew, not taken from memory
        assertThat(signaturesChecked).hasValue(2);
    }

    @Test
    void aRefusedTokenIsNotRemembered() {
        var token = TestToken.person("a").forged();

        assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> tokens.decode(token)).isInstanceOf(BadJwtException.class);
        assertThat(signaturesChecked).hasValue(2);
    }
}
