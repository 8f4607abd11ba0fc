package org.jingzhun.household.person;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DisabilityNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 12, 31);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"45148119000101001141, ", "45148119000101001141B1, ", "451481190001010011, LENGTH",
            "45148119000101001181, KIND_OR_GRADE",
            "45148119000101001145, KIND_OR_GRADE", "45148119000101001141C1, KIND_OR_GRADE", "45148119000101001241, RESIDENT_ID"})
    void residentIdKindAndGradeMustBeRight(String number, DisabilityNumber.Kind kind) {
        assertThat(DisabilityNumber.flaw(number, TODAY).map(DisabilityNumber.Flaw::kind).orElse(null)).isEqualTo(kind);
    }

    @Test
    void kindGradeAndResidentIdAreRead() {
        var number = new DisabilityNumber("45148119000101001142b3");

        assertThat(number.kind()).isEqualTo(4);
        assertThat(number.grade()).isEqualTo(2);
        assertThat(number.residentId()).isEqualTo(new ResidentId("451481190001010011"));
        assertThat("" + number).isEqualTo("4514**********0011");
    }
}
