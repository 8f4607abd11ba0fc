package org.jingzhun.starter.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.jingzhun.starter.probe.Http;
import org.jingzhun.starter.probe.Probe;
import org.jingzhun.test.token.TestToken;
import org.jingzhun.test.token.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class KeysOfTheIssuerTest {

    final AtomicBoolean down = new AtomicBoolean();
    final AtomicInteger asked = new AtomicInteger();
    HttpServer identity;

    @BeforeEach
    void startTheIssuer() throws IOException {
        var keys = TestTokens.publicKeys();
        identity = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        identity.createContext("/jwks", exchange -> {
            asked.incrementAndGet();
            var body = keys.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(down.get() ? 503 : 200, down.get() ? -1 : body.length);
            if (!down.get()) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        identity.start();
    }

    @AfterEach
    void stopTheIssuer() {
        identity.stop(0);
    }

    @Test
    void keysAreFetchedOnceAndAMissingIssuerIsAnOutageNotARefusal() {
        down.set(true);
        try (var service = new SpringApplicationBuilder(Probe.WithoutTestKeys.class).run("--server.port=0",
                "--jingzhun.identity.jwks-url=http://127.0.0.1:" + identity.getAddress().getPort() + "/jwks")) {
            var http = Http.on(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));
            var token = TestToken.person("county").grant("county-officer", "rural-affairs", "451481");

            var outage = http.as(token.bearer()).get("/api/probe/v1/records");
            assertThat(outage.status()).isEqualTo(503);
            assertThat(outage.problem()).isEqualTo("sign-in-unavailable");
            assertThat(outage.header("Retry-After")).isNotEmpty();
            assertThat(outage.body()).doesNotContain("127.0.0.1:" + identity.getAddress().getPort());
        }
        down.set(false);
        try (var service = new SpringApplicationBuilder(Probe.WithoutTestKeys.class).run("--server.port=0",
                "--jingzhun.identity.jwks-url=http://127.0.0.1:" + identity.getAddress().getPort() + "/jwks")) {
            var http = Http.on(Integer.parseInt(service.getEnvironment().getRequiredProperty("local.server.port")));
            var token = TestToken.person("county").grant("county-officer", "rural-affairs", "451481");
            asked.set(0);

            assertThat(http.as(token.bearer()).get("/api/probe/v1/records").status()).isEqualTo(200);
            down.set(true);
            assertThat(http.as(token.bearer()).get("/api/probe/v1/records").status()).isEqualTo(200);
            assertThat(http.as(token.claim("jti", "2").bearer()).get("/api/probe/v1/records").status()).isEqualTo(200);
            assertThat(asked).hasValue(1);
        }
    }
}
