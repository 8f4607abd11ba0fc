package org.jingzhun.gateway.limit;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests are too many.
 *
 * @param address per network address, signed in or not: an office may sit behind one
 * @param account per account, wherever it signs in
 * @param lease how many requests are taken from Redis at once, so that not each of them asks it
 * @param leaseFor how long a lease may be used up
 * @param localFor how long the gateway goes by its own count after Redis failed to answer
 */
@Validated
@ConfigurationProperties("jingzhun.gateway.limit")
record LimitSettings(@Valid @NotNull Rate address, @Valid @NotNull Rate account, @Positive int lease,
        @NotNull Duration leaseFor, @NotNull Duration localFor) {

    /**
     * @param perSecond what may go on for ever
     * @param burst what may come at once after a rest
     */
    record Rate(@Positive long perSecond, @Positive long burst) {}
}
