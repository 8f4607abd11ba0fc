package org.jingzhun.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.util.function.SingletonSupplier;
import redis.embedded.RedisServer;
import redis.embedded.core.PortProvider;

/** One Redis for all tests of a module, on loopback and in memory only. */
@TestConfiguration(proxyBeanMethods = false)
public class EmbeddedRedis {

    private static final SingletonSupplier<Integer> PORT = SingletonSupplier.of(EmbeddedRedis::start);

    /** Its address for a setting such as {@code REDIS_CACHE_URL}. */
    public static String url(int database) {
        return "redis://127.0.0.1:" + PORT.obtain() + "/" + database;
    }

    public static int port() {
        return PORT.obtain();
    }

    @Bean
    DataRedisConnectionDetails redis() {
        var server = DataRedisConnectionDetails.Standalone.of("127.0.0.1", PORT.obtain());
        return new DataRedisConnectionDetails() {
            @Override
            public Standalone getStandalone() {
                return server;
            }
        };
    }

    private static int start() {
        try {
            var port = PortProvider.newEphemeralPortProvider().get();
            var server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("dir " + Places.own("redis"))
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .build();
            server.start();
            SpringApplication.getShutdownHandlers().add(() -> stop(server));
            return port;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
