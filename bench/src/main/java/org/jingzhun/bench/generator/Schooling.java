package org.jingzhun.bench.generator;

import org.jspecify.annotations.Nullable;

/** How far a person goes to school in a life. What of it shows in a year depends on the age. */
enum Schooling {

    NONE("文盲或半文盲", 0), //
    PRIMARY("小学", 12), //
    JUNIOR("初中", 16), //
    SENIOR("高中", 18), //
    VOCATIONAL("高中", 18), //
    COLLEGE("大专", 21), //
    BACHELOR("本科及以上", 22), //
    MASTER("本科及以上", 25);

    private static final String[] YEARS = {"一年级", "二年级", "三年级", "四年级"};
    private static final String[] JUNIOR_YEARS = {"七年级", "八年级", "九年级"};

    /** 【文化程度】 when school is over. */
    final String education;
    private final int lastAge;

    Schooling(String education, int lastAge) {
        this.education = education;
        this.lastAge = lastAge;
    }

    /**
     * 【在校生状况】 in the year in which the person turns {@code age}, or null when school is over. All are at school up to 17: whoever
     * turns 17 is 16 on some days of that year, and a 16-year-old out of school is asked for a reason.
     */
    @Nullable
    String stage(int age) {
        if (age <= 2) {
            return "学龄前儿童";
        }
        if (age <= 5) {
            return "学前教育";
        }
        if (age <= 12) {
            return "小学";
        }
        if (age <= 15) {
            return JUNIOR_YEARS[age - 13];
        }
        if (age == 16 && this.compareTo(JUNIOR) <= 0) {
            return "九年级";
        }
        if (age == 17 && this.compareTo(JUNIOR) <= 0) {
            return "中职一年级"; // and leaves before the diploma
        }
        if (age > lastAge) {
            return null;
        }
        if (age <= 18) {
            return (this == VOCATIONAL ? "中职" : "普通高中") + YEARS[age - 16];
        }
        if (this == COLLEGE) {
            return "高职高专" + YEARS[age - 19];
        }
        return age <= 22 ? "本科" + YEARS[age - 19] : "硕士研究生及以上";
    }

    static Schooling thrown(int birthYear, Dice dice) {
        return cohort(birthYear).thrown(dice);
    }

    private static Weighted<Schooling> cohort(int birthYear) {
        if (birthYear < 1950) {
            return OLD;
        }
        if (birthYear < 1970) {
            return PLAN;
        }
        if (birthYear < 1990) {
            return REFORM;
        }
        return birthYear < 2001 ? GROWTH : YOUNG;
    }

    private static final Weighted<Schooling> OLD = new Weighted<Schooling>().with(NONE, 35).with(PRIMARY, 50).with(JUNIOR, 13)
            .with(SENIOR, 2);
    private static final Weighted<Schooling> PLAN = new Weighted<Schooling>().with(NONE, 8).with(PRIMARY, 48).with(JUNIOR, 37)
            .with(SENIOR, 7);
    private static final Weighted<Schooling> REFORM = new Weighted<Schooling>().with(NONE, 1).with(PRIMARY, 21).with(JUNIOR, 62)
            .with(SENIOR, 8).with(VOCATIONAL, 3).with(COLLEGE, 3).with(BACHELOR, 2);
    private static final Weighted<Schooling> GROWTH = new Weighted<Schooling>().with(JUNIOR, 55).with(SENIOR, 11)
            .with(VOCATIONAL, 14).with(COLLEGE, 12).with(BACHELOR, 8);
    private static final Weighted<Schooling> YOUNG = new Weighted<Schooling>().with(JUNIOR, 24).with(SENIOR, 12)
            .with(VOCATIONAL, 33).with(COLLEGE, 17).with(BACHELOR, 13).with(MASTER, 1);
}
