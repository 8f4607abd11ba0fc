package org.jingzhun.bench.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import org.jingzhun.bench.generator.CountyRegister;

/**
 * Thinks out what happens to the households of a city so that each year's figures come out to the person. Households are drawn from the
 * whole city; the same seed and size give the same lives.
 */
public final class Flow {

    private static final String CITY = "4514";
    private static final int RECORDED_AFTER = 20;
    private static final double MEMBERS = 2.3; // of a household at the end of 2015, and rather too few
    private static final double SPARE = 1.08; // some are never poor

    private final List<YearOfFlow> years;
    private final int opening;
    private final Random chance;
    private final List<Fate> fates = new ArrayList<>();
    private final List<String> villages = new ArrayList<>();

    private Flow(int oneOf, long seed) {
        years = YearOfFlow.ofChongzuo(oneOf);
        opening = YearOfFlow.scaled(YearOfFlow.OPENING, oneOf);
        chance = new Random(seed * 4514);
    }

    /** The city's households, each figure as one of so many: 1 for full size, 10 for a tenth. */
    public static List<Fate> ofChongzuo(int oneOf, long seed) {
        var flow = new Flow(oneOf, seed);
        flow.settle(seed);
        flow.begin();
        flow.years.stream().skip(1).forEach(flow::live);
        return List.copyOf(flow.fates);
    }

    private void settle(long seed) {
        var counties = CountyRegister.counties(CITY, Fate.REGISTERED).stream()
                .map(county -> new CountyRegister(seed, county, Fate.REGISTERED)).toList();
        var all = counties.stream().mapToInt(CountyRegister::villages).sum();
        var wanted = (int) (opening / MEMBERS * SPARE) + 40;
        var soFar = 0;
        for (var county : counties) {
            var from = (int) ((long) wanted * soFar / all);
            soFar += county.villages();
            county.forEachRegistered((int) ((long) wanted * soFar / all) - from, kept -> fates.add(new Fate(kept)));
            villages.addAll(county.villageCodes());
        }
    }

    /** So many are poor since the end of 2014; of the others every third has left poverty a month before the end of 2015. */
    private void begin() {
        var exact = new Exactly(opening, "poor at the end of 2015");
        for (var fate : shuffled(fate -> true)) {
            if (exact.takes(fate.size())) {
                fate.begin(Fate.State.POOR);
            } else if (chance.nextInt(3) == 0) {
                fate.begin(Fate.State.POOR);
                happen(fate, Happening.Kind.EXIT, LocalDate.of(2015, 11, 20), -1);
            }
        }
        exact.mustBeFull();
    }

    private void live(YearOfFlow of) {
        var year = of.year();
        move(of);
        member(of.deaths(), Happening.Kind.DIED, Fate.Part.OLD, year);
        member(of.marriedOut(), Happening.Kind.MARRIED_OUT, Fate.Part.DAUGHTER, year);
        member(of.births(), Happening.Kind.BORN, Fate.Part.CHILD, year);
        member(of.marriedIn(), Happening.Kind.MARRIED_IN, Fate.Part.BRIDE, year);
        var poor = shuffled(fate -> fate.state().isPoor());
        household(shuffled(fate -> fate.state() == Fate.State.ORDINARY), of.identified(), Happening.Kind.IDENTIFIED,
                LocalDate.of(year, 10, 1), 20);
        household(shuffled(fate -> fate.state() == Fate.State.EXITED), of.returned(), Happening.Kind.RETURNED,
                LocalDate.of(year, 10, 1), 20);
        household(poor, of.exits(), Happening.Kind.EXIT, LocalDate.of(year, 11, 1), 50);
        poor.removeIf(fate -> fate.state() != Fate.State.POOR);
        misreport(poor, of);
    }

    private void move(YearOfFlow of) {
        var exact = new Exactly(of.moved(), "moved in " + of.year());
        for (var fate : shuffled(fate -> fate.state().isPoor() && fate.busyIn != of.year())) {
            var target = villages.get(chance.nextInt(villages.size()));
            if (!target.startsWith(fate.village().substring(0, 6)) && exact.takes(fate.size())) {
                var on = LocalDate.of(of.year(), 4, 1).plusDays(chance.nextInt(120));
                fate.happen(Happening.Kind.MOVED, on, on.plusDays(RECORDED_AFTER), -1, target);
                fate.busyIn = of.year();
            }
        }
        exact.mustBeFull();
    }

    private void member(int persons, Happening.Kind kind, Fate.Part part, int year) {
        var left = persons;
        for (var fate : shuffled(fate -> fate.state().isPoor() && fate.busyIn != year)) {
            var member = fate.candidate(part, part == Fate.Part.CHILD ? year : 0);
            if (left > 0 && member >= 0) {
                var on = part == Fate.Part.CHILD ? fate.birth(member) : LocalDate.of(year, 2, 1).plusDays(chance.nextInt(200));
                if (on.getMonthValue() < 10) { // afterwards it may have left poverty
                    happen(fate, kind, on, member);
                    left--;
                }
            }
        }
        if (left > 0) {
            throw new IllegalStateException("%s in %d: %d persons short".formatted(kind, year, left));
        }
    }

    private void household(List<Fate> from, int persons, Happening.Kind kind, LocalDate day, int days) {
        var exact = new Exactly(persons, kind + " in " + day.getYear());
        from.stream().filter(fate -> exact.takes(fate.size()))
                .forEach(fate -> happen(fate, kind, day.plusDays(chance.nextInt(days)), -1));
        exact.mustBeFull();
    }

    /** Exits that are reported at the end of a year and taken back in the next: as known in between, there were more. */
    private void misreport(List<Fate> from, YearOfFlow of) {
        var exact = new Exactly(of.misreported(), "misreported in " + of.year());
        for (var fate : from) {
            if (exact.takes(fate.size())) {
                var on = LocalDate.of(of.year(), 12, 25);
                fate.happen(Happening.Kind.EXIT, on, on.plusDays(5), -1, fate.village());
                fate.happen(Happening.Kind.TAKEN_BACK, on, LocalDate.of(of.year() + 1, 3, 15), -1, fate.village());
                fate.busyIn = of.year() + 1;
            }
        }
    }

    private static void happen(Fate fate, Happening.Kind kind, LocalDate on, int member) {
        fate.happen(kind, on, on.plusDays(RECORDED_AFTER), member, fate.village());
    }

    private List<Fate> shuffled(Predicate<Fate> which) {
        var chosen = new ArrayList<>(fates.stream().filter(which).toList());
        Collections.shuffle(chosen, chance);
        return chosen;
    }

    /** Takes households until their members are so many, to the person: the last ones must fit. */
    private static final class Exactly {

        private final String what;
        private int left;

        Exactly(int persons, String what) {
            left = persons;
            this.what = what;
        }

        boolean takes(int size) {
            if (size > left) {
                return false;
            }
            left -= size;
            return true;
        }

        void mustBeFull() {
            if (left > 0) {
                throw new IllegalStateException("%s: %d persons short".formatted(what, left));
            }
        }
    }
}
