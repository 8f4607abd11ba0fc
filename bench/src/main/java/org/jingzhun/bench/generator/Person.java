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
}
