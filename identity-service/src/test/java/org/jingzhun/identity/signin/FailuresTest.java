package org.jingzhun.identity.signin;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import org.jingzhun.identity.Browser;
import org.jingzhun.identity.IdentityTest;
import org.jingzhun.identity.MovableClock;
import org.jingzhun.identity.Suite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IdentityTest
class FailuresTest {

    @Autowired
    Suite suite;
    @Autowired
    MovableClock.Moved clock;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    @AfterEach
    void nothingIsCountedYet() {
        clock.back();
        jdbc.sql("delete from sign_in_failure").update();
    }

    @Test
    void afterThreeFailuresALoginWaitsEvenWithTheRightPassword() {
        for (int i = 0; i < 3; i++) {
            assertThat(attempt("198.51.100.7", "longzhou", "wrong").statusCode()).isEqualTo(401);
        }
        assertThat(attempt("198.51.100.8", "longzhou", "wrong").statusCode()).isEqualTo(401);

        var waiting = attempt("198.51.100.9", "longzhou", IdentityTest.DEMO_PASSWORD);
        assertThat(waiting.statusCode()).isEqualTo(429);
        assertThat(waiting.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(waiting.body()).contains("失败次数过多，请等 2 秒后再试");

        clock.pass(Duration.ofSeconds(2));
        assertThat(attempt("198.51.100.9", "longzhou", IdentityTest.DEMO_PASSWORD).statusCode()).isEqualTo(302);
        assertThat(attempt("198.51.100.9", "longzhou", "wrong").statusCode()).as("the count begins anew").isEqualTo(401);
        assertThat(attempt("198.51.100.9", "longzhou", "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void eachFurtherFailureDoublesTheWaitUpToItsLongest() {
        for (int i = 0; i < 4; i++) {
            attempt("198.51.100.20", "longzhou", "wrong");
        }
        for (var seconds : new int[]{2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            assertThat(attempt("198.51.100.21", "longzhou", "wrong").headers().firstValue("Retry-After")).hasValue("" + seconds);
            clock.pass(Duration.ofSeconds(seconds));
            assertThat(attempt("198.51.100.21", "longzhou", "wrong").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void anUnknownLoginIsAnsweredAndSlowedLikeAKnownOne() {
        var known = attempt("198.51.100.30", "longzhou", "wrong");
        var unknown = attempt("198.51.100.31", "nobody-has-this", "wrong");
        var machine = attempt("198.51.100.32", "demo-importer", IdentityTest.IMPORTER_SECRET);

        assertThat(known.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode()).isEqualTo(machine.statusCode());
        assertThat(words(known)).isEqualTo(words(unknown)).isEqualTo(words(machine)).contains("登录名或密码不正确");
        for (int i = 0; i < 3; i++) {
            attempt("198.51.100.33", "nobody-has-this", "wrong");
        }
        assertThat(attempt("198.51.100.33", "nobody-has-this", "wrong").statusCode()).isEqualTo(429);
    }

    @Test
    void anAddressThatTriesManyLoginsWaits() {
        for (int i = 0; i < 31; i++) {
            assertThat(attempt("198.51.100.40", "login-" + i, "wrong").statusCode()).isEqualTo(401);
        }

        assertThat(attempt("198.51.100.40", "longzhou", IdentityTest.DEMO_PASSWORD).statusCode()).isEqualTo(429);
        assertThat(attempt("198.51.100.41", "longzhou", IdentityTest.DEMO_PASSWORD).statusCode()).isEqualTo(302);
    }

    @Test
    void whatWasTypedIsNotStored() {
        attempt("198.51.100.50", "a-password-typed-in-the-wrong-field", "wrong");

        assertThat(jdbc.sql("select subject from sign_in_failure").query(String.class).list()).hasSize(2)
                .allMatch(subject -> subject.matches("[0-9a-f]{64}"));
    }

    private HttpResponse<String> attempt(String address, String login, String password) {
        return new Browser(suite.port()).from(address).submit("/login", Map.of("login", login, "password", password));
    }

    private static String words(HttpResponse<String> page) {
        return page.body().replaceAll("<input[^>]*>", "");
    }
}
