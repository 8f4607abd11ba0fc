package org.jingzhun.relocation.settlement;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BorderBandsTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({"0, FIRST_LINE", "3.000, FIRST_LINE", "3.001, BORDER_ZONE", "20.000, BORDER_ZONE", "20.001, INLAND"})
    void bothEndsOfABandBelongToTheNearerOne(BigDecimal kilometres, BorderBand band) {
        assertThat(new BorderBands(on("2026-11-22")).at(kilometres)).isEqualTo(band);
    }

    @Test
    void anotherPolicyHoldsFromItsFirstDayOn() {
        var lines = List.of("BORDER_ZONE,20,2014-01-01,,s", "FIRST_LINE,3,2014-01-01,2027-01-01,s", "FIRST_LINE,5,2027-01-01,,s");

        assertThat(new BorderBands(lines, on("2026-12-31")).at(new BigDecimal("4"))).isEqualTo(BorderBand.BORDER_ZONE);
        assertThat(new BorderBands(lines, on("2027-01-01")).at(new BigDecimal("4"))).isEqualTo(BorderBand.FIRST_LINE);
    }

    private static Clock on(String day) {
        return Clock.fixed(LocalDate.parse(day).atStartOfDay(ZONE).toInstant(), ZONE);
    }
}
