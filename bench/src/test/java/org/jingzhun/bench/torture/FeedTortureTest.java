package org.jingzhun.bench.torture;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpServer;
import org.jingzhun.starter.crypto.KeyRingFile;
import org.jingzhun.test.server.EmbeddedMariaDb;
import org.jingzhun.test.token.TestToken;
import org.jingzhun.test.token.TestTokens;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * 64 writers against a producer that is killed again and again, and two consumers that are killed too: {@code bench/torture}. Its verdict
 * depends on no time: however far they came, what was committed is told once, in order, and has its effect once.
 */
@EnabledIfSystemProperty(named = "torture.seconds", matches = "\\d+")
class FeedTortureTest {

    private static final int THINGS = 500;
    private static final int PATIENCE_SECONDS = 300;
    private static final List<String> CONSUMERS = List.of("torture_one", "torture_two");

    private final int seconds = Integer.getInteger("torture.seconds", 20);
    private final int writers = Integer.getInteger("torture.writers", 64);
    private final Random chance = new Random(Long.getLong("torture.seed", 1));
    private final Path folder = folder();
    private final Path keyRing = folder.resolve("key-ring-%d.json".formatted(ProcessHandle.current().pid()));

    @ParameterizedTest(name = "mangled on the way: {0}")
    @ValueSource(booleans = {false, true})
    void nothingIsLostAndNothingCountsTwice(boolean mangled) throws Exception {
        var issuer = issuer();
        var port = freePort();
        prepare();
        if (!Files.exists(keyRing)) {
            KeyRingFile.create(keyRing);
        }
        var producing = producer(port, issuer.getAddress().getPort());
        try (var producer = new Victim("producer", Producer.class, folder, producing);
                var one = new Victim("one", Consumer.class, folder, consumer("torture_one", port, mangled));
                var two = new Victim("two", Consumer.class, folder, consumer("torture_two", port, mangled))) {
            awaitServing(List.of(producer, one, two));
            var until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (System.nanoTime() < until) {
                for (var victim : List.of(producer, one, two)) {
                    victim.tick(System.nanoTime(), chance);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            var quiet = new HashMap<>(producing);
            quiet.put("torture.writers", "0");
            producer.restart(quiet);
            awaitTheEnd(List.of(producer, one, two));
            report(mangled, producer.kills(), one.kills() + two.kills());
        } finally {
            issuer.stop(0);
        }
    }

    private void report(boolean mangled, int producerKills, int consumerKills) {
        var verdict = new Verdict(root());
        System.out.printf(
                "mangled %s: %d s, %d writers, producer killed %d times, consumers %d times: %,d facts of %,d changes%n",
                mangled,
                seconds, writers, producerKills, consumerKills, verdict.count("select count(*) from torture.fact"),
                verdict.count("select count(*) from torture.truth"));
        var wrong = new LinkedHashMap<String, Long>();
        verdict.producer().forEach((what, times) -> wrong.put("producer: " + what, times));
        CONSUMERS.forEach(schema -> verdict.consumer(schema, mangled)
                .forEach((what, times) -> wrong.put(schema + ": " + what, times)));
        wrong.forEach((what, times) -> System.out.printf("%8d %s%n", times, what));
        assertThat(verdict.count("select count(*) from torture.truth")).isPositive();
        assertThat(wrong).allSatisfy((what, times) -> assertThat(times).as(what).isZero());
    }

    private static void awaitServing(List<Victim> all) throws InterruptedException {
        for (var i = 0; i < PATIENCE_SECONDS * 5 && !all.stream().allMatch(Victim::isServing); i++) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(all).as("see the logs").allMatch(Victim::isServing);
    }

    /** Until both have read what there is: as long as something goes forward. */
    private void awaitTheEnd(List<Victim> all) throws InterruptedException {
        var verdict = new Verdict(root());
        for (var i = 0; i < PATIENCE_SECONDS * 2; i++) {
            var head = verdict.count("select position from torture.feed_state");
            var placed = verdict.count("select count(*) from torture.fact_waiting") == 0;
            if (placed && CONSUMERS.stream().allMatch(schema -> verdict
                    .count("select coalesce(max(position), -1) from %s.feed_cursor".formatted(schema)) >= head)) {
                return;
            }
            assertThat(all).as("see the logs in " + folder).allMatch(Victim::isAlive);
            TimeUnit.MILLISECONDS.sleep(500);
        }
        throw new AssertionError("the consumers did not reach the head, see " + folder);
    }

    /** Empties what the case before has left. */
    private void prepare() {
        for (var schema : List.of("torture", "torture_one", "torture_two")) {
            EmbeddedMariaDb.schema(schema);
            for (var table : List.of("fact", "fact_waiting", "feed_state", "feed_cursor", "parked_fact", "thing", "truth",
                    "mirror",
                    "effect")) {
                var there = root().sql("select count(*) from information_schema.tables where table_schema = ? and table_name = ?")
                        .param(schema).param(table).query(Integer.class).single();
                if (there > 0) {
                    root().sql("delete from %s.%s".formatted(schema, table)).update();
                }
            }
        }
    }

    private static JdbcClient root() {
        return root("torture");
    }

    private static JdbcClient root(String schema) {
        var account = EmbeddedMariaDb.administrator(schema);
        return JdbcClient
                .create(new DriverManagerDataSource(account.getJdbcUrl(), account.getUsername(), account.getPassword()));
    }

    private Map<String, String> producer(int port, int issuer) {
        var settings = service("torture", "producer", port);
        settings.put("jingzhun.feed.service", "torture");
        settings.put("jingzhun.identity.jwks-url", "http://127.0.0.1:%d/jwks".formatted(issuer));
        settings.put("torture.writers", String.valueOf(writers));
        settings.put("torture.things", String.valueOf(THINGS));
        return settings;
    }

    private Map<String, String> consumer(String schema, int producer, boolean mangled) {
        var settings = service(schema, "consumer", freePort());
        settings.put("torture.url", "http://127.0.0.1:%d/api/torture/v1/facts".formatted(producer));
        settings.put("torture.token",
                TestToken.service("torture-reader").grant("feed-reader", "supervision", "45").token());
        settings.put("jingzhun.feed.service", "torture-reader");
        settings.put("jingzhun.feed.reading.every", "100ms");
        settings.put("jingzhun.feed.reading.claim", "1s"); // who was killed comes again as another instance
        settings.put("torture.mangled", String.valueOf(mangled));
        return settings;
    }

    private Map<String, String> service(String schemaName, String kind, int port) {
        var schema = EmbeddedMariaDb.schema(schemaName);
        var settings = new HashMap<String, String>();
        settings.put("server.port", String.valueOf(port));
        settings.put("server.address", "127.0.0.1");
        settings.put("spring.threads.virtual.enabled", "true");
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.datasource.url", schema.url());
        settings.put("spring.datasource.username", schema.account());
        settings.put("spring.datasource.password", schema.password());
        settings.put("spring.datasource.hikari.maximum-pool-size", "80");
        settings.put("spring.flyway.user", schema.migrationAccount());
        settings.put("spring.flyway.password", schema.password());
        settings.put("spring.flyway.locations", "classpath:db/starter,classpath:db/torture/" + kind);
        settings.put("jingzhun.crypto.key-ring", keyRing.toString());
        settings.put("db-scheduler.enabled", "false");
        settings.put("jingzhun.identity.issuer", "http://localhost:8080");
        return settings;
    }

    private static HttpServer issuer() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/jwks", exchange -> {
            var body = TestTokens.publicKeys().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createDirectories(Path.of("target", "torture"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
