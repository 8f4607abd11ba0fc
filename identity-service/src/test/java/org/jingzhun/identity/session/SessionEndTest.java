package org.jingzhun.identity.session;

import org.jingzhun.identity.Browser;
import org.jingzhun.identity.IdentityTest;
import org.jingzhun.identity.Suite;
import org.jingzhun.identity.Suite.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IdentityTest
class SessionEndTest {

    @Autowired
    Suite suite;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    StringRedisTemplate redis;

    @AfterEach
    void unlocked() {
        suite.api("DELETE", "/accounts/" + id("neighbour") + "/lock", suite.tokenOf("admin"), "");
    }

    @Test
    void lockingAnAccountEndsItsRefreshItsCookieAndItsSignIn() {
        var browser = suite.browser();
        var tokens = suite.signIn(browser, "neighbour", IdentityTest.DEMO_PASSWORD);

        assertThat(suite.api("PUT", "/accounts/" + id("neighbour") + "/lock", suite.tokenOf("admin"), "").status())
                .isEqualTo(200);

        assertThat(suite.refresh(tokens.refresh()).statusCode()).isEqualTo(400);
        assertThat(Browser.location(browser.get(suite.authorization("verifier-of-the-test-that-is-long-enough-to-be-one"))))
                .startsWith("/login?");
        assertThat(suite.browser().submit("/login", Suite.fields("login", "neighbour", "password", IdentityTest.DEMO_PASSWORD))
                .body())
                .contains("该账号已停用");
        assertThat(suite.browser().submit("/login", Suite.fields("login", "neighbour", "password", "wrong")).body())
                .contains("登录名或密码不正确");
    }

    @Test
    void theGatewayIsToldFromWhenOn() {
        var before = Tokens.claims(suite.signIn(suite.browser(), "neighbour", IdentityTest.DEMO_PASSWORD).access()).path("iat")
                .asLong();

        suite.api("PUT", "/accounts/" + id("neighbour") + "/lock", suite.tokenOf("admin"), "");

        var key = "jingzhun:identity:cutoff:" + id("neighbour");
        assertThat(Long.parseLong(String.valueOf(redis.opsForValue().get(key)))).isGreaterThan(before * 1000);
        assertThat(redis.getExpire(key)).isBetween(43_000L, 43_200L);
        await().untilAsserted(() -> assertThat(told("neighbour")).isTrue());
    }

    @Test
    void twoEndsInOneSecondEndAlsoWhatBeganBetweenThem() {
        suite.api("PUT", "/accounts/" + id("neighbour") + "/lock", suite.tokenOf("admin"), "");
        suite.api("DELETE", "/accounts/" + id("neighbour") + "/lock", suite.tokenOf("admin"), "");
        var between = Tokens.claims(suite.signIn(suite.browser(), "neighbour", IdentityTest.DEMO_PASSWORD).access()).path("iat")
                .asLong();

        suite.api("PUT", "/accounts/" + id("neighbour") + "/lock", suite.tokenOf("admin"), "");

        assertThat(Long.parseLong(String.valueOf(redis.opsForValue().get("jingzhun:identity:cutoff:" + id("neighbour")))))
                .isGreaterThan(between * 1000);
    }

    @Test
    void aChangeOfGrantsEndsTheSessionsAndTheNextSignInHasTheNewOnesWithATokenThatIsYoungEnough() {
        var tokens = suite.signIn(suite.browser(), "neighbour", IdentityTest.DEMO_PASSWORD);
        var admin = suite.tokenOf("admin");

        suite.api("PUT", "/accounts/" + id("neighbour") + "/grants", admin,
                "{\"grants\": [{\"role\": \"township-officer\", \"department\": \"rural-affairs\", \"area\": \"451481102\"}]}");

        assertThat(suite.refresh(tokens.refresh()).statusCode()).isEqualTo(400);
        var claims = Tokens.claims(suite.signIn(suite.browser(), "neighbour", IdentityTest.DEMO_PASSWORD).access());
        assertThat(claims.path("grants").toString()).contains("451481102").doesNotContain("451481100");
        assertThat(claims.path("iat").asLong() * 1000)
                .isGreaterThanOrEqualTo(
                        Long.parseLong(String.valueOf(redis.opsForValue().get("jingzhun:identity:cutoff:" + id("neighbour")))));
        suite.api("PUT", "/accounts/" + id("neighbour") + "/grants", admin,
                "{\"grants\": [{\"role\": \"township-officer\", \"department\": \"rural-affairs\", \"area\": \"451481100\"}]}");
    }

    @Test
    void changingTheOwnPasswordEndsAllSessions() {
        var tokens = suite.signIn(suite.browser(), "village", IdentityTest.DEMO_PASSWORD);

        var wrong = suite.api("PUT", "/me/password", tokens.access(),
                "{\"present\": \"wrong\", \"wanted\": \"my own choice 5\"}");
        var weak = suite.api("PUT", "/me/password", tokens.access(),
                "{\"present\": \"%s\", \"wanted\": \"password123\"}".formatted(IdentityTest.DEMO_PASSWORD));
        var done = suite.api("PUT", "/me/password", tokens.access(),
                "{\"present\": \"%s\", \"wanted\": \"my own choice 5\"}".formatted(IdentityTest.DEMO_PASSWORD));

        assertThat(wrong.problem()).isEqualTo("present-password-wrong");
        assertThat(weak.problem()).isEqualTo("password-refused");
        assertThat(weak.json().path("errors").get(0).path("detail").asString()).isEqualTo("过于常见，容易被猜到。");
        assertThat(done.status()).isEqualTo(204);
        assertThat(suite.refresh(tokens.refresh()).statusCode()).isEqualTo(400);
        assertThat(suite.signIn(suite.browser(), "village", "my own choice 5").access()).isNotEmpty();
        suite.api("PUT", "/me/password", suite.signIn(suite.browser(), "village", "my own choice 5").access(),
                "{\"present\": \"my own choice 5\", \"wanted\": \"%s\"}".formatted(IdentityTest.DEMO_PASSWORD));
    }

    private boolean told(String login) {
        return jdbc.sql("select told_at is not null from session_cutoff where account = :id").param("id", id(login))
                .query(Boolean.class).single();
    }

    private String id(String login) {
        return jdbc.sql("select id from account where login = :login").param("login", login).query(String.class).single();
    }
}
