package org.jingzhun.starter.cache;

import io.lettuce.core.RedisClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The cache of a service that names a Redis for it. */
@AutoConfiguration
@ConditionalOnClass(RedisClient.class)
@ConditionalOnProperty("jingzhun.cache.url")
@EnableConfigurationProperties(CacheSettings.class)
public class CacheAutoConfiguration {

    @Bean(destroyMethod = "close")
    PositionedCache positionedCache(CacheSettings settings) {
        return new PositionedCache(settings);
    }
}
