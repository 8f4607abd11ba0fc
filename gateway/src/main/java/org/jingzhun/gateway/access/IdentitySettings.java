package org.jingzhun.gateway.access;

import java.net.URL;
import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Whose sign-ins are believed.
 *
 * @param issuer public address of the provider, as the tokens name it
 * @param jwksUrl where its keys are fetched, an internal address
 * @param audience what a token must be meant for
 * @param cutoffRecheck how long an ended account could pass unnoticed if Redis lost the message of its end
 */
@Validated
@ConfigurationProperties("jingzhun.gateway.identity")
record IdentitySettings(@NotBlank String issuer, @NotNull URL jwksUrl, @NotBlank String audience,
        @NotNull Duration cutoffRecheck) {}
