package org.jingzhun.starter.access;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens are believed.
 *
 * @param issuer public address of the identity provider, as tokens name it
 * @param jwksUrl internal address of its public keys
 * @param audience what a token must be meant for
 * @param clockSkew how far the clocks of two machines may differ
 * @param tokenCache how many verified tokens are remembered until they expire
 */
@ConfigurationProperties("jingzhun.identity")
public record IdentitySettings(
        @DefaultValue("http://localhost:8080") String issuer,
        @DefaultValue("http://127.0.0.1:8090/oauth2/jwks") URI jwksUrl,
        @DefaultValue("jingzhun") String audience,
        @DefaultValue("10s") Duration clockSkew,
        @DefaultValue("10000") int tokenCache) {}
