package org.jingzhun.starter.feed.reading;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.jingzhun.starter.database.ServiceWithDatabase;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.feed.Facts;
import org.jingzhun.starter.feed.NewFact;
import org.jingzhun.starter.machine.MachineRequests;
import org.jingzhun.starter.machine.MachineTokens;
import org.jingzhun.starter.probe.Http;
import org.jingzhun.test.token.TestToken;
import org.jingzhun.test.token.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A service that reads its own feed over the network in its own name, woken by nothing but nudges. */
@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.DEFINED_PORT, properties = {
        "jingzhun.test.schema=jz_reading_http", "db-scheduler.enabled=false", "jingzhun.feed.service=probe",
        "jingzhun.feed.reading.every=1h", "jingzhun.feed.reading.attempts=1", "jingzhun.machine.client-id=probe",
        "jingzhun.machine.client-secret=secret"})
@Import({TestTokens.class, ReadingOverHttpTest.Itself.class, ReadingOverHttpTest.Effects.class})
class ReadingOverHttpTest {

    private static final String HERE = "451481101201";
    private static final AtomicInteger TOKENS = new AtomicInteger();
    private static final HttpServer IDENTITY = identity();

    @Value("${server.port}")
    int port;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Transactions transactions;
    @Autowired
    Facts facts;
    @Autowired
    Effects effects;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) throws IOException {
        try (var free = new ServerSocket(0)) {
            var port = free.getLocalPort();
            settings.add("server.port", () -> port);
            settings.add("jingzhun.feed.nudge", () -> "http://127.0.0.1:%d/api/probe/v1/nudges".formatted(port));
        }
        settings.add("jingzhun.machine.token-url", () -> "http://127.0.0.1:%d/token".formatted(IDENTITY.getAddress().getPort()));
    }

    @AfterAll
    static void end() {
        IDENTITY.stop(0);
    }

    @Test
    void aNudgeHasItReadAtOnceAndWhatFailsIsTended() {
        var administrator = as(TestToken.person("admin").grant("system-administrator", "information", ""));
        tell("good", 1);
        await().until(() -> stored("good") == 1);
        effects.refused = "bad";
        tell("bad", 1);
        await().until(() -> {
            tell("good", version("good") + 1); // each nudge is another attempt
            return !administrator.get("/api/probe/v1/parked-facts").json().path("items").isEmpty();
        });

        var parked = administrator.get("/api/probe/v1/parked-facts").json().path("items").get(0);
        assertThat(parked.path("aggregate").asString()).isEqualTo("bad");
        assertThat(parked.path("error").asString()).isEqualTo("IllegalArgumentException");
        var path = "/api/probe/v1/parked-facts/" + parked.path("id").asString();
        assertThat(administrator.json("POST", path + "/repetition", "").problem()).isEqualTo("parked-fact-failed-again");
        effects.refused = "";
        assertThat(administrator.json("POST", path + "/repetition", "").status()).isEqualTo(204);
        assertThat(administrator.get(path).problem()).isEqualTo("parked-fact-not-found");
        assertThat(stored("bad")).isEqualTo(1);

        var feed = administrator.get("/api/probe/v1/feeds").json().path("items").get(0);
        assertThat(feed.path("source").asString()).isEqualTo("probe");
        assertThat(feed.path("state").asString()).isEqualTo("FOLLOWING");
        assertThat(feed.path("generation").asInt()).isEqualTo(1);
        assertThat(administrator.json("POST", "/api/probe/v1/replays", "{\"source\":\"probe\"}").status()).isEqualTo(202);
        await().until(() -> {
            var now = administrator.get("/api/probe/v1/feeds").json().path("items").get(0);
            return now.path("generation").asInt() == 2 && now.path("state").asString().equals("FOLLOWING");
        });
        assertThat(administrator.json("POST", "/api/probe/v1/replays", "{\"source\":\"nobody\"}").problem())
                .isEqualTo("feed-not-read");
        assertThat(TOKENS).as("one token for all calls").hasValue(1);
    }

    @Test
    void onlyWhoMay() {
        var officer = as(TestToken.person("officer").grant("county-officer", "rural-affairs", "451481"));
        var person = as(TestToken.person("person").grant("feed-reader", "x", ""));
        assertThat(officer.get("/api/probe/v1/feeds").problem()).isEqualTo("not-allowed");
        assertThat(officer.get("/api/probe/v1/parked-facts").problem()).isEqualTo("not-allowed");
        assertThat(officer.json("POST", "/api/probe/v1/replays", "{\"source\":\"probe\"}").problem()).isEqualTo("not-allowed");
        assertThat(person.json("POST", "/api/probe/v1/nudges", "{\"source\":\"probe\"}").problem()).isEqualTo("not-allowed");
        var machine = as(TestToken.service("machine").grant("feed-reader", "x", "45"));
        assertThat(machine.json("POST", "/api/probe/v1/nudges", "{\"source\":\"probe\"}").status()).isEqualTo(204);
        assertThat(machine.json("POST", "/api/probe/v1/nudges", "{\"source\":\"unknown\"}").status()).isEqualTo(204);
        assertThat(machine.json("POST", "/api/probe/v1/parked-facts/1/repetition", "").problem()).isEqualTo("not-allowed");
    }

    private Http as(TestToken token) {
        return Http.on(port).as(token.bearer()).with("Accept-Language", "en");
    }

    private void tell(String thing, int version) {
        transactions.inOne(() -> facts.write(NewFact.of("thing-changed", new NewFact.Aggregate("thing", thing), version, HERE,
                LocalDate.of(2020, 1, 1), Map.of())));
    }

    private int stored(String thing) {
        return jdbc.sql("select coalesce(max(version), 0) from effect where name = ?").param(thing).query(Integer.class).single();
    }

    private int version(String thing) {
        return jdbc.sql("select coalesce(max(version), 0) from fact where aggregate = ?").param(thing).query(Integer.class)
                .single();
    }

    private static HttpServer identity() {
        try {
            var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            server.createContext("/token", exchange -> {
                TOKENS.incrementAndGet();
                var basic = "Basic " + Base64.getEncoder().encodeToString("probe:secret".getBytes(StandardCharsets.UTF_8));
                var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                var known = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        && form.equals("grant_type=client_credentials");
                var answer = "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                        .formatted(TestToken.service("probe").grant("feed-reader", "x", "").token())
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Component
    static class Itself implements FeedSource {

        private final RestClient client;

        Itself(@Value("${server.port}") int port, MachineTokens tokens) {
            client = RestClient.builder().baseUrl("http://127.0.0.1:" + port).requestInterceptor(new MachineRequests(tokens))
                    .build();
        }

        @Override
        public String name() {
            return "probe";
        }

        @Override
        public FeedPage read(@Nullable String after, int limit) {
            return client.get()
                    .uri(it -> it.path("/api/probe/v1/facts").queryParam("limit", limit)
                            .queryParamIfPresent("after", Optional.ofNullable(after)).build())
                    .exchange((request, answer) -> FeedPage.of(answer.getStatusCode().value(), answer.getBody()));
        }
    }

    @Component
    static class Effects implements FactListener {

        private final JdbcClient jdbc;
        private volatile String refused = "";

        Effects(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public String source() {
            return "probe";
        }

        @Override
        public void on(List<Fact> facts, int generation) {
            for (var fact : facts) {
                if (fact.aggregate().id().equals(refused)) {
                    throw new IllegalArgumentException("with a value that must not be stored");
                }
                jdbc.sql("replace into effect (name, generation, version) values (?, ?, ?)").param(fact.aggregate().id())
                        .param(generation).param(fact.aggregate().version()).update();
            }
        }

        @Override
        public void caughtUp(int generation) {
            jdbc.sql("delete from effect where generation < ?").param(generation).update();
        }
    }
}
