package org.jingzhun.test.architecture;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Each rule is seen to fail. */
class ArchitectureRulesTest {

    @Test
    void timeTakenWithoutAClockIsFound() {
        for (var bad : new Class<?>[]{Now.class, Today.class, Millis.class}) {
            assertThatThrownBy(() -> ArchitectureRules.of(bad).timeIsGivenNotTaken()).as(bad.getName())
                    .isInstanceOf(AssertionError.class);
        }
        assertThatCode(() -> ArchitectureRules.of(Given.class).timeIsGivenNotTaken()).doesNotThrowAnyException();
    }

    @Test
    void aTestThatTakesTheDayOfTheMachineIsFound() {
        assertThatThrownBy(() -> ArchitectureRules.of(MachineDay.class).testsTakeTheDayOfTheField())
                .isInstanceOf(AssertionError.class);
        assertThatCode(() -> ArchitectureRules.of(Given.class).testsTakeTheDayOfTheField()).doesNotThrowAnyException();
    }

    @Test
    void namesThatSayNothingAreFound() {
        for (var bad : new Class<?>[]{StringUtils.class, CaseManager.class, HouseholdDTO.class}) {
            assertThatThrownBy(() -> ArchitectureRules.of(bad).namesSayWhatAThingIs()).as(bad.getName())
                    .isInstanceOf(AssertionError.class);
        }
        assertThatCode(() -> ArchitectureRules.of(Given.class).namesSayWhatAThingIs()).doesNotThrowAnyException();
    }

    @Test
    void aPublicControllerIsFound() {
        assertThatThrownBy(() -> ArchitectureRules.of(Shown.class).howAFeatureWorksIsItsOwnBusiness())
                .isInstanceOf(AssertionError.class);
        assertThatCode(() -> ArchitectureRules.of(Hidden.class).howAFeatureWorksIsItsOwnBusiness()).doesNotThrowAnyException();
    }

    @Test
    void aFieldThatIsInjectedIsFound() {
        assertThatThrownBy(() -> ArchitectureRules.of(Hidden.class).nothingIsInjectedIntoFields())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aPackageThatIsNotNullMarkedIsFound() {
        assertThatThrownBy(
                () -> ArchitectureRules.of(JupiterTestEngine.class).everyPackageIsNullMarked())
                .isInstanceOf(AssertionError.class).hasMessageContaining("package-info");
    }

    static class Now {
        Instant at = Instant.now();
    }

    static class Today {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    static class MachineDay {
        LocalDate day = LocalDate.now();
    }

    static class Millis {
        long at = System.currentTimeMillis();
    }

    static class Given {
        LocalDate day(Clock clock) {
            return LocalDate.now(clock);
        }
    }

    static class StringUtils {}

    static class CaseManager {}

    static class HouseholdDTO {}

    @RestController
    public static class Shown {}

    @RestController
    static class Hidden {
        @Autowired
        Clock clock;
    }
}
