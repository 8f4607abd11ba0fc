package org.jingzhun.industry.enterprise;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** As their owners print them. */
    @ParameterizedTest
    @ValueSource(strings = {"91440300708461136T", "91330100799655058B", "91110000802100433B"})
    void publishedCodesAreRight(String code) {
        assertThat(new CreditCode(code)).hasToString(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "91440300708461136", "91440300708461136TT", "91440300708461136t", "9144030070846113 T",
            "91440300708461136I", "9I440300708461136T", "91A40300708461136T", "９1440300708461136T"})
    void whatHasAnotherFormIsNone(String code) {
        assertThatThrownBy(() -> new CreditCode(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everySingleWrongCharacterIsNoticed() {
        var right = "91440300708461136T";
        int tried = 0;
        for (int at = 0; at < right.length(); at++) {
            for (var other : ALPHABET.toCharArray()) {
                var wrong = right.substring(0, at) + other + right.substring(at + 1);
                if (!wrong.equals(right)) {
                    assertThatThrownBy(() -> new CreditCode(wrong)).as(wrong).isInstanceOf(IllegalArgumentException.class);
                    tried++;
                }
            }
        }
        assertThat(tried).isEqualTo(18 * 30);
    }

    @Test
    void twoNeighboursThatChangePlacesAreNoticed() {
        var right = "91440300708461136T";
        for (int at = 2; at < 16; at++) {
            var swapped = right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2);
            if (!swapped.equals(right)) {
                assertThatThrownBy(() -> new CreditCode(swapped)).as(swapped).isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
