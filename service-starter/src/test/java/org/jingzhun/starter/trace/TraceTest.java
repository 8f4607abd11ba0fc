package org.jingzhun.starter.trace;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import feign.Feign;
import feign.Param;
import feign.RequestLine;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import org.jingzhun.starter.probe.Http;
import org.jingzhun.starter.probe.Probe;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a collector is told of a request that calls another service by Feign, here the service itself. */
@SpringBootTest(classes = Probe.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
        "spring.application.name=probe-service", "management.server.port=0", "jingzhun.page.cursor-key=only-for-this-test",
        "jingzhun.traces.sampled=0", "management.opentelemetry.tracing.export.schedule-delay=50ms"})
@Import(TraceTest.Caller.class)
class TraceTest {

    private static final Collector COLLECTOR = new Collector();

    private final String trace = UUID.randomUUID().toString().replace("-", ""); // each test looks at its own
    private final String chosen = "00-" + trace + "-b7ad6b7169203331-01";

    @LocalServerPort
    int port;
    @LocalManagementPort
    int management;
    @Autowired
    InMemorySpanExporter spans;
    @Autowired
    SdkTracerProvider provider;
    Http http;

    @DynamicPropertySource
    static void collector(DynamicPropertyRegistry settings) {
        settings.add("jingzhun.traces.url", COLLECTOR::url);
    }

    @AfterAll
    static void end() {
        COLLECTOR.close();
    }

    @BeforeEach
    void callAsCountyOfficer() {
        Caller.port = port;
        http = Http.on(port).as(TestToken.person("county").grant("county-officer", "rural-affairs", "451481").bearer());
    }

    @Test
    void aRequestIsFollowedThroughFeignIntoTheOtherService() {
        assertThat(http.with("traceparent", chosen).get("/api/probe/v1/callers/451481199001011234?name=secret").status())
                .isEqualTo(200);

        assertThat(Caller.traceparent.get()).startsWith("00-" + trace).endsWith("-01");
        var kept = kept(3);
        var call = only(kept, SpanKind.CLIENT);
        assertThat(call.getName()).isEqualTo("GET /api/probe/v1/called/{number}");
        assertThat(kept).filteredOn(span -> span.getKind() == SpanKind.SERVER).extracting(SpanData::getName)
                .containsExactlyInAnyOrder("http get /api/probe/v1/callers/{number}", "http get /api/probe/v1/called/{number}");
        assertThat(kept).filteredOn(span -> span.getName().endsWith("get /api/probe/v1/called/{number}"))
                .allMatch(span -> span.getParentSpanId().equals(call.getSpanId()));
        assertThat(call.getAttributes().get(AttributeKey.stringKey("status"))).isEqualTo("200");
    }

    @Test
    void theCollectorIsToldRoutesAndNothingOfAnybody() {
        http.with("traceparent", chosen).get("/api/probe/v1/callers/451481199001011234?name=secret");
        http.with("traceparent", chosen).get("/api/probe/v1/failures/duplicate");
        http.with("traceparent", chosen).get("/api/nobody/v1/451481199001011234");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(COLLECTOR.received())
                .contains("/v1/traces\n", "probe-service", "http get /api/probe/v1/callers/{number}",
                        "http get /api/probe/v1/failures/{kind}"));
        kept(5);
        assertThat(COLLECTOR.received()).doesNotContain("451481199001011234", "secret", "Duplicate");
        assertThat(spans()).allSatisfy(span -> {
            assertThat(span.toString()).doesNotContain("secret", "Duplicate");
            assertThat(span.getAttributes().asMap()).allSatisfy(
                    (key, value) -> assertThat(value.toString()).as(key.getKey()).doesNotContain("451481199001011234", "secret"));
            assertThat(span.getEvents()).isEmpty();
            assertThat(span.getStatus().getDescription()).isEmpty();
        });
    }

    @Test
    void whoeverWasNotChosenIsNotFollowedAnywhere() {
        http.with("traceparent", chosen.replace("-01", "-00")).get("/api/probe/v1/callers/7");

        assertThat(Caller.traceparent.get()).startsWith("00-" + trace).endsWith("-00");
        provider.forceFlush().join(10, TimeUnit.SECONDS);
        assertThat(spans()).isEmpty();
        http.get("/api/probe/v1/callers/7"); // nobody has decided: the share is nought
        assertThat(Caller.traceparent.get()).doesNotContain(trace).endsWith("-00");
    }

    @Test
    void theLogNamesTheTrace() {
        http.with("traceparent", chosen).get("/api/probe/v1/callers/7");

        assertThat(Caller.logged.get()).isEqualTo(trace);
    }

    @Test
    void operatorsAreNotFollowed() {
        assertThat(Http.on(management).with("traceparent", chosen).get("/actuator/health").status()).isEqualTo(200);
        assertThat(Http.on(management).with("traceparent", chosen).get("/actuator/prometheus").status()).isEqualTo(200);

        provider.forceFlush().join(10, TimeUnit.SECONDS);
        assertThat(spans()).isEmpty();
    }

    private List<SpanData> kept(int number) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(spans()).hasSizeGreaterThanOrEqualTo(number));
        return spans();
    }

    private List<SpanData> spans() {
        return spans.getFinishedSpanItems().stream().filter(span -> span.getTraceId().equals(trace)).toList();
    }

    private static SpanData only(List<SpanData> spans, SpanKind kind) {
        assertThat(spans).filteredOn(span -> span.getKind() == kind).hasSize(1);
        return spans.stream().filter(span -> span.getKind() == kind).findFirst().orElseThrow();
    }

    interface Called {

        @RequestLine("GET /api/probe/v1/called/{number}?name={name}")
        String ask(@Param("number") String number, @Param("name") String name);
    }

    @RestController
    @PreAuthorize("isAuthenticated()")
    static class Caller {

        static final AtomicReference<String> traceparent = new AtomicReference<>("");
        static final AtomicReference<String> logged = new AtomicReference<>("");
        static volatile int port;
        private final FeignTraces traces;

        Caller(FeignTraces traces) {
            this.traces = traces;
        }

        @Bean
        static InMemorySpanExporter spans() {
            return InMemorySpanExporter.create();
        }

        @GetMapping("/api/probe/v1/callers/{number}")
        String call(@PathVariable String number, @RequestHeader("Authorization") String bearer) {
            return Feign.builder().addCapability(traces)
                    .requestInterceptor(request -> request.header("Authorization", bearer))
                    .target(Called.class, "http://127.0.0.1:" + port).ask(number, "secret");
        }

        @GetMapping("/api/probe/v1/called/{number}")
        String called(@PathVariable String number, @RequestHeader("traceparent") String told) {
            traceparent.set(told);
            logged.set(MDC.get("traceId"));
            return number;
        }
    }
}
