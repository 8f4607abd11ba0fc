package org.jingzhun.gateway.redis;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where Redis is: sessions and cutoffs in one, limits in the other, so that losing a cache signs nobody out.
 *
 * @param sessionPatience how long a request waits for the session store
 * @param cachePatience how long a request waits for the shared limits before it goes by the local ones
 */
@Validated
@ConfigurationProperties("jingzhun.gateway.redis")
record RedisSettings(@NotBlank String sessionUrl, @NotBlank String cacheUrl, @NotNull Duration sessionPatience,
        @NotNull Duration cachePatience) {}
