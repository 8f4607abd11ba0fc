package org.jingzhun.starter.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.jingzhun.starter.cache.PositionedCache.Computed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.embedded.RedisServer;
import redis.embedded.core.PortProvider;

import static org.assertj.core.api.Assertions.assertThat;

class PositionedCacheTest {

    private final String key = "test:" + UUID.randomUUID();
    private final AtomicInteger computed = new AtomicInteger();

    private static RedisServer server;
    private static int port;

    private PositionedCache cache;

    @BeforeAll
    static void start(@TempDir Path dir) throws IOException {
        port = PortProvider.newEphemeralPortProvider().get();
        server = RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("dir " + dir).setting("save \"\"")
                .setting("appendonly no").build();
        server.start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.stop();
    }

    @BeforeEach
    void connect() {
        cache = new PositionedCache(
                new CacheSettings("redis://127.0.0.1:" + port + "/0", Duration.ofSeconds(2), Duration.ofMinutes(1)));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            cache.store("test:there", 1, new byte[0]);
            var before = computed.get();
            get("test:there", 1);
            return computed.get() == before;
        });
        computed.set(0);
    }

    @AfterEach
    void close() {
        cache.close();
    }

    @Test
    void anAnswerIsServedAtItsPositionOnly() {
        assertThat(get(key, 7)).isEqualTo("at 7");
        assertThat(get(key, 7)).isEqualTo("at 7");
        assertThat(computed).hasValue(1);

        assertThat(get(key, 8)).isEqualTo("at 8");
        assertThat(computed).hasValue(2);
    }

    @Test
    void anOlderAnswerIsNeverStoredOverANewerOne() {
        cache.store(key, 10, bytes("new"));
        cache.store(key, 9, bytes("old"));

        assertThat(get(key, 10)).isEqualTo("new");
        assertThat(computed).hasValue(0);
    }

    @Test
    void twoHundredWhoAskAtOnceCauseOneComputation() throws Exception {
        var started = new CountDownLatch(200);
        var answers = new ArrayList<Future<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                answers.add(threads.submit(() -> {
                    started.countDown();
                    started.await();
                    return get(key, 3);
                }));
            }
        }
        for (var answer : answers) {
            assertThat(answer.get()).isEqualTo("at 3");
        }
        assertThat(computed).hasValue(1);
    }

    @Test
    void whereRedisIsAwayAnswersAreComputed() {
        try (var away = new PositionedCache(
                new CacheSettings("redis://127.0.0.1:1/0", Duration.ofMillis(50), Duration.ofMinutes(1)))) {
            for (int i = 0; i < 3; i++) {
                assertThat(away.get(key, 1, PositionedCacheTest::text, PositionedCacheTest::bytes,
                        () -> new Computed<>("computed", 1))).isEqualTo("computed");
            }
        }
    }

    private String get(String what, long position) {
        return cache.get(what, position, PositionedCacheTest::text, PositionedCacheTest::bytes, () -> {
            computed.incrementAndGet();
            return new Computed<>("at " + position, position);
        });
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
