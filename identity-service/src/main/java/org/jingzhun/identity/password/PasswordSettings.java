package org.jingzhun.identity.password;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The rules for passwords.
 *
 * @param minLength fewest characters
 * @param strength work factor of bcrypt: each step doubles the time
 * @param temporaryFor how long a password given by an administrator waits to be changed
 */
@Validated
@ConfigurationProperties("identity.password")
public record PasswordSettings(
        @DefaultValue("10") @Min(8) @Max(64) int minLength,
        @DefaultValue("10") @Min(4) @Max(16) int strength,
        @DefaultValue("7d") Duration temporaryFor) {}
