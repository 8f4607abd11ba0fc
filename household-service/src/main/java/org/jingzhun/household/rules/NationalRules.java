package org.jingzhun.household.rules;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.Limits.broken;
import static org.jingzhun.household.rules.PersonRule.first;
import static org.jingzhun.household.rules.PersonRule.person;

/** What the national register itself refuses in a member 【国家系统校验规则】. */
final class NationalRules {

    static final Set<String> MALE = Set.of("03", "06", "07", "09", "11", "13", "15", "17", "19", "22", "24", "27");
    static final Set<String> FEMALE = Set.of("04", "05", "08", "10", "12", "14", "16", "18", "20", "23", "25", "26");

    static final List<PersonRule> ALL = List.of(
            person("relation-contradicts-sex", RELATION, Fields.of(RELATION, RESIDENT_ID),
                    (it, limits) -> broken((it.isMale() && it.values().isAmong(RELATION, FEMALE))
                            || (it.isFemale() && it.values().isAmong(RELATION, MALE)))),
            first("education-and-school-both", SCHOOL_STATUS, Fields.of(EDUCATION, SCHOOL_STATUS),
                    (it, limits) -> broken(it.values().has(EDUCATION) && it.values().has(SCHOOL_STATUS))),
            first("education-and-school-empty", EDUCATION, Fields.of(EDUCATION, SCHOOL_STATUS),
                    (it, limits) -> broken(!it.values().has(EDUCATION) && !it.values().has(SCHOOL_STATUS))),
            person("school-contradicts-age", SCHOOL_STATUS, Fields.of(SCHOOL_STATUS, HEALTH, RESIDENT_ID),
                    NationalRules::schoolAge),
            person("labour-under-16", LABOUR, Fields.of(LABOUR, RESIDENT_ID),
                    (it, limits) -> broken(it.isYoungerThan(limits.of("no-labour-below-age")) && !it.values().is(LABOUR, "5"),
                            limits.of("no-labour-below-age"))),
            person("student-with-labour", LABOUR, Fields.of(LABOUR, SCHOOL_STATUS, RESIDENT_ID),
                    (it, limits) -> broken(it.isStudent() && !it.values().is(LABOUR, "5")
                            && it.isAtLeast(limits.of("no-labour-below-age")))),
            person("able-without-labour", LABOUR, Fields.of(LABOUR, SCHOOL_STATUS, HEALTH, RESIDENT_ID),
                    (it, limits) -> broken(it.isHealthy() && !it.isStudent() && it.isAtLeast(limits.of("no-labour-below-age"))
                            && it.isYoungerThan(limits.of("no-full-labour-from-age"))
                            && it.values().isAmong(LABOUR, Set.of("3", "5")))),
            person("labour-over-60", LABOUR, Fields.of(LABOUR, RESIDENT_ID),
                    (it, limits) -> broken(it.isAtLeast(limits.of("no-full-labour-from-age")) && it.isAble(),
                            limits.of("no-full-labour-from-age"))),
            person("disability-contradicts-labour", LABOUR, Fields.of(LABOUR, RESIDENT_ID),
                    (it, limits) -> broken(it.values().is(LABOUR, "1")
                            && ("41".equals(it.certificate()) || "42".equals(it.certificate())))),
            first("months-out-of-range", WORK_MONTHS, Fields.of(WORK_MONTHS), (it, limits) -> broken(
                    it.values().count(WORK_MONTHS) < 0 || it.values().count(WORK_MONTHS) > limits.of("work-months-most"),
                    limits.of("work-months-most"))),
            person("work-place-without-months", WORK_MONTHS, Fields.of(WORK_MONTHS, WORK_PLACE),
                    (it, limits) -> broken(it.values().has(WORK_PLACE) && it.values().count(WORK_MONTHS) <= 0)),
            person("months-without-work-place", WORK_PLACE, Fields.of(WORK_MONTHS, WORK_PLACE),
                    (it, limits) -> broken(!it.values().has(WORK_PLACE) && it.values().count(WORK_MONTHS) > 0)));

    private NationalRules() {}

    /** 初中 12–17, 高中 and 中职 15–20, 高职 and above from 18, 硕士 from 20; from 7 on nobody healthy is below school age. */
    private static @Nullable List<String> schoolAge(PersonFacts person, Limits limits) {
        var status = person.values().text(SCHOOL_STATUS);
        return switch (status == null ? "" : status) {
            case "01" -> broken(person.isHealthy() && person.isAtLeast(limits.of("no-preschool-from-age")), 0,
                    limits.of("no-preschool-from-age") - 1);
            case "04", "05", "06" -> outside(person, limits.of("junior-school-from-age"), limits.of("junior-school-to-age"));
            case "07", "08", "09", "10", "11", "12" -> outside(person, limits.of("senior-school-from-age"),
                    limits.of("senior-school-to-age"));
            case "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24" -> broken(
                    person.isYoungerThan(limits.of("college-from-age")), limits.of("college-from-age"), "");
            case "25" -> broken(person.isYoungerThan(limits.of("postgraduate-from-age")), limits.of("postgraduate-from-age"), "");
            default -> null;
        };
    }

    private static @Nullable List<String> outside(PersonFacts person, int from, int to) {
        return broken(person.isYoungerThan(from) || person.isAtLeast(to + 1), from, to);
    }
}
