package org.jingzhun.gateway;

import java.util.stream.IntStream;

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
import static org.jingzhun.gateway.Surroundings.household;
import static org.jingzhun.gateway.Surroundings.redisCommands;
import static org.jingzhun.gateway.Surroundings.token;

/** One request too many, by account. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"LIMIT_ACCOUNT_PER_SECOND=1", "LIMIT_ACCOUNT_BURST=20",
        "LIMIT_LEASE=5", "LIMIT_LEASE_FOR=1h"})
class LimitTest {

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

    @Test
    void anAccountThatAsksTooMuchIsToldWhenToComeBackAndOthersAreServed() {
        var eager = new Client(port).bearer(token("eager"));

        var answers = IntStream.range(0, 60).mapToObj(i -> eager.get("/api/household/v1/x")).toList();

        assertThat(answers.stream().filter(it -> it.status() == 200).count()).isBetween(20L, 30L);
        var refused = answers.stream().filter(it -> it.status() == 429).findFirst().orElseThrow();
        assertThat(refused.problem()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(new Client(port).bearer(token("modest")).get("/api/household/v1/x").status()).isEqualTo(200);
    }

    @Test
    void requestsAreLeasedNotAskedForOneByOne() {
        var before = scripts();
        var caller = new Client(port).bearer(token("leasing"));

        for (int i = 0; i < 20; i++) {
            assertThat(caller.get("/api/household/v1/x").status()).isEqualTo(200);
        }

        assertThat(scripts() - before).isLessThan(16); // 4 leases of each of 2 limits, and what becomes of races
    }

    /** How often a bucket was written in Redis. */
    private static long scripts() {
        return redisCommands.info("commandstats").lines()
                .filter(line -> line.startsWith("cmdstat_eval") || line.startsWith("cmdstat_set:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll(".*calls=(\\d+),.*", "$1")))
                .sum();
    }
}
