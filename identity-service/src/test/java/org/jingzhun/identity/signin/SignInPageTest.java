package org.jingzhun.identity.signin;

import java.util.Map;

import org.jingzhun.identity.Browser;
import org.jingzhun.identity.IdentityTest;
import org.jingzhun.identity.Suite;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@IdentityTest
class SignInPageTest {

    private static final String WAY = "/login?continue=%2Foauth2%2Fauthorize%3Fclient_id%3Dgateway";

    @Autowired
    Suite suite;

    @Test
    void thePageIsChineseAndTurnsEnglishWithoutLosingTheWay() {
        var chinese = new Browser(suite.port()).header("Accept-Language", "en-US").get(WAY).body();
        var english = suite.browser().get(WAY + "&lang=en").body();

        assertThat(chinese).contains("<html lang=\"zh-CN\"").contains("登录名")
                .contains("href=\"/login?lang=en&amp;continue=%2Foauth2%2Fauthorize%3Fclient_id%3Dgateway\"");
        assertThat(english).contains("<html lang=\"en\"").contains("Login name").contains("name=\"lang\" value=\"en\"")
                .contains("value=\"/oauth2/authorize?client_id=gateway\"");
    }

    @Test
    void nothingOnThePageIsInlineAndTheBrowserIsToldSo() {
        var answer = suite.browser().get("/login");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'").contains("frame-ancestors 'none'").doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.body()).doesNotContain("<script").doesNotContain("<style").doesNotContain(" style=")
                .doesNotContain(" onclick");
        assertThat(suite.browser().get("/login/assets/sign-in.css").statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTypedComesBackAsTextOnly() {
        var answer = suite.browser().submit("/login", Map.of("login", "\"><script>alert(1)</script>", "password", "wrong"));

        assertThat(answer.body()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void aFormWithoutItsCookieIsShownOnceMoreWithTheReason() {
        var answer = suite.browser().post("/login",
                Suite.fields("login", "county", "password", "x", "continue", "/oauth2/authorize?a=b"));

        assertThat(Browser.location(answer)).isEqualTo("/login?stale=true&continue=%2Foauth2%2Fauthorize%3Fa%3Db");
        assertThat(suite.browser().get(Browser.location(answer)).body()).contains("页面停留时间过长");
    }

    @Test
    void signingOutAsksOnceAndClearsTheCookie() {
        var browser = suite.browser();
        suite.signIn(browser, "county", IdentityTest.DEMO_PASSWORD);

        assertThat(browser.get("/logout").body()).contains("确定要退出登录吗");
        assertThat(Browser.location(browser.submit("/logout", Map.of()))).isEqualTo("http://localhost:8080/");
        assertThat(browser.hasCookie(SignInCookie.NAME)).isFalse();
    }

    @Test
    void anUnknownPathIsNotAPage() {
        assertThat(suite.browser().get("/api/identity/v1/nothing").statusCode()).isEqualTo(401);
        assertThat(suite.browser().get("/login/nothing").statusCode()).isEqualTo(404);
    }
}
