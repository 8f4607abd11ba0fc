package org.jingzhun.gateway.redis;

import java.time.Duration;

import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two links to Redis. */
@Configuration(proxyBeanMethods = false)
class RedisConfiguration {

    @Bean(destroyMethod = "shutdown")
    ClientResources redisThreads() {
        return DefaultClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .reconnectDelay(Delay.constant(Duration.ofMillis(500))) // the default grows to half a minute
                .build();
    }

    @Bean
    RedisLink<String> sessionRedis(ClientResources threads, RedisSettings settings) {
        return new RedisLink<>(threads, settings.sessionUrl(), StringCodec.UTF8, settings.sessionPatience());
    }

    @Bean
    RedisLink<byte[]> cacheRedis(ClientResources threads, RedisSettings settings) {
        return new RedisLink<>(threads, settings.cacheUrl(), RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE),
                settings.cachePatience());
    }
}
