package org.jingzhun.bench.flow;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jingzhun.bench.flow.Happening.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A hundredth of the city: each published figure divides by a hundred. */
class FlowTest {

    private static final int ONE_OF = 100;

    private static List<Fate> fates = List.of();

    @BeforeAll
    static void think() {
        fates = Flow.ofChongzuo(ONE_OF, 1);
    }

    /** What each kind moved in a year, in poor persons. */
    private static Map<Kind, Integer> persons(int year) {
        var persons = new EnumMap<Kind, Integer>(Kind.class);
        for (var fate : fates) {
            var size = fate.first().cardinality();
            var taken = new HashSet<LocalDate>();
            fate.happenings().stream().filter(each -> each.kind() == Kind.TAKEN_BACK).forEach(each -> taken.add(each.on()));
            for (var each : fate.happenings()) {
                size += switch (each.kind()) {
                    case BORN, MARRIED_IN -> 1;
                    case DIED, MARRIED_OUT -> -1;
                    case EXIT, TAKEN_BACK, IDENTIFIED, RETURNED, MOVED -> 0;
                };
                var counts = each.on().getYear() == year && each.kind() != Kind.TAKEN_BACK
                        && !(each.kind() == Kind.EXIT && taken.contains(each.on()));
                if (counts) {
                    persons.merge(each.kind(), each.kind().isOfHousehold() ? size : 1, Integer::sum);
                }
            }
        }
        return persons;
    }

    @Test
    void everyYearComesOutToThePerson() {
        for (var year : YearOfFlow.ofChongzuo(ONE_OF).subList(1, 5)) {
            assertThat(persons(year.year())).as("%d", year.year())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(Kind.EXIT, year.exits(),
                            Kind.IDENTIFIED, year.identified(), Kind.RETURNED, year.returned(), Kind.BORN, year.births(),
                            Kind.MARRIED_IN, year.marriedIn(), Kind.DIED, year.deaths(), Kind.MARRIED_OUT, year.marriedOut(),
                            Kind.MOVED,
                            year.moved()));
        }
    }

    @Test
    void thePublishedFiguresFollow() {
        var years = YearOfFlow.ofChongzuo(1);
        assertThat(years.stream().mapToInt(YearOfFlow::exits).sum()).isEqualTo(336_700);
        assertThat(YearOfFlow.OPENING + years.stream().mapToInt(YearOfFlow::change).sum()).isEqualTo(10_900);
        assertThat("%.2f".formatted(100.0 * YearOfFlow.OPENING / years.getFirst().ruralPopulation())).isEqualTo("18.16");
        assertThat("%.2f".formatted(100.0 * 10_900 / years.getLast().ruralPopulation())).isEqualTo("0.54");
    }

    @Test
    void closingIsWhoIsPoorThen() {
        var poor = fates.stream().filter(fate -> fate.state().isPoor()).mapToInt(Fate::size).sum();

        assertThat(poor).isEqualTo(10_900 / ONE_OF);
        assertThat(Set.of(Fate.State.ORDINARY, Fate.State.EXITED))
                .allSatisfy(state -> assertThat(fates).anyMatch(fate -> fate.state() == state));
    }

    @Test
    void theRegisterLearnsOfARowsChangesInTheirOrder() {
        for (var fate : fates) {
            var ofHousehold = fate.happenings().stream().filter(each -> each.kind().isOfHousehold()).toList();
            for (var i = 1; i < ofHousehold.size(); i++) {
                assertThat(ofHousehold.get(i).on()).isAfterOrEqualTo(ofHousehold.get(i - 1).on());
                assertThat(ofHousehold.get(i).recordedOn()).isAfter(ofHousehold.get(i - 1).recordedOn());
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameLives() {
        var again = Flow.ofChongzuo(ONE_OF, 1);

        assertThat(again).extracting(Fate::happenings).isEqualTo(fates.stream().map(Fate::happenings).toList());
        assertThat(Flow.ofChongzuo(ONE_OF, 2)).extracting(Fate::happenings)
                .isNotEqualTo(fates.stream().map(Fate::happenings).toList());
    }
}
