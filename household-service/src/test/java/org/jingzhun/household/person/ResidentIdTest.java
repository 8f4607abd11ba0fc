package org.jingzhun.household.person;

import java.time.LocalDate;

import org.jingzhun.household.person.ResidentId.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ResidentIdTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 12, 31);

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "451481190001010011", "451423190006150028",
            "620402190003200033", "451022190012310042", "140000190001010050"})
    void theExamplesOfTheStandardAndOfTheFieldHaveRightCheckDigits(String number) {
        assertThat(ResidentId.checkDigit(number)).isEqualTo(number.charAt(17));
    }

    @ParameterizedTest(name = "HH-4: {0} is refused: {1}, right would be {2}")
    @CsvSource({"451481190001010012, CHECK_DIGIT, 1", "451481190013010010, BIRTH_DATE,", "451481190002300012, BIRTH_DATE,",
            "440524188001010014, TOO_OLD,", "99999919900101001X, PLACEHOLDER,", "45148119900101001, LENGTH,",
            "4514811990010100111, LENGTH,", "45148119900101X011, CHARACTERS,",
            "451481900101001, FIFTEEN_DIGITS, 451481199001010011",
            "451481202301010011, FUTURE,"})
    void whatIsWrongIsNamedWithWhatWouldBeRight(String number, Kind kind, String expected) {
        var flaw = ResidentId.flaw(number, TODAY).orElseThrow();

        assertThat(flaw.kind()).isEqualTo(kind);
        if (expected != null && kind == Kind.FIFTEEN_DIGITS) {
            assertThat(flaw.expected()).startsWith(expected.substring(0, 17)).hasSize(18);
            assertThat(ResidentId.flaw(flaw.expected(), TODAY)).isEmpty();
        } else {
            assertThat(flaw.expected()).isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "HH-4: {0} is accepted")
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x", "451481190001010011"})
    void aRightNumberIsAccepted(String number) {
        assertThat(ResidentId.flaw(number, TODAY)).isEmpty();
    }

    @Test
    void birthAndSexFollowFromTheNumber() {
        var id = new ResidentId("11010519491231002x");

        assertThat(id.value()).isEqualTo("11010519491231002X");
        assertThat(id.birthDate()).isEqualTo("1949-12-31");
        assertThat(id.sex()).isEqualTo("2");
    }

    @Test
    void onlyTheEndsAreShownAlsoToALog() {
        var id = new ResidentId("451481190001010011");

        assertThat(id.masked()).isEqualTo("4514**********0011");
        assertThat("" + id).isEqualTo("4514**********0011");
        assertThat(ResidentId.mask("45148119000101001144")).isEqualTo("4514**********0011");
    }

    @Test
    void aRefusedNumberDoesNotStandInTheMessage() {
        assertThatThrownBy(() -> new ResidentId("451481190001010012")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("45148119");
    }
}
