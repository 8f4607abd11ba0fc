package org.jingzhun.gateway;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jingzhun.gateway.Surroundings.household;
import static org.jingzhun.gateway.Surroundings.identity;
import static org.jingzhun.gateway.Surroundings.redisCommands;
import static org.jingzhun.gateway.Surroundings.token;

/** A browser's sign-in from its beginning to its end, in all the ways it may end. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SessionTest {

    static final Map<String, String> NAVIGATION = Map.of("Sec-Fetch-Mode", "navigate", "Accept", "text/html");

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Surroundings.settings(settings);
    }

    @BeforeEach
    void fresh() {
        Surroundings.reset();
        redisCommands.flushall();
        household.stubFor(any(anyUrl()).willReturn(okJson("{}")));
    }

    @Test
    void theSignInUsesCodeProofKeyAndNonce() throws Exception {
        var browser = new Browser(port);

        var query = browser.begin("/households%3Fx%3D1");
        Surroundings.identityExchangesCode("a-1", query.get("nonce"), "access-1", "refresh-1", 300);
        var answer = browser.comeBack(query);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("/households?x=1");
        assertThat(query).containsEntry("response_type", "code").containsEntry("client_id", "gateway")
                .containsEntry("code_challenge_method", "S256").containsEntry("scope", "openid profile")
                .containsEntry("redirect_uri", Surroundings.ISSUER + "/session/callback");
        var sent = identity.findAll(postRequestedFor(urlPathEqualTo("/oauth2/token"))).getFirst();
        assertThat(sent.getHeader("Authorization")).startsWith("Basic ");
        var verifier = sent.formParameter("code_verifier").firstValue();
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(
                MessageDigest.getInstance("SHA-256").digest(verifier.getBytes()))).isEqualTo(query.get("code_challenge"));
    }

    @Test
    void theCookieIsKeptFromScriptsAndOtherHosts() {
        var browser = new Browser(port);
        var query = browser.begin("/");
        Surroundings.identityExchangesCode("a-1", query.get("nonce"), "access-1", "refresh-1", 300);

        var answer = browser.comeBack(query);

        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).matches(
                        "__Host-jingzhun=[A-Za-z0-9_-]{43}; Path=/; Secure; HttpOnly; SameSite=Lax"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("__Host-jingzhun-visit=; Path=/; Max-Age=0"));
    }

    @Test
    void thePageLearnsWhoIsSignedInAndNoToken() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);

        var answer = browser.client().get("/session");

        assertThat(answer.json().path("signedIn").asBoolean()).isTrue();
        assertThat(answer.json().path("account").asString()).isEqualTo("a-1");
        assertThat(answer.json().path("csrf").path("header").asString()).isEqualTo("X-CSRF-Token");
        assertThat(Duration.between(Instant.parse(answer.json().path("signedInAt").asString()),
                Instant.parse(answer.json().path("endsAt").asString()))).isEqualTo(Duration.ofHours(12));
        assertThat(answer.body()).doesNotContain("access-1", "refresh-");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(new Client(port).get("/session").body()).isEqualTo("{\"signedIn\":false}");
    }

    @Test
    void theServiceGetsTheTokenAndNotTheCookie() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);

        assertThat(browser.client().get("/api/household/v1/x").status()).isEqualTo(200);

        household.verify(
                getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer access-1")).withoutHeader("Cookie"));
    }

    @Test
    void redisHoldsNeitherTokensNorTheKeyToTheSession() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);

        var keys = redisCommands.keys("jingzhun:gateway:*");
        assertThat(keys).singleElement().asString().startsWith("jingzhun:gateway:session:");
        assertThat(redisCommands.get(keys.getFirst())).contains("\"account\":\"a-1\"")
                .doesNotContain("access-1", "refresh-a-1", browser.client().cookies().get("__Host-jingzhun"));
        assertThat(keys.getFirst()).doesNotContain(browser.client().cookies().get("__Host-jingzhun"));
        assertThat(redisCommands.ttl(keys.getFirst())).isBetween(1_700L, 1_800L);
    }

    @Test
    void aRequestWritesNothingToTheSessionStore() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);
        var key = redisCommands.keys("jingzhun:gateway:session:*").getFirst();
        var stored = redisCommands.get(key);
        redisCommands.expire(key, 1_000);

        for (int i = 0; i < 20; i++) {
            browser.client().get("/api/household/v1/x");
        }

        assertThat(redisCommands.get(key)).isEqualTo(stored);
        assertThat(redisCommands.ttl(key)).isLessThanOrEqualTo(1_000); // a touch would have set it back to half an hour
    }

    @Test
    void aProgramWithoutSignInGetsAProblemAndAPersonIsLedToTheSignIn() {
        var program = new Client(port).get("/api/household/v1/x?a=1");
        var person = new Client(port).get("/api/household/v1/x?a=1", NAVIGATION);

        assertThat(program.status()).isEqualTo(401);
        assertThat(program.problem()).isEqualTo("sign-in-needed");
        assertThat(person.status()).isEqualTo(302);
        assertThat(person.header("Location")).isEqualTo("/session/sign-in?target=%2Fapi%2Fhousehold%2Fv1%2Fx%3Fa%3D1");
        household.verify(0, getRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"https://evil.example/, /", "//evil.example/, /", "/%5Cevil.example, /", "/a//b, /a//b", "javascript:x, /"})
    void aSignInLeadsNowhereElse(String target, String expected) {
        var browser = new Browser(port);
        var query = browser
                .begin(java.net.URLEncoder.encode(target.replace("%5C", "\\"), java.nio.charset.StandardCharsets.UTF_8));
        Surroundings.identityExchangesCode("a-1", query.get("nonce"), "access-1", "refresh-1", 300);

        assertThat(browser.comeBack(query).header("Location")).isEqualTo(expected);
    }

    @Test
    void aSignInThatAnotherBrowserBeganIsRefused() {
        var theirs = new Browser(port).begin("/");
        Surroundings.identityExchangesCode("a-1", theirs.get("nonce"), "access-1", "refresh-1", 300);
        var mine = new Browser(port);
        mine.begin("/");

        var answer = mine.comeBack(theirs);

        assertThat(answer.header("Location")).isEqualTo("/?sign-in=failed");
        assertThat(mine.client().cookies()).doesNotContainKey("__Host-jingzhun");
    }

    @Test
    void anIdTokenOfAnotherSignInIsRefused() {
        var browser = new Browser(port);
        var query = browser.begin("/");
        Surroundings.identityExchangesCode("a-1", "other-nonce", "access-1", "refresh-1", 300);

        assertThat(browser.comeBack(query).header("Location")).isEqualTo("/?sign-in=failed");
        assertThat(browser.client().get("/session").json().path("signedIn").asBoolean()).isFalse();
    }

    @Test
    void aSignInCannotBeUsedTwiceButTwoTabsMaySignIn() {
        var browser = new Browser(port);
        var first = browser.begin("/one");
        var second = browser.begin("/two");
        Surroundings.identityExchangesCode("a-1", first.get("nonce"), "access-1", "refresh-1", 300);
        var visit = browser.client().cookies().get("__Host-jingzhun-visit");

        assertThat(browser.comeBack(first).header("Location")).isEqualTo("/one");
        assertThat(browser.comeBack(first).header("Location")).isEqualTo("/?sign-in=failed");
        browser.client().cookies().put("__Host-jingzhun-visit", visit);
        Surroundings.identityExchangesCode("a-1", second.get("nonce"), "access-2", "refresh-2", 300);
        assertThat(browser.comeBack(second).header("Location")).isEqualTo("/two");
        assertThat(redisCommands.keys("jingzhun:gateway:session:*")).hasSize(1);
    }

    @Test
    void aChangeNeedsTheAntiForgeryToken() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);
        var other = new Browser(port).signIn("a-2", "access-2", 300);

        var without = browser.client().post("/api/household/v1/x", "{}", Map.of());
        var foreign = browser.client().post("/api/household/v1/x", "{}", Map.of("X-CSRF-Token", other.csrf()));
        var with = browser.client().post("/api/household/v1/x", "{}", Map.of("X-CSRF-Token", browser.csrf()));
        var form = browser.client().post("/api/household/v1/x", "_csrf=" + browser.csrf(),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));

        assertThat(without.status()).isEqualTo(403);
        assertThat(without.problem()).isEqualTo("csrf-token-missing");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(form.status()).isEqualTo(403);
        assertThat(with.status()).isEqualTo(200);
        household.verify(1, postRequestedFor(anyUrl()).withoutHeader("X-CSRF-Token"));
    }

    @Test
    void twoCredentialsAtOnceAreRefused() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);

        var answer = browser.client().get("/api/household/v1/x", Map.of("Authorization", "Bearer " + token("li")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("two-credentials");
    }

    @Test
    void manyRequestsAtOnceRenewTheTokenOnce() throws Exception {
        var browser = new Browser(port).signIn("a-1", "access-1", 1);
        await().until(() -> Instant.now().isAfter(Instant.parse(
                browser.client().get("/session").json().path("signedInAt").asString()).plusSeconds(1)));
        Surroundings.identityRenews("access-2", 300, 300);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> request = () -> browser.client().get("/api/household/v1/x").status();
            var answers = threads.invokeAll(Stream.generate(() -> request).limit(24).toList());
            for (var answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        identity.verify(1, postRequestedFor(urlPathEqualTo("/oauth2/token"))
                .withRequestBody(containing("grant_type=refresh_token")).withRequestBody(containing("refresh-a-1")));
        household.verify(24, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer access-2")));
    }

    @Test
    void aPageAsksForANewTokenBeforeTheOldOneEnds() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);
        Surroundings.identityRenews("access-2", 300, 0);

        assertThat(browser.client().post("/session/renewal", null, Map.of()).status()).isEqualTo(403);
        var answer = browser.client().post("/session/renewal", null, Map.of("X-CSRF-Token", browser.csrf()));
        browser.client().get("/api/household/v1/x");

        assertThat(answer.json().path("signedIn").asBoolean()).isTrue();
        household.verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer access-2")));
        assertThat(new Client(port).post("/session/renewal", null, Map.of()).status()).isEqualTo(401);
    }

    @Test
    void aRenewalThatIdentityCannotGiveNowIsSaidAndEndsNothing() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);
        identity.stubFor(post(urlPathEqualTo("/oauth2/token")).willReturn(aResponse().withStatus(500)));

        assertThat(browser.client().post("/session/renewal", null, Map.of("X-CSRF-Token", browser.csrf())).problem())
                .isEqualTo("sign-in-unavailable");
        assertThat(browser.client().get("/api/household/v1/x").status()).isEqualTo(200);

        identity.stubFor(post(urlPathEqualTo("/oauth2/token")).willReturn(jsonResponse("{\"error\":\"invalid_grant\"}", 400)));
        assertThat(browser.client().post("/session/renewal", null, Map.of("X-CSRF-Token", browser.csrf())).body())
                .isEqualTo("{\"signedIn\":false}");
        assertThat(browser.client().cookies()).doesNotContainKey("__Host-jingzhun");
    }

    @Test
    void aSignInThatIdentityNoLongerRenewsHasEnded() {
        var browser = new Browser(port).signIn("a-1", "access-1", 1);
        identity.stubFor(post(urlPathEqualTo("/oauth2/token")).willReturn(jsonResponse("{\"error\":\"invalid_grant\"}", 400)));

        var answer = browser.client().get("/api/household/v1/x");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("session-ended");
        assertThat(redisCommands.keys("jingzhun:gateway:*")).isEmpty();
        assertThat(browser.client().cookies()).doesNotContainKey("__Host-jingzhun");
    }

    @Test
    void anOutageOfIdentityEndsNoSession() {
        var browser = new Browser(port).signIn("a-1", "access-1", 1);
        await().until(() -> Instant.now().isAfter(Instant.parse(
                browser.client().get("/session").json().path("signedInAt").asString()).plusSeconds(1)));
        identity.stubFor(post(urlPathEqualTo("/oauth2/token")).willReturn(aResponse().withStatus(500)));

        var during = browser.client().get("/api/household/v1/x");
        Surroundings.identityRenews("access-2", 300, 0);
        var after = browser.client().get("/api/household/v1/x");

        assertThat(during.status()).isEqualTo(503);
        assertThat(during.problem()).isEqualTo("sign-in-unavailable");
        assertThat(during.header("Retry-After")).isEqualTo("5");
        assertThat(after.status()).isEqualTo(200);
    }

    @Test
    void signingOutLeavesNothing() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);
        var stolen = new Client(port);
        stolen.cookies().putAll(browser.client().cookies());
        browser.client().cookies().put("__Host-jingzhun-sign-in", "identitys-own");

        var answer = browser.client().post("/session/sign-out", null, Map.of("X-CSRF-Token", browser.csrf()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"signedIn\":false,\"endedAtIdentity\":true}");
        assertThat(redisCommands.keys("jingzhun:gateway:*")).isEmpty();
        assertThat(browser.client().cookies()).isEmpty();
        identity.verify(postRequestedFor(urlPathEqualTo("/oauth2/logout")).withRequestBody(containing("id_token_hint=ey"))
                .withHeader("Cookie", equalTo("__Host-jingzhun-sign-in=identitys-own")));
        assertThat(stolen.get("/api/household/v1/x").status()).isEqualTo(401);
    }

    @Test
    void signingOutNeedsTheAntiForgeryToken() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);

        assertThat(browser.client().post("/session/sign-out", null, Map.of()).status()).isEqualTo(403);
        assertThat(browser.client().get("/api/household/v1/x").status()).isEqualTo(200);
    }

    @Test
    void signingOutWorksWhileIdentityIsAwayAndSaysSo() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);
        identity.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));

        var answer = browser.client().post("/session/sign-out", null, Map.of("X-CSRF-Token", browser.csrf()));

        assertThat(answer.json().path("endedAtIdentity").asBoolean()).isFalse();
        assertThat(redisCommands.keys("jingzhun:gateway:*")).isEmpty();
    }

    @Test
    void anAccountsCutoffEndsItsSessionsAtOnceAndNoOthers() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);
        var other = new Browser(port).signIn("a-2", "access-2", 300);
        assertThat(browser.client().get("/api/household/v1/x").status()).isEqualTo(200);

        redisCommands.setex("jingzhun:identity:cutoff:a-1", 43_200, Long.toString(Instant.now().toEpochMilli() + 1));
        redisCommands.publish("jingzhun:identity:cutoff", "a-1");

        await().atMost(Duration.ofSeconds(2)).until(() -> browser.client().get("/api/household/v1/x").status() == 401);
        assertThat(other.client().get("/api/household/v1/x").status()).isEqualTo(200);
        assertThat(redisCommands.keys("jingzhun:gateway:session:*")).hasSize(1);
        assertThat(new Browser(port).signIn("a-1", "access-3", 300).client().get("/api/household/v1/x").status()).isEqualTo(200);
    }

    @Test
    void aSessionOfAnotherInstanceThatEndedThereEndsHereAtOnce() {
        var browser = new Browser(port).signIn("a-1", "access-1", 300);
        var key = redisCommands.keys("jingzhun:gateway:session:*").getFirst();

        redisCommands.del(key);
        redisCommands.publish("jingzhun:gateway:session-ended", key.substring("jingzhun:gateway:session:".length()));

        await().atMost(Duration.ofSeconds(2)).until(() -> browser.client().get("/api/household/v1/x").status() == 401);
    }

    @Test
    void aCookieThatWasNeverGivenOpensNothing() {
        var stranger = new Client(port).with("Cookie", "__Host-jingzhun=" + "A".repeat(43));

        assertThat(stranger.get("/api/household/v1/x").problem()).isEqualTo("session-ended");
        assertThat(new Client(port).with("Cookie", "__Host-jingzhun=x").get("/session").body()).isEqualTo("{\"signedIn\":false}");
    }
}
