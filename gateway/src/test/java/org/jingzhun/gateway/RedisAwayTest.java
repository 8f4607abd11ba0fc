package org.jingzhun.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jingzhun.gateway.Surroundings.household;
import static org.jingzhun.gateway.Surroundings.redisCommands;
import static org.jingzhun.gateway.Surroundings.token;

/** Redis goes away during use and comes back empty. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"SESSION_RECHECK_EVERY=200ms",
        "LIMIT_ACCOUNT_PER_SECOND=1", "LIMIT_ACCOUNT_BURST=20", "LIMIT_LEASE=5", "LIMIT_LOCAL_FOR=1h"})
class RedisAwayTest {

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Surroundings.settings(settings);
    }

    @BeforeEach
    void fresh() {
        Surroundings.reset();
        household.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @AfterEach
    void back() {
        Surroundings.restartRedis();
        await().ignoreExceptions().until(() -> redisCommands.ping().equals("PONG"));
    }

    @Test
    void tokensStillPassLimitsBecomeLocalAndSessionsAreHonest() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);
        var token = token("li");
        assertThat(new Client(port).bearer(token).get("/api/household/v1/x").status()).isEqualTo(200);
        redisCommands.setex("jingzhun:identity:cutoff:ended", 43_200, Long.toString(Instant.now().toEpochMilli() + 1_000));
        var ended = token("ended");
        assertThat(new Client(port).bearer(ended).get("/api/household/v1/x").status()).isEqualTo(401);

        Surroundings.stopRedis();

        assertThat(new Client(port).bearer(token).get("/api/household/v1/x").status()).isEqualTo(200);
        assertThat(new Client(port).bearer(token("new")).get("/api/household/v1/x").status()).isEqualTo(200);
        assertThat(new Client(port).bearer(ended).get("/api/household/v1/x").status()).isEqualTo(401);
        var eager = new Client(port).bearer(token("eager"));
        assertThat(IntStream.range(0, 60).map(i -> eager.get("/api/household/v1/x").status())
                .filter(status -> status == 200).count()).isBetween(20L, 30L);
        await().atMost(Duration.ofSeconds(3)).until(() -> browser.client().get("/api/household/v1/x").status() == 503);
        assertThat(browser.client().get("/api/household/v1/x").problem()).isEqualTo("sessions-unavailable");
        assertThat(browser.client().get("/session").status()).isEqualTo(503);
        assertThat(new Client(port).get("/session/sign-in").problem()).isEqualTo("sessions-unavailable");
        assertThat(new Client(port).get("/session").status()).isEqualTo(200);

        Surroundings.restartRedis();
        await().atMost(Duration.ofSeconds(10)).until(() -> browser.client().get("/session").status() == 200);
        assertThat(browser.client().get("/api/household/v1/x").status()).isEqualTo(401); // it came back empty
        assertThat(new Browser(port).signIn("a-1", "access-2", 300).client().get("/api/household/v1/x").status()).isEqualTo(200);
        Surroundings.stopRedis();
    }
}
