package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.HashSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResidentIdTest {

    /** The first two are the examples of the standard. */
    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "451481190001010011", "451423190006150028",
            "620402190003200033", "451022190012310042", "140000190001010050"})
    void theCheckCharacterIsThatOfTheStandard(String id) {
        assertThat(ResidentId.complete(id.substring(0, 17))).isEqualTo(id);
    }

    @Test
    void listsOfNeighbouringSeedsHaveNobodyInCommon() {
        var given = new HashSet<String>();

        for (var seed = 0; seed < ResidentIds.SEEDS; seed++) {
            var ids = new ResidentIds(seed);
            for (var i = 0; i < 50; i++) {
                assertThat(given.add(ids.next("451481", LocalDate.of(1990, 1, 1), Sex.MALE, false, new Dice(7, i)))).isTrue();
            }
        }
    }

    @Test
    void aDayThatIsFullGivesWayToAnotherDayOfTheYear() {
        var ids = new ResidentIds(1);
        var dice = new Dice(1);
        var given = new HashSet<String>();

        for (var i = 0; i < 250; i++) {
            var id = ids.next("451481", LocalDate.of(1990, 1, 1), Sex.FEMALE, true, dice);
            assertThat(given.add(id)).isTrue();
            assertThat(id).startsWith("4514811990");
            assertThat((id.charAt(16) - '0') % 2).isZero();
        }
    }
}
