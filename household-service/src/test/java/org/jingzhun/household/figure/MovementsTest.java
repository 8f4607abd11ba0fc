package org.jingzhun.household.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jingzhun.household.figure.FigureCodes.Line;
import org.jingzhun.household.figure.Timeline.Period;
import org.jingzhun.household.figure.Timeline.Self;
import org.jingzhun.household.figure.Timeline.Stay;
import org.jingzhun.household.figure.Timeline.Version;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Why the stock of the poor moves, told by the life of one household. */
class MovementsTest {

    private static final Movements MOVEMENTS = new Movements(new FigureCodes(Stream.of("exit-state 1 POOR", "exit-state 2 EXITED",
            "exit-state 3 POOR", "exit-state 4 RETURNED", "household-type 1 EXITED", "household-type 5 NONE", "poor-kind 1 POOR",
            "join-reason 01 NEW", "join-reason 02 NATURAL_INCREASE", "join-reason 05 MOVED_IN", "join-reason 08 MOVED_IN",
            "leave-reason 01 NATURAL_DECREASE", "leave-reason 07 MOVED_OUT", "leave-reason 09 REMOVED",
            "removal-reason 1 REMOVED",
            "removal-reason 3 MOVED_OUT").map(MovementsTest::code).toList()));

    /** Versions: year, village, exit state, type, kind, removal ('-' is null). Stays: from, to, join, leave. Then what is expected. */
    static Stream<Life> lives() {
        return Stream.of(
                new Life("identified").version("2016 A 1 - - -").stay("2016 - - -").expect("2016 A NEW 1 1"),
                new Life("identified before the register knew").version("2016 A 1 - - - 2014").stay("2016 - - -")
                        .expect("2016 A OTHER 1 1"),
                new Life("by its kind where nothing else is known").version("2016 A - - 1 -").stay("2016 - - -")
                        .expect("2016 A NEW 1 1"),
                new Life("never poor").version("2016 A - 5 1 -").stay("2016 - - -"),
                new Life("exit and return").version("2016 A 1 - - -").version("2018 A 2 1 - -").version("2020 A 4 1 - -")
                        .stay("2016 - - -").stay("2016 - - -")
                        .expect("2016 A NEW 1 2", "2018 A EXIT -1 -2", "2020 A RETURNED 1 2"),
                new Life("about to exit is still poor").version("2016 A 1 - - -").version("2018 A 3 - - -").stay("2016 - - -")
                        .expect("2016 A NEW 1 1"),
                new Life("an exit taken back").version("2016 A 1 - - -").version("2018 A 2 - - -").version("2019 A 1 - - -")
                        .stay("2016 - - -").expect("2016 A NEW 1 1", "2018 A EXIT -1 -1", "2019 A CORRECTED 1 1"),
                new Life("birth, death and split").version("2016 A 1 - - -").stay("2016 - - -").stay("2016 2018 - 01")
                        .stay("2017 - 02 -").stay("2016 2019 - 07")
                        .expect("2016 A NEW 1 3", "2017 A NATURAL_INCREASE 0 1", "2018 A NATURAL_DECREASE 0 -1",
                                "2019 A MOVED_OUT 0 -1"),
                new Life("a code that nobody knows is not lost").version("2016 A 1 - - -").stay("2016 - - -")
                        .stay("2017 2018 77 78")
                        .expect("2016 A NEW 1 1", "2017 A OTHER 0 1", "2018 A OTHER 0 -1"),
                new Life("moves").version("2016 A 1 - - -").version("2018 B 1 - - -").stay("2016 - - -").stay("2018 - 02 -")
                        .expect("2016 A NEW 1 1", "2018 A MOVED_OUT -1 -1", "2018 B MOVED_IN 1 1", "2018 B NATURAL_INCREASE 0 1"),
                new Life("moves and exits on one day").version("2016 A 1 - - -").version("2018 B 2 - - -").stay("2016 - - -")
                        .expect("2016 A NEW 1 1", "2018 A EXIT -1 -1"),
                new Life("made by a split").version("2018 A 1 - - - 2014").stay("2018 - 08 -").expect("2018 A MOVED_IN 1 1"),
                new Life("was never poor").version("2016 A 1 - - -").version("2018 A 1 - - 1").stay("2016 2018 - 09")
                        .expect("2016 A NEW 1 1", "2018 A REMOVED -1 -1"),
                new Life("merged into another household").version("2016 A 1 - - -").version("2018 A 1 - - 3")
                        .stay("2016 2018 - 08")
                        .expect("2016 A NEW 1 1", "2018 A MOVED_OUT -1 -1"));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void theStockOfThePoorMovesWithReasons(Life life) {
        var movements = MOVEMENTS.of(life.timeline());

        assertThat(movements.stream().filter(it -> it.kind().measure() == Measure.POOR).map(MovementsTest::told))
                .containsExactlyInAnyOrderElementsOf(life.expected);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void whatEnteredOnceIsThereUntilItLeaves(Life life) {
        for (var measure : List.of(Measure.REGISTER, Measure.EXIT_STATE, Measure.MAIN_CAUSE, Measure.AGE)) {
            for (int year = 2015; year < 2022; year++) {
                var day = LocalDate.of(year, 6, 1);
                var persons = MOVEMENTS.of(life.timeline()).stream()
                        .filter(it -> it.kind().measure() == measure && !it.day().isAfter(day)).mapToInt(Movement::persons).sum();
                assertThat(persons).as(measure + " on " + day).isEqualTo(life.personsOn(day));
            }
        }
    }

    private static String told(Movement movement) {
        return "%d %s %s %d %d".formatted(movement.day().getYear(), movement.kind().village(), movement.kind().reason(),
                movement.households(), movement.persons());
    }

    private static Line code(String text) {
        var part = text.split(" ");
        return new Line(part[0], part[1], part[2], LocalDate.of(2014, 1, 1), null, "test");
    }

    /** The life of a household, told by years. */
    static final class Life {

        private final String name;
        private final List<String[]> versions = new ArrayList<>();
        private final List<Stay> stays = new ArrayList<>();
        private List<String> expected = List.of();

        Life(String name) {
            this.name = name;
        }

        Life version(String told) {
            versions.add(told.split(" "));
            return this;
        }

        Life stay(String told) {
            var part = told.split(" ");
            var from = LocalDate.of(Integer.parseInt(part[0]), 1, 1);
            var to = known(part[1]) == null ? Timeline.FOR_EVER : LocalDate.of(Integer.parseInt(part[1]), 1, 1);
            stays.add(new Stay(stays.size() + 1, new Period(from, to), known(part[2]), known(part[3]), List.of(
                    new Self(new Period(LocalDate.of(2000, 1, 1), Timeline.FOR_EVER), LocalDate.of(1980, 5, 1), "1", "2,4",
                            "3"))));
            return this;
        }

        Life expect(String... movements) {
            expected = List.of(movements);
            return this;
        }

        Timeline timeline() {
            var told = new ArrayList<Version>();
            for (int i = 0; i < versions.size(); i++) {
                var part = versions.get(i);
                var to = i + 1 < versions.size()
                        ? LocalDate.of(Integer.parseInt(versions.get(i + 1)[0]), 1, 1)
                        : Timeline.FOR_EVER;
                told.add(new Version(new Period(LocalDate.of(Integer.parseInt(part[0]), 1, 1), to), part[1], known(part[3]),
                        known(part[2]), known(part[4]), "1",
                        part.length > 6 ? LocalDate.of(Integer.parseInt(part[6]), 1, 1) : null,
                        known(part[5]) != null, known(part[5])));
            }
            return new Timeline(told, stays);
        }

        int personsOn(LocalDate day) {
            var there = timeline().versions().stream().anyMatch(it -> it.period().holds(day) && !it.removed());
            return there ? (int) stays.stream().filter(it -> it.period().holds(day)).count() : 0;
        }

        private static String known(String text) {
            return text.equals("-") ? null : text;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
