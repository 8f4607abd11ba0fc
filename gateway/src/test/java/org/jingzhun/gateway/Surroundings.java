package org.jingzhun.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import org.springframework.test.context.DynamicPropertyRegistry;
import redis.embedded.RedisServer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

/** What stands around the gateway in its tests: a Redis, and WireMock in the parts of household- and identity-service. */
final class Surroundings {

    static final String ISSUER = "http://localhost:8080";
    static final WireMockServer household = started();
    static final WireMockServer identity = started();
    static final RSAKey key = key("one");
    static final int redisPort = freePort();
    private static RedisServer redis = startRedis(redisPort);
    static final RedisCommands<String, String> redisCommands = RedisClient.create("redis://127.0.0.1:" + redisPort).connect()
            .sync();

    private Surroundings() {}

    static void settings(DynamicPropertyRegistry settings) {
        settings.add("HOUSEHOLD_URL", household::baseUrl);
        settings.add("IDENTITY_URL", identity::baseUrl);
        settings.add("IDENTITY_JWKS_URL", () -> identity.baseUrl() + "/oauth2/jwks");
        settings.add("GATEWAY_CLIENT_SECRET", () -> "test-only-secret");
        settings.add("REDIS_SESSION_URL", () -> "redis://127.0.0.1:" + redisPort + "/0");
        settings.add("REDIS_CACHE_URL", () -> "redis://127.0.0.1:" + redisPort + "/1");
        settings.add("SERVER_PORT", () -> "0");
        settings.add("MANAGEMENT_PORT", () -> "0");
    }

    static void reset() {
        household.resetAll();
        identity.resetAll();
        identity.stubFor(get(urlPathEqualTo("/oauth2/jwks")).willReturn(okJson(new JWKSet(key.toPublicJWK()).toString())));
        identity.stubFor(post(urlPathEqualTo("/oauth2/logout")).willReturn(aResponse().withStatus(302)
                .withHeader("Location", ISSUER + "/")
                .withHeader("Set-Cookie", "__Host-jingzhun-sign-in=; Max-Age=0; Path=/; Secure")));
    }

    static void stopRedis() {
        try {
            redis.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void restartRedis() {
        redis = startRedis(redisPort);
    }

    /** An access token as identity makes them. */
    static String token(String account) {
        return token(account, claims -> {
        });
    }

    static String token(String account, Consumer<JWTClaimsSet.Builder> different) {
        var now = Instant.now();
        var claims = new JWTClaimsSet.Builder().issuer(ISSUER).audience("jingzhun").subject(account)
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("kind", "person");
        different.accept(claims);
        return signed(claims.build(), key);
    }

    static String signed(JWTClaimsSet claims, RSAKey with) {
        try {
            var jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), claims);
            jwt.sign(new RSASSASigner(with));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Identity answers the exchange of a code. */
    static void identityExchangesCode(String account, String nonce, String access, String refresh, long seconds) {
        var now = Instant.now();
        var id = signed(new JWTClaimsSet.Builder().issuer(ISSUER).audience("gateway").subject(account)
                .claim("nonce", nonce).issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300))).build(), key);
        identity.stubFor(post(urlPathEqualTo("/oauth2/token")).withRequestBody(containing("grant_type=authorization_code"))
                .willReturn(okJson(json(Map.of("access_token", access, "refresh_token", refresh, "id_token", id,
                        "token_type", "Bearer", "expires_in", seconds)))));
    }

    static void identityRenews(String access, long seconds, int delayMillis) {
        identity.stubFor(post(urlPathEqualTo("/oauth2/token")).withRequestBody(containing("grant_type=refresh_token"))
                .willReturn(okJson(json(Map.of("access_token", access, "token_type", "Bearer", "expires_in", seconds)))
                        .withFixedDelay(delayMillis)));
    }

    static String json(Map<String, ?> values) {
        return tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(values);
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WireMockServer started() {
        var server = new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
        server.start();
        return server;
    }

    private static RedisServer startRedis(int port) {
        try {
            var server = RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"")
                    .setting("appendonly no").build();
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
