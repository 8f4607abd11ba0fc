package org.jingzhun.gateway;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.gateway.Surroundings.token;

/** A service and its stand-in, one of which is being replaced. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class StandInTest {

    private static final String PATH = "/api/household/v1/households";
    private static final int ownPort = Surroundings.freePort();
    private static final int otherPort = Surroundings.freePort();

    private final WireMockServer own = server(ownPort);
    private final WireMockServer other = server(otherPort);

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Surroundings.settings(settings);
        settings.add("HOUSEHOLD_URL", () -> "http://127.0.0.1:" + ownPort);
        settings.add("HOUSEHOLD_STAND_IN_URL", () -> "http://127.0.0.1:" + otherPort);
    }

    private static WireMockServer server(int port) {
        var server = new WireMockServer(wireMockConfig().port(port).bindAddress("127.0.0.1"));
        server.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("Connection", "close"))); // none rests until the next test
        return server;
    }

    @BeforeEach
    void fresh() {
        Surroundings.reset();
    }

    @AfterEach
    void stop() {
        own.stop();
        other.stop();
    }

    private int write() {
        return new Client(port).bearer(token("li")).post(PATH, "{\"name\":\"a\"}", Map.of()).status();
    }

    @Test
    void aWriteThatFindsNobodyGoesToTheStandInWithItsBody() {
        other.start();

        assertThat(write()).isEqualTo(200);
        assertThat(write()).isEqualTo(200);
        other.verify(2, postRequestedFor(urlEqualTo(PATH)).withRequestBody(equalTo("{\"name\":\"a\"}")));
    }

    @Test
    void whoLeavesIsAskedNoMoreWhileTheOtherAnswers() {
        own.start();
        other.start();
        var first = write() == 200 && own.countRequestsMatching(anyRequestedFor(anyUrl()).build()).getCount() == 1 ? own : other;
        var second = first == own ? other : own;
        first.stubFor(any(anyUrl())
                .willReturn(okJson("{}").withHeader("X-Jingzhun-Leaving", "true").withHeader("Connection", "close")));
        var answer = new Client(port).bearer(token("li")).post(PATH, "{}", Map.of());
        first.resetRequests();
        second.resetRequests();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Jingzhun-Leaving")).isNull();
        assertThat(write()).isEqualTo(200);
        first.verify(0, anyRequestedFor(anyUrl()));
        second.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void aWriteThatWasRefusedIsNotSentAgain() {
        own.start();
        other.start();
        own.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503).withHeader("Connection", "close")));
        other.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503).withHeader("Connection", "close")));

        assertThat(write()).isEqualTo(503);
        assertThat(own.getAllServeEvents().size() + other.getAllServeEvents().size()).isEqualTo(1);
    }

    @Test
    void aCreationWithAKeyWhoseConnectionBreaksIsSentAgainAndOneWithoutIsNot() {
        own.start();
        other.start();
        for (var server : List.of(own, other)) {
            server.stubFor(post(PATH).inScenario("breaks").whenScenarioStateIs(Scenario.STARTED).willSetStateTo("mended")
                    .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        }

        assertThat(write()).isEqualTo(503);
        own.resetScenarios();
        other.resetScenarios();
        resetRequests();
        var answer = new Client(port).bearer(token("li")).post(PATH, "{\"name\":\"a\"}", Map.of("Idempotency-Key", "k1"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Jingzhun-Instance")).isIn("own", "stand-in");
        assertThat(own.countRequestsMatching(creation()).getCount() + other.countRequestsMatching(creation()).getCount())
                .isEqualTo(2);
    }

    private void resetRequests() {
        own.resetRequests();
        other.resetRequests();
    }

    private static RequestPattern creation() {
        return postRequestedFor(urlEqualTo(PATH)).withHeader("Idempotency-Key", equalTo("k1"))
                .withRequestBody(equalTo("{\"name\":\"a\"}")).build();
    }

    @Test
    void withoutBothItIsSaidThatTheServiceIsOut() {
        assertThat(write()).isEqualTo(503);
    }
}
