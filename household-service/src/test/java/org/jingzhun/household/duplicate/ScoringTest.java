package org.jingzhun.household.duplicate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.jingzhun.household.duplicate.Facts.Relative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The pairs of pairs.csv: read and changed by who knows the villages. */
class ScoringTest {

    private static final Weights WEIGHTS = Weights.on(LocalDate.of(2024, 1, 1));

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/duplicates/pairs.csv", delimiter = '|', numLinesToSkip = 1)
    void aPairScoresAsACaseWorkerExpects(String pair, String nameA, LocalDate bornA, String sexA, String villageA, String phoneA,
            String idA, String familyA, String nameB, LocalDate bornB, String sexB, String villageB, String phoneB, String idB,
            String familyB, int from, int to) {
        var together = "same".equals(familyA);
        var one = facts(1, nameA, bornA, sexA, villageA, phoneA, idA, familyA, 1);
        var other = facts(2, nameB, bornB, sexB, villageB, phoneB, idB, familyB, together ? 1 : 2);

        var score = Score.of(one, other, WEIGHTS);

        assertThat(score.total()).as(score.written()).isBetween(from, to);
        assertThat(Score.of(other, one, WEIGHTS)).as("whichever comes first").isEqualTo(score);
        assertThat(Score.read(score.written())).isEqualTo(score.parts());
    }

    @ParameterizedTest(name = "{0} sounds {1}")
    @CsvSource({"单晓丹,shan xiao dan", "仇和,qiu he", "解小明,xie xiao ming", "曾国强,zeng guo qiang", "欧阳·修,ou yang xiu",
            "吕 布,lu bu"})
    void aNameIsReadAsANameIs(String name, String sound) {
        assertThat(Sound.of(name).joined()).isEqualTo(sound);
    }

    @ParameterizedTest
    @CsvSource({"张伟,章维", "陈胜利,程盛丽", "刘兰,牛南", "胡欢,胡凡"})
    void whatASouthernEarDoesNotTellApartIsFoldedTogether(String one, String other) {
        assertThat(Sound.of(one).folded()).isEqualTo(Sound.of(other).folded());
    }

    @Test
    void weightsAreThoseOfTheDay() {
        var lines = List.of("name-same,30,2014-01-01,2025-01-01,first", "name-same,35,2025-01-01,,second");

        assertThat(Weights.of(lines, LocalDate.of(2024, 12, 31)))
                .isEqualTo(Weights.of(List.of(lines.getFirst()), LocalDate.EPOCH.plusYears(54)));
        assertThat(Weights.of(lines, LocalDate.of(2025, 1, 1)).of("name-same")).isEqualTo(35);
        assertThat(Weights.of(lines, LocalDate.of(2025, 1, 1)).version()).isEqualTo("2025-01-01");
    }

    @Test
    void aPersonSharesAKeyWithHimselfUnderAnotherSpellingOrBirthDate() {
        var village = "451481101201";
        var keys = MatchKeys.of("陈胜利", LocalDate.of(1970, 7, 8), village);

        assertThat(keys).containsAnyElementsOf(MatchKeys.of("程盛丽", LocalDate.of(1970, 8, 7), "451481100200"));
        assertThat(keys).containsAnyElementsOf(MatchKeys.of("陈胜利", LocalDate.of(1976, 7, 8), village));
        assertThat(keys).containsAnyElementsOf(MatchKeys.of("陈利胜", LocalDate.of(1970, 7, 8), village));
        assertThat(keys).containsAnyElementsOf(MatchKeys.of("陈胜利", LocalDate.of(1970, 7, 8), "451423100201"));
        assertThat(keys).doesNotContainAnyElementsOf(MatchKeys.of("陈胜利", LocalDate.of(1970, 7, 8), "451022100201"));
    }

    private static Facts facts(long id, String name, LocalDate born, String sex, String village, String phone, String residentId,
            String family, long household) {
        var relatives = family == null || family.equals("same")
                ? List.<Relative>of()
                : Arrays.stream(family.split(";")).map(it -> it.split(":"))
                        .map(it -> new Relative(id * 100, it[0], LocalDate.parse(it[1]))).toList();
        return new Facts(id, "P" + id, name, sex, born, residentId == null ? "" : residentId, "digest" + id,
                phone == null ? Set.of() : Set.of(phone), household, village, relatives);
    }
}
