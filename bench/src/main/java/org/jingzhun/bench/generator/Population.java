package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * The rural households of a county, village by village, never all in memory.
 *
 * <p>The registered ones come from a stream of chance of their own, as they stood at the end of 2019: list B of 2017–2019 and the
 * lists of 2021 and 2022 tell of the same people. Those who were never poor are added behind them in each village, as they stand in
 * 2022. From 2023 on lives go on: {@link Lives}.
 */
final class Population {

    private static final int REGISTER_CLOSED = 2019;

    private final long seed;
    private final int year;
    private final List<Divisions.Village> villages;
    private final Families registeredFamilies;
    private final Families otherFamilies;
    private final RegisterNumbers numbers;
    private final Birthplaces birthplaces;
    private final ResidentIds ids;
    private final Weighted<String> peoples;
    private final Lives lives;
    private final Namesakes namesakes = new Namesakes();
    private final boolean settled;

    Population(long seed, String county, int year, List<Divisions.Village> villages, ResidentIds ids) {
        this(seed, county, year, villages, ids, false);
    }

    /**
     * @param settled  whether this is a whole county: all were born in it, so that counties have no resident ID in common, and few of
     *      those who were never poor are monitored; else it is what a list holds
     */
    Population(long seed, String county, int year, List<Divisions.Village> villages, ResidentIds ids, boolean settled) {
        this.seed = seed;
        this.year = year;
        this.villages = villages;
        this.ids = ids;
        this.settled = settled;
        registeredFamilies = new Families(county, REGISTER_CLOSED, settled);
        otherFamilies = new Families(county, Lives.COUNTED, settled);
        numbers = new RegisterNumbers(seed, county);
        birthplaces = new Birthplaces(county);
        peoples = county.startsWith("45")
                ? new Weighted<String>().with("壮族", 83).with("汉族", 15).with("瑶族", 2)
                : new Weighted<String>().with("汉族", 985).with("回族", 15);
        lives = new Lives(county, villages, seed, numbers, birthplaces, ids, settled, namesakes);
    }

    /**
     * Gives exactly so many persons up to 2022: the last household of a village is cut to what is left of the village's share. From
     * 2023 on, so many less the dead and those who left, and more by those who came.
     */
    void forEach(int registered, int others, Consumer<Household> taker) {
        var shares = shares();
        var soFar = 0.0;
        var registeredGiven = 0;
        var othersGiven = 0;
        for (var village = 0; village < villages.size(); village++) {
            soFar += shares.get(village);
            var last = village == villages.size() - 1;
            var registeredUpTo = last ? registered : (int) Math.round(registered * soFar);
            var othersUpTo = last ? others : (int) Math.round(others * soFar);
            settle(village, true, registeredUpTo - registeredGiven, false, taker);
            settle(village, false, othersUpTo - othersGiven, false, taker);
            registeredGiven = registeredUpTo;
            othersGiven = othersUpTo;
        }
    }

    /** Gives exactly so many households, none of them cut; who died out by that year counts for nothing. */
    void forEachHousehold(int households, double registeredShare, Consumer<Household> taker) {
        var shares = shares();
        var soFar = 0.0;
        var given = 0;
        for (var village = 0; village < villages.size(); village++) {
            soFar += shares.get(village);
            var upTo = village == villages.size() - 1 ? households : (int) Math.round(households * soFar);
            var registered = (int) Math.round((upTo - given) * registeredShare);
            settle(village, true, registered, true, taker);
            settle(village, false, upTo - given - registered, true, taker);
            given = upTo;
        }
    }

    private List<Double> shares() {
        var dice = new Dice(seed, 11);
        var sizes = villages.stream().map(village -> 0.5 + dice.share()).toList();
        var sum = sizes.stream().mapToDouble(Double::doubleValue).sum();
        return sizes.stream().map(size -> size / sum).toList();
    }

    private void settle(int village, boolean registered, int count, boolean ofHouseholds, Consumer<Household> taker) {
        var hamlets = Hamlets.of(villages.get(village), seed);
        if (registered) {
            namesakes.nextVillage();
        }
        var left = count;
        for (var index = 0; left > 0; index++) {
            var household = household(village, registered, index, ofHouseholds ? Integer.MAX_VALUE : left, hamlets);
            var now = lives.lived(household, village, registered, index, year);
            left -= ofHouseholds ? (now == null ? 0 : 1) : household.members().size();
            if (now != null) {
                taker.accept(now);
            }
        }
    }

    private Household household(int village, boolean registered, int index, int most, List<String> hamlets) {
        var dice = new Dice(seed, village, registered ? 1 : 2, index);
        var shape = (registered ? registeredFamilies : otherFamilies).thrown(dice);
        var people = peoples.thrown(dice);
        var family = new ArrayList<Person>();
        for (var i = 0; i < shape.size(); i++) {
            var number = numbers.person(village, registered, index, i);
            var phone = numbers.phone(village, registered, index, i);
            family.add(person(shape.get(i), number, phone, people, registered,
                    new Dice(seed, village, registered ? 1 : 2, index, i)));
        }
        var kind = registered
                ? Household.Kind.REGISTERED
                : dice.chance(settled ? 0.012 : 0.3) ? Household.Kind.MONITORED : Household.Kind.GENERAL;
        var fortune = dice.share();
        var exitYear = 2015 + Math.min(5, (int) ((1 - fortune) * 5 + 0.7 * dice.share()));
        var hamlet = dice.one(hamlets);
        var identified = identified(kind, dice);
        var risk = risk(kind, identified, dice);
        var cause = identified == null ? null : Causes.of(family, identified.getYear(), dice);
        var members = family.stream().filter(person -> person.age(Math.min(year, Lives.COUNTED)) >= 0).limit(most).toList();
        return new Household(numbers.household(village, registered, index), villages.get(village), hamlet, kind, members, fortune,
                members.size(), exitYear, identified, cause, risk);
    }

    private Person person(Families.Member member, String number, String phone, String households, boolean registered, Dice dice) {
        var people = dice.chance(0.94) ? households : peoples.thrown(dice);
        var division = birthplaces.thrown(member.birth().getYear(), member.marriedIn(), settled, dice);
        var id = ids.next(division, member.birth(), member.sex(), registered, dice);
        var birth = LocalDate.of(Integer.parseInt(id.substring(6, 10)), Integer.parseInt(id.substring(10, 12)),
                Integer.parseInt(id.substring(12, 14)));
        var illness = Causes.ILLNESSES.thrown(dice);
        var schooling = Schooling.thrown(birth.getYear(), dice);
        var illFrom = Causes.illFrom(illness, schooling, dice);
        var reached = member.relation() == Relation.HEAD || member.relation() == Relation.SPOUSE || birth.getYear() >= 1955
                || dice.chance(0.55);
        return new Person(number, namesakes.settled(member.name(), birth), member.sex(), birth, id, people, member.relation(),
                schooling, illness, illFrom,
                dice.share(), reached ? phone : null);
    }

    private @Nullable LocalDate identified(Household.Kind kind, Dice dice) {
        return switch (kind) {
            case REGISTERED -> dice.chance(0.9)
                    ? LocalDate.of(dice.between(2013, 2015), 12, 31).minusDays(dice.below(120))
                    : LocalDate.of(dice.between(2016, 2017), 1, 1).plusDays(dice.below(340));
            case MONITORED -> LocalDate.of(Lives.COUNTED - dice.below(3), 1, 1).plusDays(dice.below(300));
            case GENERAL -> null;
        };
    }

    /** Registered households come under monitoring from 2020 on, and few of them. */
    private static Household.@Nullable Risk risk(Household.Kind kind, @Nullable LocalDate identified, Dice dice) {
        var hit = dice.chance(0.045);
        var when = LocalDate.of(2020, 6, 1).plusDays(dice.below(400));
        var waits = dice.between(190, 500);
        var over = dice.chance(0.6);
        var sudden = dice.chance(0.3);
        if (kind == Household.Kind.GENERAL || identified == null || (kind == Household.Kind.REGISTERED && !hit)) {
            return null;
        }
        var registered = kind == Household.Kind.REGISTERED;
        var from = registered ? when : identified;
        return new Household.Risk(sudden ? "突发严重困难户" : registered ? "脱贫不稳定户" : "边缘易致贫户", from,
                over ? from.plusDays(waits) : null);
    }
}
