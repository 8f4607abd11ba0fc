package org.jingzhun.bench.generator;

import org.jspecify.annotations.Nullable;

/**
 * One person in one year, as the register asks for it. Exactly one of {@code education} and {@code school} is there; {@code workPlace} is there
 * if and only if {@code workMonths} is above zero. Holds on every day of the year, not only on the last.
 */
record Situation(int age, @Nullable String education, @Nullable String school, String health, String labour,
        @Nullable String workPlace, int workMonths) {

    static final String NO_LABOUR = "无劳动力";
    static final String ORDINARY = "普通劳动力";
    static final String SKILLED = "技能劳动力";
    static final String WEAK = "弱劳动力或半劳动力";
    static final String LOST = "丧失劳动力";
    static final String NEAR = "乡(镇)内";
    static final String COUNTY = "乡(镇)外县内";
    static final String PROVINCE = "县外省内";
    static final String AWAY = "省外";

    static Situation of(Person person, int year) {
        var age = person.age(year);
        var school = person.schooling().stage(age);
        var health = health(person, age);
        var labour = labour(person, age, school != null, health);
        var place = workPlace(person, labour);
        var months = place == null ? 0 : 1 + (int) ((person.diligence() * 97 + year * 7) % 12);
        return new Situation(age, school == null ? person.schooling().education : null, school, health, labour, place, months);
    }

    /** A pupil of school age or beyond, not a child before school. */
    boolean student() {
        return school != null && !school.equals("学龄前儿童");
    }

    /** Whether he can work as others do. */
    boolean able() {
        return labour.equals(ORDINARY) || labour.equals(SKILLED);
    }

    boolean ill() {
        return health.contains("长期慢性病") || health.contains("患有大病");
    }

    private static String health(Person person, int age) {
        if (age >= person.illFrom() && !person.illness().equals(Person.HEALTHY)) {
            return person.illness();
        }
        return age >= 60 && person.birth().getYear() >= 1960 ? "长期慢性病" : Person.HEALTHY;
    }

    private static String labour(Person person, int age, boolean atSchool, String health) {
        if (atSchool || age < 16) {
            return NO_LABOUR;
        }
        if (age >= 60) {
            return old(person, age, health);
        }
        if (health.equals(Person.HEALTHY)) {
            var learned = person.schooling().compareTo(Schooling.JUNIOR) >= 0;
            return learned && person.diligence() > 0.85 ? SKILLED : ORDINARY;
        }
        if (health.contains("残疾")) {
            return person.diligence() < 0.4 ? LOST : WEAK;
        }
        if (health.contains("患有大病")) {
            return person.diligence() < 0.3 ? LOST : WEAK;
        }
        return person.diligence() < 0.4 ? WEAK : ORDINARY;
    }

    private static String old(Person person, int age, String health) {
        if (health.contains("残疾")) {
            return LOST;
        }
        return age < 72 && !health.contains("患有大病") && person.diligence() > 0.2 ? WEAK : NO_LABOUR;
    }

    private static @Nullable String workPlace(Person person, String labour) {
        var learned = person.schooling().compareTo(Schooling.COLLEGE) >= 0;
        var will = learned ? Math.max(person.diligence(), 0.3) : person.diligence();
        if (!labour.equals(ORDINARY) && !labour.equals(SKILLED)) {
            return null;
        }
        if (will < 0.25) {
            return null;
        }
        return will < 0.40 ? NEAR : will < 0.55 ? COUNTY : will < 0.72 ? PROVINCE : AWAY;
    }
}
