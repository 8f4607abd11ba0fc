package org.jingzhun.gateway;

import java.util.Map;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.gateway.Surroundings.household;
import static org.jingzhun.gateway.Surroundings.identity;
import static org.jingzhun.gateway.Surroundings.token;

/** A gateway with a collector, which WireMock plays beside identity. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "TRACES_SAMPLED=1")
class TraceTest {

    static final String OTHERS = "0af7651916cd43dd8448eb211c80319c";

    @LocalServerPort
    int port;
    @LocalManagementPort
    int management;
    @Autowired
    SdkTracerProvider traces;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Surroundings.settings(settings);
        settings.add("TRACES_URL", () -> identity.baseUrl() + "/v1/traces");
    }

    @BeforeEach
    void fresh() {
        Surroundings.reset();
        identity.stubFor(post(urlPathEqualTo("/v1/traces")).willReturn(ok()));
    }

    @Test
    void theTraceBeginsHereAndTheCollectorIsToldOfServiceAndStatusOnly() {
        household.stubFor(get(anyUrl()).willReturn(okJson("{}")));

        new Client(port).bearer(token("li")).get("/api/household/v1/persons/451481199001011234?name=secret",
                Map.of("traceparent", "00-" + OTHERS + "-b7ad6b7169203331-00", "X-Request-Id", "request-of-li"));

        household.verify(getRequestedFor(anyUrl()).withHeader("traceparent", matching("00-[0-9a-f]{32}-[0-9a-f]{16}-01")));
        assertThat(household.findAll(getRequestedFor(anyUrl())).getFirst().getHeader("traceparent")).doesNotContain(OTHERS);
        assertThat(traces.forceFlush().join(30, SECONDS).isSuccess()).isTrue();
        var told = identity.findAll(postRequestedFor(urlPathEqualTo("/v1/traces")));
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().getBodyAsString()).contains("service.name", "gateway", "GET household", "request-of-li", "200")
                .doesNotContain("451481199001011234", "secret", "/api/");
    }

    @Test
    void healthIsNotTraced() {
        new Client(management).get("/actuator/health/readiness");
        new Client(management).get("/actuator/prometheus");

        traces.forceFlush().join(30, SECONDS);
        assertThat(identity.findAll(postRequestedFor(urlPathEqualTo("/v1/traces")))).isEmpty();
    }
}
