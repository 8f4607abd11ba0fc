package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Invents who lives together: one to nine people with ages, sexes and surnames that fit their relation to the head. */
final class Families {

    /**
     * Turning 60 changes what the register expects. Nobody does so in the years of lists B and C, so that each row holds all year; who
     * does so in another year is ill by then and expected nothing of ({@link Situation}).
     */
    private static final Set<Integer> AVOIDED = Set.of(1957, 1958, 1959, 1962);

    private final int lastYear;
    private final Weighted<Shape> shapes;
    private final Names names;

    /**
     * @param lastYear  nobody is born later
     * @param whole  whether these are the households of a whole county, not those of a list
     */
    Families(String county, int lastYear, boolean whole) {
        this.lastYear = lastYear;
        shapes = whole ? WHOLE : SHAPES;
        names = new Names(county);
    }

    /** Somebody, before numbers and circumstances are known. */
    record Member(Relation relation, Sex sex, LocalDate birth, String name, boolean marriedIn) {}

    /** The head first; the others as a booklet lists them: spouse, children, their spouses, grandchildren, parents. */
    List<Member> thrown(Dice dice) {
        var members = shapes.thrown(dice).members(this, dice);
        members.subList(1, members.size()).sort(Comparator.comparing(Member::relation)); // stable: children stay by age
        return members;
    }

    private static final Weighted<Shape> SHAPES = new Weighted<Shape>().with(Families::alone, 11).with(Families::couple, 11)
            .with(Families::nuclear, 36).with(Families::withParents, 23).with(Families::threeGenerations, 19);

    /** All households of a county, where the young are away: 2.75 members. */
    private static final Weighted<Shape> WHOLE = new Weighted<Shape>().with(Families::alone, 18).with(Families::couple, 30)
            .with(Families::nuclear, 37).with(Families::withParents, 9).with(Families::threeGenerations, 5);

    private interface Shape {
        List<Member> members(Families families, Dice dice);
    }

    private List<Member> alone(Dice dice) {
        return listOf(head(dice, 44, 86, 0.68));
    }

    private List<Member> couple(Dice dice) {
        var head = head(dice, 44, 82, 0.93);
        return listOf(head, spouse(head, dice));
    }

    private List<Member> nuclear(Dice dice) {
        var head = head(dice, 25, 56, 0.90);
        var members = listOf(head);
        var mother = head;
        if (dice.chance(0.88)) {
            var spouse = spouse(head, dice);
            members.add(spouse);
            mother = head.sex() == Sex.FEMALE ? head : spouse;
        }
        members.addAll(children(mother, surnameFor(head, members), CHILDREN.thrown(dice), dice));
        return members;
    }

    private List<Member> withParents(Dice dice) {
        var members = nuclear(dice);
        var head = members.getFirst();
        var mothersYear = head.birth().getYear() - dice.between(19, 36);
        if (lastYear - mothersYear <= 96 && dice.chance(0.78)) {
            members.add(
                    member(head.sex() == Sex.MALE || dice.chance(0.5) ? Relation.MOTHER : Relation.HUSBANDS_MOTHER, Sex.FEMALE,
                            mothersYear, names.surname(dice), false, dice));
        }
        var fathersYear = Math.min(mothersYear + 2, head.birth().getYear() - 20) - dice.below(6);
        if (lastYear - fathersYear <= 94 && dice.chance(0.55)) {
            var wifesSide = members.size() > 1 && head.sex() == Sex.MALE && members.get(1).relation() == Relation.SPOUSE
                    && dice.chance(0.06);
            members.add(member(wifesSide ? Relation.WIFES_FATHER : Relation.FATHER, Sex.MALE, fathersYear,
                    wifesSide ? names.surname(dice) : surname(head), false, dice));
        }
        return members;
    }

    private List<Member> threeGenerations(Dice dice) {
        var head = head(dice, 54, 80, 0.86);
        var members = listOf(head);
        var mother = head;
        if (dice.chance(0.74)) {
            var spouse = spouse(head, dice);
            members.add(spouse);
            mother = head.sex() == Sex.FEMALE ? head : spouse;
        }
        var heirYear = mother.birth().getYear() + dice.between(20, 30);
        var daughter = dice.chance(0.12);
        var heir = member(daughter ? Relation.DAUGHTER : Relation.SON, daughter ? Sex.FEMALE : Sex.MALE, heirYear,
                surnameFor(head, members), false, dice);
        members.add(heir);
        var partnerYear = heir.birth().getYear() + dice.between(-3, 4);
        var partner = member(daughter ? Relation.SON_IN_LAW : Relation.DAUGHTER_IN_LAW, heir.sex().other(), partnerYear,
                names.surname(dice), true, dice);
        var married = lastYear - heir.birth().getYear() >= 23 && dice.chance(0.85);
        if (married) {
            if (dice.chance(0.85)) {
                members.add(partner);
            }
            var young = daughter ? heir : partner;
            for (var child : children(young, daughter ? surname(partner) : surname(heir), 1 + dice.below(3), dice)) {
                var boy = child.sex() == Sex.MALE;
                var relation = daughter
                        ? boy ? Relation.DAUGHTERS_SON : Relation.DAUGHTERS_DAUGHTER
                        : boy ? Relation.GRANDSON : Relation.GRANDDAUGHTER;
                members.add(new Member(relation, child.sex(), child.birth(), child.name(), false));
            }
        }
        return members;
    }

    private static final Weighted<Integer> CHILDREN = new Weighted<Integer>().with(0, 8).with(1, 30).with(2, 44).with(3, 15)
            .with(4, 3);

    private List<Member> children(Member mother, String surname, int count, Dice dice) {
        var children = new ArrayList<Member>();
        var year = mother.birth().getYear() + dice.between(20, 28);
        for (var i = 0; i < count && year <= lastYear && year - mother.birth().getYear() <= 42; i++) {
            var sex = dice.chance(0.53) ? Sex.MALE : Sex.FEMALE;
            var grownDaughter = sex == Sex.FEMALE && lastYear - year > 25;
            if (!grownDaughter || dice.chance(0.2)) { // most have married out
                children.add(member(sex == Sex.MALE ? Relation.SON : Relation.DAUGHTER, sex, year, surname, false, dice));
            }
            year += dice.between(2, 5);
        }
        return children;
    }

    private Member head(Dice dice, int youngest, int oldest, double men) {
        return member(Relation.HEAD, dice.chance(men) ? Sex.MALE : Sex.FEMALE, lastYear - dice.between(youngest, oldest),
                names.surname(dice), false, dice);
    }

    private Member spouse(Member head, Dice dice) {
        var younger = head.sex() == Sex.MALE ? dice.between(-2, 6) : dice.between(-6, 2);
        var year = Math.min(head.birth().getYear() + younger, lastYear - 21);
        return member(Relation.SPOUSE, head.sex().other(), year, names.surname(dice), true, dice);
    }

    private Member member(Relation relation, Sex sex, int year, String surname, boolean marriedIn, Dice dice) {
        var birth = LocalDate.of(allowed(year), 1, 1);
        var day = birth.withDayOfYear(dice.between(1, birth.lengthOfYear()));
        return new Member(relation, sex, day, surname + names.given(sex, day.getYear(), dice), marriedIn);
    }

    private int allowed(int year) {
        var allowed = Math.min(year, lastYear);
        while (AVOIDED.contains(allowed)) {
            allowed--;
        }
        return allowed;
    }

    /** Children are called after the father; a mother alone gives her own name. */
    private String surnameFor(Member head, List<Member> couple) {
        return head.sex() == Sex.MALE || couple.size() < 2 ? surname(head) : surname(couple.get(1));
    }

    private static String surname(Member of) {
        return of.name().substring(0, 1);
    }

    private static List<Member> listOf(Member... members) {
        return new ArrayList<>(List.of(members));
    }
}
