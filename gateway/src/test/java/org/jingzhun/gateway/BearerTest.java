package org.jingzhun.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jingzhun.gateway.Surroundings.household;
import static org.jingzhun.gateway.Surroundings.identity;
import static org.jingzhun.gateway.Surroundings.redisCommands;
import static org.jingzhun.gateway.Surroundings.token;

/** Which tokens are believed, and until when. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BearerTest {

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
    void aGoodTokenPasses() {
        assertThat(new Client(port).bearer(token("li")).get("/api/household/v1/x").status()).isEqualTo(200);
        assertThat(new Client(port).with("Authorization", "bearer " + token("li")).get("/api/household/v1/x").status())
                .isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void aTokenThatIsNotGoodIsRefusedAndNotRelayed(String what, String token) {
        var answer = new Client(port).bearer(token).get("/api/household/v1/x", Map.of("Sec-Fetch-Mode", "navigate"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("token-not-valid");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        household.verify(0, getRequestedFor(anyUrl()));
    }

    static Stream<Arguments> aTokenThatIsNotGoodIsRefusedAndNotRelayed() throws Exception {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder().issuer(Surroundings.ISSUER).audience("jingzhun").subject("li")
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300))).build();
        var hmac = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims);
        hmac.sign(new MACSigner(Surroundings.key.toRSAPublicKey().getEncoded()));
        var good = token("li");
        var parts = good.split("\\.");
        return Stream.of(
                Arguments.of("expired", token("li", it -> it.expirationTime(Date.from(now.minusSeconds(120))))),
                Arguments.of("not yet", token("li", it -> it.notBeforeTime(Date.from(now.plusSeconds(120))))),
                Arguments.of("other issuer", token("li", it -> it.issuer("http://evil.example"))),
                Arguments.of("other audience", token("li", it -> it.audience("gateway"))),
                Arguments.of("no audience", token("li", it -> it.audience((String) null))),
                Arguments.of("no subject", token("li", it -> it.subject(null))),
                Arguments.of("no expiry", token("li", it -> it.expirationTime(null))),
                Arguments.of("alg none", new PlainJWT(claims).serialize()),
                Arguments.of("HMAC with the public key", hmac.serialize()),
                Arguments.of("a key nobody published", Surroundings.signed(claims, Surroundings.key("two"))),
                Arguments.of("another key by the same name", Surroundings.signed(claims, Surroundings.key("one"))),
                Arguments.of("tampered", parts[0] + "." + new PlainJWT(claims).serialize().split("\\.")[1] + "." + parts[2]),
                Arguments.of("no token at all", "abc"));
    }

    @Test
    void anotherSchemeIsNoSignIn() {
        assertThat(new Client(port).with("Authorization", "Basic eDp5").get("/api/household/v1/x").problem())
                .isEqualTo("sign-in-needed");
    }

    @Test
    void aRotatedKeyIsFetchedWhenATokenNamesIt() {
        assertThat(new Client(port).bearer(token("li")).get("/api/household/v1/x").status()).isEqualTo(200);
        var next = Surroundings.key("next");
        identity.stubFor(get(urlPathEqualTo("/oauth2/jwks")).willReturn(okJson(
                new JWKSet(java.util.List.of(Surroundings.key.toPublicJWK(), next.toPublicJWK())).toString())));
        var now = Instant.now();
        var token = Surroundings.signed(new JWTClaimsSet.Builder().issuer(Surroundings.ISSUER).audience("jingzhun").subject("li")
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300))).build(), next);

        await().atMost(Duration.ofSeconds(10)) // unknown keys are fetched at most twice in five seconds
                .until(() -> new Client(port).bearer(token).get("/api/household/v1/x").status() == 200);
    }

    @Test
    void anAccountsCutoffEndsItsTokensAtOnceAndNoOthers() {
        var ended = token("wang");
        assertThat(new Client(port).bearer(ended).get("/api/household/v1/x").status()).isEqualTo(200);

        redisCommands.setex("jingzhun:identity:cutoff:wang", 43_200, Long.toString(Instant.now().toEpochMilli()));
        redisCommands.publish("jingzhun:identity:cutoff", "wang");

        await().atMost(Duration.ofSeconds(2))
                .until(() -> new Client(port).bearer(ended).get("/api/household/v1/x").status() == 401);
        assertThat(new Client(port).bearer(token("zhao")).get("/api/household/v1/x").status()).isEqualTo(200);
        assertThat(new Client(port).bearer(token("wang", it -> it.issueTime(Date.from(Instant.now().plusSeconds(2)))))
                .get("/api/household/v1/x").status()).isEqualTo(200);
    }

    @Test
    void aCutoffFromBeforeTheGatewayEverSawTheAccountHolds() {
        redisCommands.setex("jingzhun:identity:cutoff:sun", 43_200, Long.toString(Instant.now().toEpochMilli() + 1_000));

        assertThat(new Client(port).bearer(token("sun")).get("/api/household/v1/x").status()).isEqualTo(401);
    }
}
