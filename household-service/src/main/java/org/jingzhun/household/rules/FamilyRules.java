package org.jingzhun.household.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.HouseholdRule.household;
import static org.jingzhun.household.rules.Limits.broken;

/** Who is who in a household: head, spouse, generations. All of them cross members. */
final class FamilyRules {

    private static final Fields KINSHIP = Fields.of(RELATION, RESIDENT_ID);
    private static final Fields RELATIONS = Fields.of(RELATION);

    private static final Set<String> CHILDREN = Set.of("03", "04");
    private static final Set<String> PARENTS = Set.of("11", "12");
    private static final Set<String> GRANDPARENTS = Set.of("17", "18", "19", "20");
    private static final Set<String> GRANDCHILDREN = Set.of("07", "08", "09", "10");
    private static final Set<String> MARRIED = Set.of("02", "05", "06");

    static final List<HouseholdRule> ALL = List.of(
            household("no-head", RELATION, Fields.NONE, RELATIONS,
                    (it, limits) -> broken(!it.members().isEmpty() && it.nobody(member -> member.is("01")))),
            household("two-heads", RELATION, Fields.NONE, RELATIONS, (it, limits) -> {
                var heads = it.how(member -> member.is("01"));
                return broken(heads > 1, heads);
            }),
            household("two-spouses", RELATION, Fields.NONE, RELATIONS, (it, limits) -> {
                var spouses = it.how(member -> member.is("02"));
                return broken(spouses > 1, spouses);
            }),
            household("count-differs", MEMBERS, Fields.of(MEMBERS), (it, limits) -> {
                var stated = it.values().number(MEMBERS);
                return broken(stated != null && stated != it.members().size(), it.members().size());
            }),
            household("spouse-of-same-sex", RELATION, Fields.NONE, KINSHIP, (it, limits) -> {
                var head = it.the("01");
                var spouse = it.the("02");
                return broken(head != null && spouse != null
                        && ((head.isMale() && spouse.isMale()) || (head.isFemale() && spouse.isFemale())));
            }),
            household("two-fathers", RELATION, Fields.NONE, RELATIONS,
                    (it, limits) -> broken(isTwice(it, "11") || isTwice(it, "12")
                            || isTwice(it, "13") || isTwice(it, "14") || isTwice(it, "15") || isTwice(it, "16"))),
            household("in-laws-contradict-head", RELATION, Fields.NONE, KINSHIP, FamilyRules::inLaws),
            household("child-too-old-for-head", RELATION, Fields.NONE, KINSHIP,
                    (it, limits) -> apart(it, limits, CHILDREN, -1, "parent-older-by")),
            household("parent-too-young-for-head", RELATION, Fields.NONE, KINSHIP,
                    (it, limits) -> apart(it, limits, PARENTS, 1, "parent-older-by")),
            household("grandparent-too-young-for-head", RELATION, Fields.NONE, KINSHIP,
                    (it, limits) -> apart(it, limits, GRANDPARENTS, 1, "grandparent-older-by")),
            household("grandchild-too-old-for-head", RELATION, Fields.NONE, KINSHIP,
                    (it, limits) -> apart(it, limits, GRANDCHILDREN, -1, "grandparent-older-by")),
            household("married-too-young", RELATION, Fields.NONE, KINSHIP,
                    (it, limits) -> broken(
                            it.anyone(member -> member.values().isAmong(RELATION, MARRIED)
                                    && member.isYoungerThan(limits.of("married-from-age"))),
                            limits.of("married-from-age"))),
            household("head-is-child", RELATION, Fields.NONE, KINSHIP,
                    (it, limits) -> broken(
                            it.anyone(member -> member.is("01") && member.isYoungerThan(limits.of("head-from-age")))
                                    && it.anyone(member -> member.isAtLeast(limits.of("adult-from-age"))),
                            limits.of("head-from-age"))),
            household("only-children", RELATION, Fields.NONE, KINSHIP,
                    (it, limits) -> broken(!it.members().isEmpty()
                            && it.members().stream().allMatch(member -> member.isYoungerThan(limits.of("head-from-age"))),
                            limits.of("head-from-age"))),
            household("member-twice", NAME, Fields.NONE, Fields.of(NAME, RESIDENT_ID), (it, limits) -> {
                var seen = new HashSet<List<Object>>();
                return broken(it.anyone(member -> member.values().has(NAME) && member.values().has(BIRTH_DATE) && !seen.add(
                        List.of(String.valueOf(member.values().text(NAME)), String.valueOf(member.values().day(BIRTH_DATE))))));
            }),
            household("many-members", MEMBERS, Fields.NONE,
                    (it, limits) -> broken(it.members().size() > limits.of("members-most"),
                            limits.of("members-most"))),
            household("person-identified-before-household", IDENTIFIED_ON, Fields.of(FIRST_IDENTIFIED_ON),
                    FamilyRules::identifiedEarlier),
            household("spouses-far-apart-in-age", RELATION, Fields.NONE, KINSHIP, (it, limits) -> {
                var head = it.the("01");
                var spouse = it.the("02");
                return broken(head != null && spouse != null && head.age() >= 0 && spouse.age() >= 0
                        && Math.abs(head.age() - spouse.age()) > limits.of("spouses-apart-most"),
                        limits.of("spouses-apart-most"));
            }));

    private FamilyRules() {}

    private static boolean isTwice(HouseholdFacts household, String relation) {
        return household.how(member -> member.is(relation)) > 1;
    }

    /** 岳父 and 岳母 are the parents of a man's wife, 公公 and 婆婆 those of a woman's husband. */
    private static @Nullable List<String> inLaws(HouseholdFacts household, Limits limits) {
        var head = household.the("01");
        Predicate<PersonFacts> ofWife = member -> member.is("13") || member.is("14");
        Predicate<PersonFacts> ofHusband = member -> member.is("15") || member.is("16");
        return broken(head != null
                && ((head.isFemale() && household.anyone(ofWife)) || (head.isMale() && household.anyone(ofHusband))));
    }

    /** Members of a relation who are not at least so many years older (1) or younger (-1) than the head. */
    private static @Nullable List<String> apart(HouseholdFacts household, Limits limits, Set<String> relations, int direction,
            String limit) {
        var head = household.the("01");
        if (head == null || head.age() < 0) {
            return null;
        }
        var years = limits.of(limit);
        return broken(household.anyone(member -> member.values().isAmong(RELATION, relations) && member.age() >= 0
                && (member.age() - head.age()) * direction < years), years);
    }

    private static @Nullable List<String> identifiedEarlier(HouseholdFacts household, Limits limits) {
        var first = household.values().day(FIRST_IDENTIFIED_ON);
        return broken(first != null && household.anyone(member -> {
            var day = member.values().day(IDENTIFIED_ON);
            return day != null && member.values().knows(IDENTIFIED_ON) && day.isBefore(first);
        }));
    }
}
