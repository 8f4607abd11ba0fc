package org.jingzhun.gateway.relay;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long services are waited for.
 *
 * @param connect until a connection stands
 * @param read without a byte of the answer; sending a long upload does not count
 * @param uploadRead the same after an upload: the service may still be storing it
 * @param lease for one of the service's connections to become free
 * @param connections at most per service: a slow service cannot take those of the others
 * @param retryAfter what callers are told while a service is out
 * @param standIns a second address of a service, by the service's name: who answers there while the service is replaced
 */
@Validated
@ConfigurationProperties("jingzhun.gateway.relay")
record RelaySettings(@NotNull Duration connect, @NotNull Duration read, @NotNull Duration uploadRead, @NotNull Duration lease,
        @Positive int connections,
        @NotNull Duration retryAfter, @DefaultValue Map<String, String> standIns) {}
