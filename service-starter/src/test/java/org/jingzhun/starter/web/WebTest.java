package org.jingzhun.starter.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jingzhun.starter.probe.Http;
import org.jingzhun.starter.probe.ProbeTest;
import org.jingzhun.test.token.TestToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

@ProbeTest
class WebTest {

    static final String RECORD = "/api/probe/v1/records/H100-1";

    @LocalServerPort
    int port;
    @Autowired
    Clock clock;
    @Autowired
    JsonMapper json;
    Http http;

    @BeforeEach
    void callAsCountyOfficer() {
        http = Http.on(port).as(TestToken.person("county").grant("county-officer", "rural-affairs", "451481").bearer());
    }

    @Test
    void aWellFormedRequestIdIsKept() {
        assertThat(http.with("X-Request-Id", "0f8fad5b-d9cb-469f-a165-70867728950e").get(RECORD).header("X-Request-Id"))
                .isEqualTo("0f8fad5b-d9cb-469f-a165-70867728950e");
    }

    @Test
    void anotherOneIsReplaced() {
        for (var wrong : new String[]{"short", "with blank in it", "x".repeat(65), "ten lines\there", "a\"b,c=d;e<f>g"}) {
            assertThat(http.with("X-Request-Id", wrong).get(RECORD).header("X-Request-Id")).matches("[0-9a-f]{32}");
        }
        assertThat(http.get(RECORD).header("X-Request-Id")).isNotEqualTo(http.get(RECORD).header("X-Request-Id"));
        assertThat(Http.on(port).get(RECORD).header("X-Request-Id")).matches("[0-9a-f]{32}");
    }

    @Test
    void moneyHasNoExponentAndDatesAreIso() {
        assertThat(http.get(RECORD).body()).contains("\"income\":100");
        assertThat(json.writeValueAsString(new Sample(new BigDecimal("1234.50"), LocalDate.of(2020, 12, 31),
                Instant.parse("2020-12-31T00:00:00Z"))))
                .isEqualTo("{\"money\":1234.50,\"day\":\"2020-12-31\",\"at\":\"2020-12-31T00:00:00Z\"}");
    }

    @Test
    void aClientOfAnotherServiceDoesNotMindNewFields() {
        assertThat(json.readValue("{\"money\": 1, \"more\": 2}", Sample.class).money()).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void aRecordIsReadWithItsVersionAndChangedWithIt() {
        assertThat(http.get(RECORD).header("ETag")).isEqualTo("\"v3\"");

        var body = "{\"name\": \"丙\", \"income\": 12.30}";
        assertThat(http.with("If-Match", "\"v3\"").json("PUT", RECORD, body).body()).contains("\"income\":12.30");
        assertThat(http.with("If-Match", "\"v1\", \"v3\"").json("PUT", RECORD, body).status()).isEqualTo(200);
        assertThat(http.with("If-Match", "*").json("PUT", RECORD, body).status()).isEqualTo(200);
        var old = http.with("If-Match", "\"v2\"").json("PUT", RECORD, body);
        assertThat(old.status()).isEqualTo(412);
        assertThat(old.problem()).isEqualTo("changed-meanwhile");
        assertThat(http.with("If-Match", "W/\"v3\"").json("PUT", RECORD, body).status()).isEqualTo(412);
        assertThat(http.json("PUT", RECORD, body).problem()).isEqualTo("if-match-missing");
    }

    @Test
    void anUnchangedRecordIsNotSentAgain() {
        assertThat(http.with("If-None-Match", "\"v3\"").get(RECORD).status()).isEqualTo(304);
    }

    @Test
    void daysAreDaysInChina() {
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    record Sample(BigDecimal money, LocalDate day, Instant at) {}
}
