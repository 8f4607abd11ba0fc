package org.jingzhun.gateway.session;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How browsers sign in and for how long.
 *
 * @param authorizationUrl where the browser is sent to sign in: a public address
 * @param tokenUrl where codes and refresh tokens are exchanged: an internal address
 * @param endSessionUrl where identity's own sign-in is ended: an internal address
 * @param revocationUrl where tokens are withdrawn if ending fails: an internal address
 * @param idle how long a session lives without a request
 * @param absolute how long it lives at most
 * @param touchEvery how coarsely the last request is remembered
 * @param recheckEvery how long an instance trusts its memory of a session before it reads it again
 * @param refreshBefore how long before its end an access token is renewed
 */
@Validated
@ConfigurationProperties("jingzhun.gateway.session")
record SessionSettings(@NotBlank String clientId, @NotBlank String clientSecret, @NotBlank String issuer,
        @NotBlank String authorizationUrl, @NotBlank String tokenUrl, @NotBlank String endSessionUrl,
        @NotBlank String revocationUrl, @NotBlank String jwksUrl, @NotBlank String redirectUrl, @NotNull List<String> scopes,
        @NotNull Duration idle, @NotNull Duration absolute, @NotNull Duration touchEvery, @NotNull Duration recheckEvery,
        @NotNull Duration refreshBefore) {}
