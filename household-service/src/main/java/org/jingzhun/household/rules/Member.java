package org.jingzhun.household.rules;

import java.time.Period;

import org.jspecify.annotations.Nullable;

/** A member as the rules speak of him: of an age, healthy, at school, working. */
final class Member {

    private final MemberFacts facts;
    private final int age;

    Member(MemberFacts facts) {
        this.facts = facts;
        this.age = facts.birthDate() == null ? -1 : Period.between(facts.birthDate(), facts.on()).getYears();
    }

    boolean isYoungerThan(int years) {
        return age >= 0 && age < years;
    }

    boolean isAtLeast(int years) {
        return age >= 0 && age >= years;
    }

    boolean isHealthy() {
        return facts.health().size() == 1 && facts.health().contains("1");
    }

    /** At school or beyond: below school age 【学龄前儿童】 is none. */
    boolean isStudent() {
        return facts.schoolStatus() != null && !facts.schoolStatus().equals("01");
    }

    boolean works() {
        return facts.workMonths() != null && facts.workMonths() > 0;
    }

    String relation() {
        return facts.relation() == null ? "" : facts.relation();
    }

    @Nullable
    String sex() {
        return facts.sex();
    }

    @Nullable
    String education() {
        return facts.education();
    }

    @Nullable
    String schoolStatus() {
        return facts.schoolStatus();
    }

    String labour() {
        return facts.labour() == null ? "" : facts.labour();
    }

    @Nullable
    String workPlace() {
        return facts.workPlace();
    }

    @Nullable
    Integer workMonths() {
        return facts.workMonths();
    }

    boolean workPlaceAsked() {
        return facts.workPlaceAsked();
    }

    @Nullable
    String disability() {
        return facts.disability();
    }

    int limit(Thresholds thresholds, String name) {
        return thresholds.on(name, facts.on());
    }
}
