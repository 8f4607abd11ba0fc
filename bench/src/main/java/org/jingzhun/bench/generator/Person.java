package org.jingzhun.bench.generator;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * An invented person with what stays for life or lies ahead: {@link Situation} tells what shows of it in a year.
 *
 * @param illness  【健康状况】 from the age {@code illFrom} on
 * @param diligence  0 to 1: the higher, the sooner at work and the farther away
 */
record Person(String number, String name, Sex sex, LocalDate birth, String residentId, String ethnicity, Relation relation,
        Schooling schooling, String illness, int illFrom, double diligence, @Nullable String phone) {

    static final String HEALTHY = "健康";

    /** The age that is reached within the year; up to the birthday it is one less. */
    int age(int year) {
        return year - birth.getYear();
    }

    Person as(Relation other) {
        return new Person(number, name, sex, birth, residentId, ethnicity, other, schooling, illness, illFrom, diligence, phone);
    }

    Person reachedAt(String other) {
        return new Person(number, name, sex, birth, residentId, ethnicity, relation, schooling, illness, illFrom, diligence,
                other);
    }

    String surname() {
        return name.substring(0, 1);
    }

    /** What the certificate says once there is one 【残疾人证】: kind 1 to 7, then grade 1 to 4. */
    String disability() {
        var dice = new Dice(Long.parseLong(number), 41);
        return KINDS.thrown(dice) + (dice.chance(0.3) ? dice.between(1, 2) : dice.between(3, 4));
    }

    /** The certificate number in a year of disability, else the resident ID 【证件号码】. */
    String document(int year) {
        return isDisabled(year) ? residentId + disability() : residentId;
    }

    boolean isDisabled(int year) {
        return age(year) >= illFrom && illness.contains("残疾");
    }

    /** Certificates of this kind are issued since 2009. */
    int certifiedIn() {
        return Math.max(2009, birth.getYear() + illFrom);
    }

    private static final Weighted<String> KINDS = new Weighted<String>().with("1", 14).with("2", 17).with("3", 3).with("4", 45)
            .with("5", 9).with("6", 9).with("7", 3);
}
