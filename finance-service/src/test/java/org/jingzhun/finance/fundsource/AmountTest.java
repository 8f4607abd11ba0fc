package org.jingzhun.finance.fundsource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AmountTest {

    private final JsonMapper json = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "16245000.00", "9999999999999999.99"})
    void anAmountIsWrittenAsItWasRead(String written) {
        assertThat(json.writeValueAsString(json.readValue("\"" + written + "\"", Amount.class))).isEqualTo("\"" + written + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "\"1.0\"", "\"1.005\"", "\"-1.00\"", "\"0.00\"", "\"1e3\"", "\"1,000.00\"", "\"\"",
            "\"99999999999999999.99\"", "1.10", "1", "true"})
    void whatIsNoAmountIsNone(String written) {
        assertThatThrownBy(() -> json.readValue(written, Amount.class)).as(written).isInstanceOf(RuntimeException.class);
    }

    @Test
    void equalAmountsAreEqual() {
        assertThat(Amount.of("10.00")).isEqualTo(Amount.of("10.00")).isNotEqualTo(Amount.of("10.01"));
    }
}
