package org.jingzhun.identity.signin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WayTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "https://evil.example", "//evil.example/oauth2/authorize?", "/oauth2/authorizeX?",
            "/oauth2/authorize?a\\b",
            "/oauth2/authorize?a\nSet-Cookie: x"})
    void onlyTheAuthorizationIsKnown(String goesOn) {
        assertThat(new Way(goesOn, "zh").isKnown()).isFalse();
        assertThat(new Way(goesOn, "zh").to("/login")).isEqualTo("/login?lang=zh");
    }

    @Test
    void theWayIsCarriedAlongInBothLanguages() {
        var way = new Way("/oauth2/authorize?a=b&c=d", "en");

        assertThat(way.isKnown()).isTrue();
        assertThat(way.to("/login/password")).isEqualTo("/login/password?lang=en&continue=%2Foauth2%2Fauthorize%3Fa%3Db%26c%3Dd");
        assertThat(way.inOtherLanguage("/login")).isEqualTo("/login?lang=zh&continue=%2Foauth2%2Fauthorize%3Fa%3Db%26c%3Dd");
    }
}
