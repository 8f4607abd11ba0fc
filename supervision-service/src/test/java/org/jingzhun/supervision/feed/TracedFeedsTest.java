package org.jingzhun.supervision.feed;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import org.jingzhun.test.server.EmbeddedMariaDb;
import org.jingzhun.test.token.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The first read of a feed is wanted as if it had been nudged, so that it is traced; the looks that follow find nothing and are not. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "jingzhun.test.schema=jz_supervision_traces", "management.server.port=-1",
        "jingzhun.page.cursor-key=only-for-these-tests", "SUPERVISION_CLIENT_SECRET=secret-of-supervision",
        "FEED_READ_EVERY=50ms", "TRACES_SAMPLED=1", "management.opentelemetry.tracing.export.schedule-delay=50ms"})
@Import({EmbeddedMariaDb.class, TestTokens.class})
class TracedFeedsTest {

    private static final WireMockServer others = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) {
        others.start();
        for (var service : List.of("household", "industry", "relocation", "finance")) {
            settings.add(service.toUpperCase(Locale.ROOT) + "_URL", others::baseUrl);
            new Producer(others, service).tells("E1", List.of());
        }
        settings.add("IDENTITY_TOKEN_URL", () -> others.baseUrl() + "/oauth2/token");
        settings.add("TRACES_URL", () -> others.baseUrl() + "/v1/traces");
        others.stubFor(post(urlPathEqualTo("/v1/traces")).willReturn(ok()));
        others.stubFor(post(urlPathEqualTo("/oauth2/token"))
                .willReturn(okJson("{\"access_token\":\"of-supervision\",\"expires_in\":300}")));
    }

    @AfterAll
    static void stop() {
        others.stop();
    }

    @Test
    void aReadIsFollowedToTheProducerAndLooksInVainAreNot() {
        await().atMost(Duration.ofSeconds(30)).until(() -> asked().size() > 5);

        var reads = asked().stream().map(request -> request.getHeader("traceparent")).toList();
        assertThat(reads.getFirst()).endsWith("-01");
        assertThat(reads.subList(1, reads.size())).isNotEmpty().allMatch(trace -> trace.endsWith("-00"));
        var token = others.findAll(postRequestedFor(urlPathEqualTo("/oauth2/token"))).getFirst();
        assertThat(token.getHeader("traceparent")).endsWith("-01");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(told()).contains("supervision-service",
                "feed household", "GET /api/household/v1/facts", "http post"));
        assertThat(told()).doesNotContain("limit=", "secret-of-supervision", "of-supervision\"");
    }

    private static List<LoggedRequest> asked() {
        return others.findAll(getRequestedFor(urlPathEqualTo("/api/household/v1/facts"))).stream()
                .sorted((one, other) -> one.getLoggedDate().compareTo(other.getLoggedDate())).toList();
    }

    private static String told() {
        return String.join("\n", others.findAll(postRequestedFor(urlPathEqualTo("/v1/traces"))).stream()
                .map(LoggedRequest::getBodyAsString).toList());
    }
}
