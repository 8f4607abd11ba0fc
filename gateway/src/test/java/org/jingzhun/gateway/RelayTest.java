package org.jingzhun.gateway;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.gateway.Surroundings.household;
import static org.jingzhun.gateway.Surroundings.identity;
import static org.jingzhun.gateway.Surroundings.token;

/** What passes to a service and back, and what callers are told when a service is slow, broken or absent. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"RELAY_READ_TIMEOUT=500ms", "UPLOAD_LIMIT=3MB"})
class RelayTest {

    @LocalServerPort
    int port;

    @Autowired
    CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Surroundings.settings(settings);
    }

    @BeforeEach
    void fresh() {
        Surroundings.reset();
        breakers.getAllCircuitBreakers().forEach(breaker -> breaker.reset());
    }

    Client caller() {
        return new Client(port).bearer(token("li"));
    }

    @Test
    void whatACallerSaysOfTracesStaysOutside() {
        household.stubFor(get(anyUrl()).willReturn(okJson("{}")));

        caller().get("/api/household/v1/households", Map.of("traceparent",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "tracestate", "a=b", "baggage", "c=d"));

        household.verify(getRequestedFor(anyUrl()).withoutHeader("traceparent").withoutHeader("tracestate")
                .withoutHeader("baggage"));
    }

    @Test
    void aRequestReachesItsServiceWithPathQueryTokenAndRequestId() {
        household.stubFor(get(anyUrl()).willReturn(okJson("{\"number\":\"1\"}").withHeader("ETag", "\"v3\"")));
        var token = token("li");

        var answer = new Client(port).bearer(token)
                .get("/api/household/v1/households?area=451481&name=%E5%BC%A0+%26", Map.of("X-Request-Id", "abc-1"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"number\":\"1\"}");
        assertThat(answer.header("ETag")).isEqualTo("\"v3\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(answer.header("X-Request-Id")).isEqualTo("abc-1");
        household.verify(getRequestedFor(urlEqualTo("/api/household/v1/households?area=451481&name=%E5%BC%A0+%26"))
                .withHeader("Authorization", equalTo("Bearer " + token))
                .withHeader("X-Request-Id", equalTo("abc-1"))
                .withHeader("X-Forwarded-For", equalTo("127.0.0.1"))
                .withHeader("X-Forwarded-Host", equalTo("localhost:8080"))
                .withHeader("X-Forwarded-Proto", equalTo("http")));
    }

    @Test
    void whatCallersSayOfThemselvesDoesNotPass() {
        household.stubFor(any(anyUrl()).willReturn(okJson("{}").withHeader("Server", "x").withHeader("Set-Cookie", "a=b")
                .withHeader("X-Content-Type-Options", "nosniff")));

        var answer = caller().get("/api/household/v1/x", Map.of("X-Forwarded-For", "9.9.9.9", "Forwarded", "for=9.9.9.9",
                "X-Forwarded-Prefix", "/evil", "X-Real-IP", "9.9.9.9", "Cookie", "a=b", "X-Jingzhun-Account", "root",
                "X-Request-Id", "evil\"id", "If-None-Match", "\"v1\"", "TE", "trailers"));

        household.verify(getRequestedFor(anyUrl()).withHeader("X-Forwarded-For", equalTo("127.0.0.1"))
                .withoutHeader("Forwarded").withoutHeader("X-Forwarded-Prefix").withoutHeader("X-Real-IP")
                .withoutHeader("Cookie").withoutHeader("X-Jingzhun-Account").withoutHeader("TE")
                .withHeader("If-None-Match", equalTo("\"v1\"")));
        assertThat(answer.header("Set-Cookie")).isNull();
        assertThat(answer.header("Server")).isNull();
        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{32}");
        assertThat(answer.response().headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'").contains("frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Strict-Transport-Security")).isNull();
    }

    @Test
    void aBodyPassesBothWays() {
        household.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(201).withHeader("Location", "/api/household/v1/x/1")
                .withBody("made")));

        var answer = caller().post("/api/household/v1/x", "{\"a\":\"张\"}", Map.of("Content-Type", "application/json"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("made");
        assertThat(answer.header("Location")).isEqualTo("/api/household/v1/x/1");
        household.verify(postRequestedFor(anyUrl()).withRequestBody(equalTo("{\"a\":\"张\"}")));
    }

    @Test
    void identitysPagesKeepTheirCookiesAndFormsAndCredentials() {
        identity.stubFor(post(urlPathEqualTo("/oauth2/token")).willReturn(okJson("{}")
                .withHeader("Set-Cookie", "__Host-jingzhun-sign-in=1; Path=/")));

        var answer = new Client(port).post("/oauth2/token", "grant_type=client_credentials&scope=a+b",
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Authorization", "Basic eDp5",
                        "Cookie", "__Host-jingzhun=secret; __Host-jingzhun-form=f; __Host-jingzhun-visit=v"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).startsWith("__Host-jingzhun-sign-in=1");
        identity.verify(postRequestedFor(urlEqualTo("/oauth2/token"))
                .withHeader("Authorization", equalTo("Basic eDp5"))
                .withHeader("Cookie", equalTo("__Host-jingzhun-form=f"))
                .withRequestBody(equalTo("grant_type=client_credentials&scope=a+b")));
    }

    @Test
    void apiDocumentsArePublicAndShortened() {
        household.stubFor(get(urlEqualTo("/v3/api-docs")).willReturn(okJson("{\"openapi\":\"3.1.0\"}")));

        assertThat(new Client(port).get("/api/household/v3/api-docs").json().path("openapi").asString()).isEqualTo("3.1.0");
    }

    @ParameterizedTest
    @CsvSource({"en, The household service", "zh-CN, 农户登记服务", "fr, 农户登记服务", "'', 农户登记服务"})
    void aServiceThatIsAbsentIsNamedInTheCallersLanguage(String language, String name) {
        household.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        var answer = caller().get("/api/household/v1/x", Map.of("Accept-Language", language));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("service-unavailable");
        assertThat(answer.json().path("detail").asString()).startsWith(name);
        assertThat(answer.json().path("requestId").asString()).isEqualTo(answer.header("X-Request-Id"));
        assertThat(answer.json().path("instance").asString()).isEqualTo("/api/household/v1/x");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aReadIsAskedOnceMoreAndAWriteNever() {
        household.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));

        assertThat(caller().get("/api/household/v1/x").status()).isEqualTo(503);
        assertThat(caller().post("/api/household/v1/x", "{}", Map.of()).status()).isEqualTo(503);

        household.verify(2, getRequestedFor(anyUrl()));
        household.verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void aReadThatFindsADeadConnectionSucceedsAtTheSecondAttempt() {
        household.stubFor(get(anyUrl()).inScenario("dead").whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)).willSetStateTo("alive"));
        household.stubFor(get(anyUrl()).inScenario("dead").whenScenarioStateIs("alive").willReturn(okJson("{}")));

        assertThat(caller().get("/api/household/v1/x").status()).isEqualTo(200);
    }

    @Test
    void aSlowServiceIsNotWaitedForAndNotAskedAgain() {
        household.stubFor(any(anyUrl()).willReturn(aResponse().withFixedDelay(2_000)));

        var answer = caller().get("/api/household/v1/x");

        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.problem()).isEqualTo("service-silent");
        household.verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void aServiceThatKeepsFailingIsLeftAloneAndTheOthersGoOn() {
        household.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        identity.stubFor(get(urlEqualTo("/api/identity/v1/me")).willReturn(okJson("{}")));
        for (int i = 0; i < 5; i++) {
            caller().post("/api/household/v1/x", "{}", Map.of());
        }
        household.resetRequests();

        var answer = caller().get("/api/household/v1/x");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("service-unavailable");
        assertThat(answer.json().path("detail").asString()).startsWith("农户登记服务");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        household.verify(0, getRequestedFor(anyUrl()));
        assertThat(caller().get("/api/identity/v1/me").status()).isEqualTo(200);
    }

    @Test
    void aServicesOwnRefusalsAreRelayedAndOpenNoCircuit() {
        household.stubFor(
                any(anyUrl()).willReturn(aResponse().withStatus(422).withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\":\"x\"}")));

        for (int i = 0; i < 10; i++) {
            assertThat(caller().get("/api/household/v1/x").body()).isEqualTo("{\"type\":\"x\"}");
        }
    }

    @Test
    void anAnswerThatBreaksOffIsNeverTakenForAWholeOne() {
        household.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));

        assertThat(caller().get("/api/household/v1/x").problem()).isEqualTo("service-broken");
    }

    @Test
    void aJsonBodyOverItsLimitIsRefusedBeforeItIsRead() {
        var answer = caller().post("/api/household/v1/x", "x".repeat(1024 * 1024 + 1), Map.of());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
        household.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void aBodyOfUnknownLengthIsCutAtItsLimit() {
        household.stubFor(any(anyUrl()).willReturn(okJson("{}")));

        var answer = caller().send("POST", "/api/household/v1/x",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1024 * 1024 + 1])), Map.of());

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("body-too-large");
    }

    @Test
    void anUploadMayBeLargerThanABody() {
        household.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(202)));
        var path = "/api/household/v1/imports/7/content";

        var fits = caller().send("PUT", path, BodyPublishers.ofByteArray(new byte[2 * 1024 * 1024]), Map.of());
        var chunked = caller().send("PUT", path,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2 * 1024 * 1024])), Map.of());
        var tooLarge = caller().send("PUT", path, BodyPublishers.ofByteArray(new byte[3 * 1024 * 1024 + 1]), Map.of());

        assertThat(fits.status()).isEqualTo(202);
        assertThat(chunked.status()).isEqualTo(202);
        assertThat(tooLarge.status()).isEqualTo(413);
        household.verify(2, putRequestedFor(urlEqualTo(path)));
    }

    @Test
    void anUnknownAddressIsAProblem() {
        var answer = new Client(port).get("/nothing/here", Map.of("Accept-Language", "en-GB"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-there");
        assertThat(answer.json().path("title").asString()).isEqualTo("No such address");
    }

    @ParameterizedTest
    @CsvSource({"/api/household/..%2fidentity/v1/accounts", "/api//household/v1/x", "/api/household;a=b/v1/x"})
    void aPathThatCouldBeReadInTwoWaysIsRefused(String path) {
        assertThat(caller().get(path).status()).isEqualTo(400);
        household.verify(0, getRequestedFor(anyUrl()));
        identity.verify(0, getRequestedFor(urlPathEqualTo("/api/identity/v1/accounts")));
    }
}
