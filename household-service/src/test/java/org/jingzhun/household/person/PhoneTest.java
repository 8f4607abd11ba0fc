package org.jingzhun.household.person;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PhoneTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"13977100011, true", "1397710001, false", "139771000111, false", "0771-5331234, true", "07715331234, true",
            "23977100011, false", "abcdefghijk, false"})
    void aPhoneHasElevenDigitsOrAnAreaCode(String text, boolean valid) {
        assertThat(Phone.valid(text)).isEqualTo(valid);
    }

    @Test
    void theMiddleIsHidden() {
        assertThat(Phone.mask("13977100011")).isEqualTo("139****0011");
        assertThat("" + new Phone("13977100011")).isEqualTo("139****0011");
        assertThat(Phone.mask("110")).isEqualTo("***");
    }
}
