package org.jingzhun.test.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Lets a service under test believe the tokens that {@link TestToken} mints: {@code @Import(TestTokens.class)}. Only the keys are the
 * test's; issuer, audience, time and signature are checked as always.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {

    /** The keys as an issuer publishes them, for a test with its own issuer. */
    public static String publicKeys() {
        return new JWKSet(Keys.OURS.toPublicJWK()).toString();
    }

    @Bean
    @Primary
    JWKSource<SecurityContext> keysOfTheTest() {
        return new ImmutableJWKSet<>(new JWKSet(Keys.OURS.toPublicJWK()));
    }
}
