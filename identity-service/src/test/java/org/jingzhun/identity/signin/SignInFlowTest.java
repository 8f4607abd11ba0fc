package org.jingzhun.identity.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jingzhun.identity.Browser;
import org.jingzhun.identity.IdentityTest;
import org.jingzhun.identity.Suite;
import org.jingzhun.identity.Suite.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@IdentityTest
class SignInFlowTest {

    private static final String VERIFIER = "verifier-of-the-test-that-is-long-enough-to-be-one";

    @Autowired
    Suite suite;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aPersonSignsInByThePageAndTheGatewayGetsHisTokens() {
        var tokens = suite.signIn(suite.browser(), "town", IdentityTest.DEMO_PASSWORD);

        var claims = Tokens.claims(tokens.access());
        assertThat(claims.path("iss").asString()).isEqualTo("http://localhost:8080");
        assertThat(claims.path("aud").asString()).isEqualTo("jingzhun");
        assertThat(claims.path("kind").asString()).isEqualTo("person");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
        assertThat(claims.path("sub").asString()).isEqualTo(id("town"));
        assertThat(claims.path("grants").toString())
                .isEqualTo("[{\"role\":\"township-officer\",\"department\":\"rural-affairs\",\"area\":\"451481101\"}]");
        assertThat(claims.toString()).doesNotContain("town\"").doesNotContain("演示");
        assertThat(Tokens.claims(tokens.id()).path("nonce").asString()).isEqualTo("nonce-of-test");
        assertThat(Tokens.claims(tokens.id()).has("auth_time")).isTrue();
    }

    @Test
    void theRefreshTokenStaysTheSameAndGivesNewAccess() {
        var tokens = suite.signIn(suite.browser(), "county", IdentityTest.DEMO_PASSWORD);

        var refreshed = JsonMapper.shared().readTree(suite.refresh(tokens.refresh()).body());

        assertThat(refreshed.path("refresh_token").asString()).isEqualTo(tokens.refresh());
        assertThat(refreshed.path("access_token").asString("")).isNotEmpty().isNotEqualTo(tokens.access());
        assertThat(suite.refresh(tokens.refresh()).statusCode()).isEqualTo(200);
    }

    @Test
    void noUsableTokenIsStored() {
        var tokens = suite.signIn(suite.browser(), "county", IdentityTest.DEMO_PASSWORD);

        var stored = jdbc.sql(
                "select concat_ws(' ', authorization_code_value, access_token_value, refresh_token_value, oidc_id_token_value, "
                        + "attributes, access_token_metadata, oidc_id_token_metadata) from oauth2_authorization")
                .query(String.class).list().toString();

        assertThat(stored).contains("~").doesNotContain(tokens.access()).doesNotContain(tokens.refresh())
                .doesNotContain(tokens.id());
    }

    @Test
    void aCodeIsGoodOnceAndOnlyWithItsVerifier() {
        var browser = suite.browser();
        var verifier = VERIFIER;
        var answer = browser.submit(Browser.location(browser.get(suite.authorization(verifier))),
                Map.of("login", "county", "password", IdentityTest.DEMO_PASSWORD));
        var code = suite.code(browser, answer);

        assertThat(suite.exchange(code, verifier).access()).isNotEmpty();
        assertThatThrownBy(() -> suite.exchange(code, verifier))
                .hasMessageContaining("invalid_grant");

        var second = suite.code(browser,
                browser.submit("/login?continue=" + URLEncoder.encode(suite.authorization(verifier),
                        StandardCharsets.UTF_8),
                        Map.of("login", "county", "password", IdentityTest.DEMO_PASSWORD)));
        assertThatThrownBy(() -> suite.exchange(second, verifier + "-other"))
                .hasMessageContaining("invalid_grant");
    }

    @Test
    void whoHasJustSignedInIsNotAskedAgainUntilTheCookieEnds() {
        var browser = suite.browser();
        suite.signIn(browser, "county", IdentityTest.DEMO_PASSWORD);

        var again = Browser.location(browser.get(suite.authorization(VERIFIER)));

        assertThat(again).startsWith(Suite.CALLBACK + "?code=");
        assertThat(browser.setCookie(SignInCookie.NAME))
                .contains("Path=/").contains("Secure").contains("HttpOnly").contains("SameSite=Lax").contains("Max-Age=600");
    }

    @Test
    void signingOutAtTheGatewayEndsTheCookieAndTheRefreshToken() {
        var browser = suite.browser();
        var tokens = suite.signIn(browser, "county", IdentityTest.DEMO_PASSWORD);

        var answer = browser.get("/oauth2/logout?" + Browser.form(Suite.fields("id_token_hint", tokens.id(),
                "post_logout_redirect_uri", "http://localhost:8080/")));

        assertThat(Browser.location(answer)).isEqualTo("http://localhost:8080/");
        assertThat(browser.hasCookie(SignInCookie.NAME)).isFalse();
        assertThat(suite.refresh(tokens.refresh()).statusCode()).isEqualTo(400);
        assertThat(Browser.location(browser.get(suite.authorization(VERIFIER))))
                .startsWith("/login?");
    }

    @Test
    void theGatewayMaySignOutInTheBackgroundForTheBrowser() {
        var browser = suite.browser();
        var tokens = suite.signIn(browser, "county", IdentityTest.DEMO_PASSWORD);

        var answer = browser.post("/oauth2/logout", Suite.fields("id_token_hint", tokens.id(), "client_id", "gateway"));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(browser.hasCookie(SignInCookie.NAME)).isFalse();
        assertThat(suite.refresh(tokens.refresh()).statusCode()).isEqualTo(400);
    }

    @Test
    void theGatewayMayGreetThePersonByName() {
        var tokens = suite.signIn(suite.browser(), "county", IdentityTest.DEMO_PASSWORD);

        var userInfo = suite.send("GET", "/userinfo", "Bearer " + tokens.access(), "", "", Map.of());

        assertThat(userInfo.statusCode()).isEqualTo(200);
        assertThat(userInfo.body()).contains("演示·县级干部").contains("county").contains(id("county"));
    }

    @Test
    void whereToGoOnIsNeverAStrangersPage() {
        for (var elsewhere : new String[]{"https://evil.example/", "//evil.example/oauth2/authorize?",
                "/oauth2/authorize?x\\@evil.example",
                "javascript:alert(1)"}) {
            var answer = suite.browser().submit(
                    "/login?continue=" + URLEncoder.encode(elsewhere, StandardCharsets.UTF_8),
                    Map.of("login", "county", "password", IdentityTest.DEMO_PASSWORD));

            assertThat(Browser.location(answer)).isEqualTo("http://localhost:8080/");
        }
    }

    @Test
    void anAuthorizationForAnotherRedirectionIsRefusedWithoutOne() {
        var answer = suite.browser().get(suite.authorization(VERIFIER)
                .replace("localhost%3A8080%2Fsession", "evil.example%2Fsession"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void theAuthorizationNeedsAProofKey() {
        var without = suite.authorization(VERIFIER)
                .replaceAll("&code_challenge=[^&]*", "")
                .replaceAll("&code_challenge_method=[^&]*", "");

        var browser = suite.browser();
        var answer = browser.get(without);

        assertThat(Browser.location(answer)).contains("error=invalid_request");
    }

    private String id(String login) {
        return jdbc.sql("select id from account where login = :login").param("login", login).query(String.class).single();
    }
}
