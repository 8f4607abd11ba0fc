package org.jingzhun.identity.session;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;

import org.jingzhun.identity.IdentityTest;
import org.jingzhun.identity.Suite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import redis.embedded.RedisServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Redis is away when an account is locked, and comes back later. */
@IdentityTest
@Import(RedisDownTest.RedisThatComesLater.class)
@TestPropertySource(properties = "jingzhun.test.schema=jz_identity_no_redis")
@ExtendWith(OutputCaptureExtension.class)
class RedisDownTest {

    private static final int PORT = freePort();

    @Autowired
    Suite suite;
    @Autowired
    JdbcClient jdbc;

    @Test
    void theLockHoldsAtOnceAndIsToldWhenRedisIsBack(CapturedOutput log) throws IOException {
        var tokens = suite.signIn(suite.browser(), "neighbour", IdentityTest.DEMO_PASSWORD);
        var id = jdbc.sql("select id from account where login = 'neighbour'").query(String.class).single();

        var answer = suite.api("PUT", "/accounts/" + id + "/lock", suite.tokenOf("admin"), "");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("locked").asBoolean()).isTrue();
        assertThat(suite.refresh(tokens.refresh()).statusCode()).isEqualTo(400);
        assertThat(log).contains("ended sessions will be announced later");
        assertThat(told(id)).isFalse();

        var redis = RedisServer.newRedisServer().port(PORT).bind("127.0.0.1").setting("save \"\"").build();
        redis.start();
        try {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(told(id)).isTrue());
        } finally {
            redis.stop();
        }
    }

    private boolean told(String id) {
        return jdbc.sql("select told_at is not null from session_cutoff where account = :id").param("id", id).query(Boolean.class)
                .single();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class RedisThatComesLater {

        @Bean
        @Primary
        DataRedisConnectionDetails later() {
            var server = DataRedisConnectionDetails.Standalone.of("127.0.0.1", PORT);
            return new DataRedisConnectionDetails() {
                @Override
                public Standalone getStandalone() {
                    return server;
                }
            };
        }
    }
}
