package org.jingzhun.household.quality;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.quality.RegisterReader.Stored;
import org.jingzhun.household.quality.RegisterReader.StoredPerson;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.household.rules.Thresholds;

/** The rules across the households of one village, which is in memory as a whole. */
final class VillageRules {

    static final Set<String> CODES = Set.of("head-twice-in-village", "person-twice-in-village", "income-far-above-village");

    private static final int COMPARED = 17; // digits of a resident ID before its check digit

    private final Thresholds thresholds;

    VillageRules(Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    List<Judgement> check(List<Stored> village) {
        var found = new ArrayList<Judgement>();
        twice(village, found);
        income(village, found);
        return found;
    }

    private static void twice(List<Stored> village, List<Judgement> found) {
        var known = new HashMap<Likeness, List<Place>>();
        for (var household : village) {
            for (var person : household.persons()) {
                var values = person.facts().values();
                var born = values.day(Field.BIRTH_DATE);
                var name = values.text(Field.NAME);
                if (born != null && name != null) {
                    known.computeIfAbsent(new Likeness(name, String.valueOf(values.text(Field.SEX)), born.toEpochDay()),
                            it -> new ArrayList<>(1)).add(new Place(household, person));
                }
            }
        }
        known.values().stream().filter(places -> places.size() > 1).forEach(places -> report(places, found));
    }

    private static void report(List<Place> places, List<Judgement> found) {
        for (var place : places) {
            var others = places.stream().filter(other -> other.household.id() != place.household.id()).toList();
            if (place.isHead() && others.stream().anyMatch(Place::isHead)) {
                found.add(Judgement.of(place.household, new Finding("head-twice-in-village", Field.NAME)));
            } else if (others.stream().anyMatch(place::mayBeMistyped)) {
                found.add(Judgement.of(place.household, place.person, new Finding("person-twice-in-village", Field.NAME)));
            }
        }
    }

    private void income(List<Stored> village, List<Judgement> found) {
        var incomes = village.stream().filter(household -> household.facts().values().has(Field.INCOME_PER_HEAD)).toList();
        var sum = incomes.stream().map(household -> household.facts().values().sum(Field.INCOME_PER_HEAD))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (incomes.size() < 10 || sum.signum() <= 0) {
            return; // too few to have an average
        }
        for (var household : incomes) {
            var own = household.facts().values().sum(Field.INCOME_PER_HEAD);
            var others = sum.subtract(own).divide(BigDecimal.valueOf(incomes.size() - 1L), 2, RoundingMode.HALF_UP);
            var times = thresholds.on("village-income-times-most", household.facts().on());
            if (others.signum() > 0 && own.compareTo(others.multiply(BigDecimal.valueOf(times))) > 0) {
                found.add(Judgement.of(household,
                        new Finding("income-far-above-village", Field.INCOME_PER_HEAD, Integer.toString(times))));
            }
        }
    }

    static Map<String, List<Stored>> byVillage(List<Stored> households) {
        var villages = new HashMap<String, List<Stored>>();
        households.forEach(
                household -> villages.computeIfAbsent(String.valueOf(household.facts().village()), it -> new ArrayList<>())
                        .add(household));
        return villages;
    }

    private record Likeness(String name, String sex, long born) {}

    private record Place(Stored household, StoredPerson person) {

        boolean isHead() {
            return person.facts().values().is(Field.RELATION, "01");
        }

        /** Whether one resident ID is the other with one wrong digit; the check digit goes with it. */
        boolean mayBeMistyped(Place other) {
            var one = String.valueOf(person.facts().values().text(Field.RESIDENT_ID));
            var two = String.valueOf(other.person.facts().values().text(Field.RESIDENT_ID));
            if (one.length() < COMPARED || two.length() < COMPARED) {
                return false;
            }
            return IntStream.range(0, COMPARED).filter(i -> one.charAt(i) != two.charAt(i)).count() <= 1;
        }
    }
}
