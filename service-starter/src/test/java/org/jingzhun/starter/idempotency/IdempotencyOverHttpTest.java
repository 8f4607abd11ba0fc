package org.jingzhun.starter.idempotency;

import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.database.ServiceWithDatabase;
import org.jingzhun.starter.probe.Http;
import org.jingzhun.test.token.TestToken;
import org.jingzhun.test.token.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "jingzhun.test.schema=jz_once_http", "db-scheduler.enabled=false", "spring.datasource.hikari.maximum-pool-size=2",
        "spring.datasource.hikari.connection-timeout=500"})
@Import({TestTokens.class, IdempotencyOverHttpTest.Purses.class})
class IdempotencyOverHttpTest {

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    HikariDataSource pool;
    private Http li;

    @BeforeEach
    void signIn() {
        jdbc.sql("delete from purse").update();
        jdbc.sql("delete from idempotency_key").update();
        li = Http.on(port).as(TestToken.person("a-li").bearer()).with("Accept-Language", "en");
    }

    @Test
    void aRepeatGetsTheSameStatusAndLocation() {
        var first = li.with("Idempotency-Key", "k1").json("POST", "/purses", "{\"id\":1,\"yuan\":5}");
        var second = li.with("Idempotency-Key", "k1").json("POST", "/purses", "{\"yuan\":5,\"id\":1}");

        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.header("Location")).isEqualTo(first.header("Location")).contains("/purses/1");
    }

    @Test
    void eachRefusalIsAProblemInTwoLanguages() {
        li.with("Idempotency-Key", "k1").json("POST", "/purses", "{\"id\":1,\"yuan\":5}");

        var missing = li.json("POST", "/purses", "{\"id\":1,\"yuan\":5}");
        assertThat(missing.status()).isEqualTo(400);
        assertThat(missing.problem()).isEqualTo("idempotency-key-missing");
        assertThat(missing.json().path("detail").asString()).contains("Idempotency-Key");
        var malformed = li.with("Idempotency-Key", "a b").json("POST", "/purses", "{\"id\":1,\"yuan\":5}");
        assertThat(malformed.status()).isEqualTo(400);
        assertThat(malformed.problem()).isEqualTo("idempotency-key-malformed");
        var reused = li.with("Idempotency-Key", "k1").json("POST", "/purses", "{\"id\":2,\"yuan\":5}");
        assertThat(reused.status()).isEqualTo(422);
        assertThat(reused.problem()).isEqualTo("idempotency-key-reused");
        var inChinese = Http.on(port).as(TestToken.person("a-li").bearer()).with("Idempotency-Key", "k1")
                .json("POST", "/purses", "{\"id\":2,\"yuan\":5}");
        assertThat(inChinese.json().path("title").asString()).isEqualTo("Idempotency-Key 已被使用");
    }

    @Test
    void oneThatIsStillRunningIs409() throws Exception {
        Purses.inside = new CountDownLatch(1);
        Purses.goOn = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> li.with("Idempotency-Key", "k2").json("POST", "/purses", "{\"id\":-1,\"yuan\":5}"));
            assertThat(Purses.inside.await(20, TimeUnit.SECONDS)).isTrue();
            var meanwhile = li.with("Idempotency-Key", "k2").json("POST", "/purses", "{\"id\":-1,\"yuan\":5}");
            Purses.goOn.countDown();
            assertThat(meanwhile.status()).isEqualTo(409);
            assertThat(meanwhile.problem()).isEqualTo("request-still-running");
            assertThat(meanwhile.header("Retry-After")).isNotEmpty();
            assertThat(slow.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
        }
    }

    @Test
    void whenAllConnectionsAreTakenTheAnswerIs503() throws Exception {
        try (var one = pool.getConnection(); var two = pool.getConnection()) {
            assertThat(one).isNotEqualTo(two);
            var answer = li.with("Idempotency-Key", "k3").json("POST", "/purses", "{\"id\":3,\"yuan\":5}");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isNotEmpty();
        }
        assertThat(li.with("Idempotency-Key", "k3").json("POST", "/purses", "{\"id\":3,\"yuan\":5}").status()).isEqualTo(201);
    }

    @RestController
    static class Purses {

        static CountDownLatch inside = new CountDownLatch(1);
        static CountDownLatch goOn = new CountDownLatch(1);
        private final Idempotency idempotency;
        private final JdbcClient jdbc;

        Purses(Idempotency idempotency, JdbcClient jdbc) {
            this.idempotency = idempotency;
            this.jdbc = jdbc;
        }

        record NewPurse(int id, int yuan) {}

        @PostMapping("/purses")
        @PreAuthorize("isAuthenticated()")
        ResponseEntity<Void> open(Caller caller, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
                @RequestBody NewPurse wanted) {
            var outcome = idempotency.once(caller, "POST /purses", key, wanted, () -> {
                if (wanted.id < 0) {
                    inside.countDown();
                    waitToGoOn();
                }
                jdbc.sql("insert into purse (id, yuan) values (?, ?)").param(wanted.id).param(wanted.yuan).update();
                return "/purses/" + wanted.id;
            });
            return ResponseEntity.created(URI.create(outcome.location())).build();
        }

        private static void waitToGoOn() {
            try {
                goOn.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
