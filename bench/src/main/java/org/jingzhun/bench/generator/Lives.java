package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of a household from 2023 on, year by year: deaths, marriages, births, moves, new phones, new risks. A year is decided by
 * chance of its own, so that the list of a year says the same whatever years come after.
 */
final class Lives {

    /** The year up to which everybody stays as he was counted. */
    static final int COUNTED = 2022;

    private static final int MOST = 12;

    private final List<Divisions.Village> villages;
    private final long seed;
    private final RegisterNumbers numbers;
    private final Birthplaces birthplaces;
    private final ResidentIds ids;
    private final boolean settled;
    private final Names names;
    private final Namesakes namesakes;

    Lives(String county, List<Divisions.Village> villages, long seed, RegisterNumbers numbers, Birthplaces birthplaces,
            ResidentIds ids, boolean settled, Namesakes namesakes) {
        this.villages = villages;
        this.seed = seed;
        this.numbers = numbers;
        this.birthplaces = birthplaces;
        this.ids = ids;
        this.settled = settled;
        this.namesakes = namesakes;
        names = new Names(county);
    }

    /** Which household, in which year, by what chance. */
    private record Year(int village, boolean registered, int index, int year, Dice dice) {

        int slot() {
            return year - COUNTED;
        }
    }

    /** The household as it stands at the end of a year; null when nobody of it is left. */
    @Nullable
    Household lived(Household counted, int village, boolean registered, int index, int until) {
        var household = counted;
        for (var year = COUNTED + 1; year <= until && household != null; year++) {
            var now = new Year(village, registered, index, year,
                    new Dice(seed, village, registered ? 1 : 2, index, 7_000 + year));
            household = oneYear(household, now);
        }
        return household;
    }

    private @Nullable Household oneYear(Household before, Year now) {
        var afterDeath = death(before.members(), now);
        if (afterDeath.isEmpty()) {
            return null;
        }
        var members = marriageOut(afterDeath, now);
        members = marriageIn(members, now);
        members = birth(members, now);
        members = newPhone(members, now);
        var household = before.with(List.copyOf(members));
        if (now.dice.chance(0.004)) {
            var other = villages.get((now.village + now.year) % villages.size());
            household = household.in(other, now.dice.one(Hamlets.of(other, seed)));
        }
        return risk(household, now);
    }

    /** At most one a year. The head is followed by the spouse; whose household has nobody else grown up, lives on. */
    private static List<Person> death(List<Person> members, Year now) {
        for (var person : members) {
            var age = person.age(now.year);
            var dies = now.dice.chance(age < 62 ? 0.0008 : Math.min(0.25, 0.006 * Math.pow(1.09, age - 62)));
            if (!dies || (age < 62 && person.relation() == Relation.HEAD)) {
                continue;
            }
            var left = new ArrayList<>(members);
            left.remove(person);
            if (person.relation() != Relation.HEAD || left.isEmpty()) {
                return left;
            }
            if (left.getFirst().relation() != Relation.SPOUSE) {
                continue;
            }
            var widowed = left.getFirst();
            left.replaceAll(member -> member.as(toWidowed(member.relation(), widowed.sex())));
            return left;
        }
        return members;
    }

    private static Relation toWidowed(Relation was, Sex widowed) {
        var woman = widowed == Sex.FEMALE;
        return switch (was) {
            case SPOUSE -> Relation.HEAD;
            case FATHER -> woman ? Relation.HUSBANDS_FATHER : Relation.WIFES_FATHER;
            case MOTHER -> woman ? Relation.HUSBANDS_MOTHER : Relation.WIFES_MOTHER;
            case WIFES_FATHER, HUSBANDS_FATHER -> Relation.FATHER;
            case WIFES_MOTHER, HUSBANDS_MOTHER -> Relation.MOTHER;
            default -> was;
        };
    }

    private static List<Person> marriageOut(List<Person> members, Year now) {
        var marries = now.dice.chance(0.06);
        var husbandHere = members.stream().anyMatch(member -> member.relation() == Relation.SON_IN_LAW);
        var bride = members.stream().filter(member -> member.relation() == Relation.DAUGHTER)
                .filter(member -> member.age(now.year) >= 21 && member.age(now.year) <= 35).findFirst();
        if (!marries || husbandHere || bride.isEmpty()) {
            return members;
        }
        return members.stream().filter(member -> !member.equals(bride.get())).toList();
    }

    private List<Person> marriageIn(List<Person> members, Year now) {
        var marries = now.dice.chance(0.05);
        var sons = members.stream().filter(member -> member.relation() == Relation.SON && member.age(now.year) >= 23).toList();
        if (!marries || sons.size() != 1 || sons.getFirst().age(now.year) > 40 || members.size() >= MOST
                || members.stream().anyMatch(member -> member.relation() == Relation.DAUGHTER_IN_LAW)) {
            return members;
        }
        var year = Math.min(now.year - 20, sons.getFirst().birth().getYear() + now.dice.between(-2, 3));
        var phone = numbers.phone(now.village, now.registered, now.index, 10 + now.slot());
        return joined(members, Relation.DAUGHTER_IN_LAW, Sex.FEMALE, year, names.surname(now.dice), true, phone, now);
    }

    private List<Person> birth(List<Person> members, Year now) {
        var born = now.dice.chance(0.09);
        var head = members.getFirst();
        var couple = members.size() > 1 && members.get(1).relation() == Relation.SPOUSE;
        var wife = couple && head.sex() == Sex.MALE ? members.get(1) : head;
        var father = couple && head.sex() == Sex.FEMALE ? members.get(1) : head;
        var son = members.stream().filter(member -> member.relation() == Relation.SON).findFirst();
        var sonsWife = members.stream().filter(member -> member.relation() == Relation.DAUGHTER_IN_LAW).findFirst();
        var infant = members.stream().anyMatch(member -> member.age(now.year) <= 1);
        if (!born || infant || members.size() >= MOST) {
            return members;
        }
        var boy = now.dice.chance(0.52);
        var sex = boy ? Sex.MALE : Sex.FEMALE;
        if (couple && fertile(wife, now)) {
            return joined(members, boy ? Relation.SON : Relation.DAUGHTER, sex, now.year, father.surname(), false, null, now);
        }
        if (son.isPresent() && sonsWife.isPresent() && fertile(sonsWife.get(), now)) {
            return joined(members, boy ? Relation.GRANDSON : Relation.GRANDDAUGHTER, sex, now.year, son.get().surname(), false,
                    null,
                    now);
        }
        return members;
    }

    private static boolean fertile(Person woman, Year now) {
        return woman.age(now.year) >= 21 && woman.age(now.year) <= 38;
    }

    private List<Person> joined(List<Person> members, Relation relation, Sex sex, int year, String surname, boolean marriedIn,
            @Nullable String phone, Year now) {
        var dice = now.dice;
        var first = LocalDate.of(year, 1, 1);
        var wanted = first.withDayOfYear(dice.between(1, first.lengthOfYear()));
        var division = birthplaces.thrown(year, marriedIn, settled, dice);
        var id = ids.nextNewcomer(division, wanted, sex, now.registered, now.year, dice);
        var birth = LocalDate.of(year, Integer.parseInt(id.substring(10, 12)), Integer.parseInt(id.substring(12, 14)));
        var illness = dice.chance(0.97) ? Person.HEALTHY : Causes.ILLNESSES.thrown(dice);
        var schooling = Schooling.thrown(year, dice);
        var person = new Person(numbers.newcomer(now.village, now.registered, now.index, 2 * now.slot() + (marriedIn ? 0 : 1)),
                namesakes.other(surname + names.given(sex, year, dice), birth), sex, birth, id, members.getFirst().ethnicity(),
                relation, schooling,
                illness,
                Causes.illFrom(illness, schooling, dice), dice.share(), phone);
        var all = new ArrayList<>(members);
        all.add(person);
        return all;
    }

    private List<Person> newPhone(List<Person> members, Year now) {
        if (!now.dice.chance(0.03)) {
            return members;
        }
        var all = new ArrayList<>(members);
        all.set(0, all.getFirst().reachedAt(numbers.phone(now.village, now.registered, now.index, 20 + now.slot())));
        return all;
    }

    private static Household risk(Household household, Year now) {
        var hit = now.dice.chance(household.kind() == Household.Kind.REGISTERED ? 0.008 : 0.004);
        var from = LocalDate.of(now.year, 1, 10).plusDays(now.dice.below(300));
        var waits = now.dice.between(190, 500);
        var over = now.dice.chance(0.6);
        var sudden = now.dice.chance(0.4);
        if (!hit || household.risk() != null) {
            return household;
        }
        var kind = sudden ? "突发严重困难户" : household.kind() == Household.Kind.REGISTERED ? "脱贫不稳定户" : "边缘易致贫户";
        return household.under(new Household.Risk(kind, from, over ? from.plusDays(waits) : null),
                Causes.of(household.members(), now.year, now.dice));
    }
}
