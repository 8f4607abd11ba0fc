package org.jingzhun.identity.provider;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Under which names and for how long tokens are given.
 *
 * @param issuer the name that stands in every token: the public address of this provider
 * @param publicUrl where browsers find the gateway
 * @param gatewaySecret how the gateway proves itself
 * @param accessToken life of an access token
 * @param refreshToken life of a refresh token, counted from the sign-in; using it does not prolong it
 */
@Validated
@ConfigurationProperties("identity.provider")
public record ProviderSettings(
        @NotBlank String issuer,
        URI publicUrl,
        @Size(min = 16, message = "GATEWAY_CLIENT_SECRET must be set, at least 16 characters") @DefaultValue("") String gatewaySecret,
        @DefaultValue("5m") Duration accessToken,
        @DefaultValue("12h") Duration refreshToken) {

    /** The public address without a slash at its end. */
    public String publicAddress() {
        return publicUrl.toString().replaceAll("/+$", "");
    }
}
