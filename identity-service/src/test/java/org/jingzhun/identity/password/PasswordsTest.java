package org.jingzhun.identity.password;

import java.time.Duration;
import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new PasswordSettings(10, 4, Duration.ofDays(7)));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(textBlock = """
            Xk3-9fQ!,            TOO_SHORT
            '',                  TOO_SHORT
            一二三四五六七八九,    TOO_SHORT
            password1234,        COMMON
            PASSWORD!!!!,        COMMON
            1234567890,          COMMON ONE_PATTERN
            woaini1314,          COMMON
            pingxiang2024,       COMMON
            county-2024-x,       CONTAINS_LOGIN
            abababababab,        ONE_PATTERN
            aaaaaaaaaaaa,        ONE_PATTERN
            qwertyuiop,          COMMON ONE_PATTERN
            """)
    void theseAreRefused(String password, String rules) {
        var refusal = catchThrowableOfType(PasswordRefused.class, () -> passwords.check("county", password));

        assertThat(refusal.broken())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(rules.split(" ")).map(PasswordRule::valueOf).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "我家门前有两棵枣树呢", "T7#pq-Lm2x", "5f9c2a7be01d"})
    void theseAreTaken(String password) {
        assertThatCode(() -> passwords.check("county", password)).doesNotThrowAnyException();
    }

    @Test
    void moreThanBcryptLooksAtIsRefused() {
        assertThat(
                catchThrowableOfType(PasswordRefused.class, () -> passwords.check("county", "好人一生平安".repeat(5) + "abc")).broken())
                .containsExactly(PasswordRule.TOO_LONG);
        assertThat(passwords.matches("x".repeat(100), passwords.encode("x"))).isFalse();
    }

    @Test
    void noPasswordMatchesNothing() {
        assertThat(passwords.matches("a password that nobody has", null)).isFalse();
        assertThat(passwords.matches("secret of mine", passwords.encode("secret of mine"))).isTrue();
        assertThat(passwords.matches("secret of yours", passwords.encode("secret of mine"))).isFalse();
    }

    @Test
    void aRaisedWorkFactorIsNoticed() {
        var stronger = new Passwords(new PasswordSettings(10, 5, Duration.ofDays(7)));

        assertThat(stronger.isOutdated(passwords.encode("x"))).isTrue();
        assertThat(passwords.isOutdated(passwords.encode("x"))).isFalse();
    }
}
