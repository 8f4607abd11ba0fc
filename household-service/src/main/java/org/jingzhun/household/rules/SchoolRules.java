package org.jingzhun.household.rules;

import java.util.List;
import java.util.Set;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.Limits.broken;
import static org.jingzhun.household.rules.PersonRule.person;

/** Schooling of members. */
final class SchoolRules {

    private static final Set<String> PRIMARY_OR_LESS = Set.of("1", "2");
    private static final Set<String> JUNIOR_OR_MORE = Set.of("3", "4", "5", "6");
    private static final Set<String> HEALTH_REASONS = Set.of("1", "2");

    static final List<PersonRule> ALL = List.of(
            person("child-out-of-school", DROPOUT_REASON, Fields.of(SCHOOL_STATUS, DROPOUT_REASON, EDUCATION, RESIDENT_ID),
                    (it, limits) -> broken(isOutOfSchool(it, limits) && !it.values().has(DROPOUT_REASON))),
            person("compulsory-age-not-at-school", SCHOOL_STATUS, Fields.of(SCHOOL_STATUS, EDUCATION, RESIDENT_ID),
                    (it, limits) -> broken(isOutOfSchool(it, limits), limits.of("compulsory-school-from-age"),
                            limits.of("compulsory-school-to-age"))),
            person("dropout-reason-contradicts-health", DROPOUT_REASON, Fields.of(DROPOUT_REASON, HEALTH),
                    (it, limits) -> broken(it.values().isAmong(DROPOUT_REASON, HEALTH_REASONS) && it.isHealthy())),
            person("dropout-reason-of-student", DROPOUT_REASON, Fields.of(DROPOUT_REASON, SCHOOL_STATUS),
                    (it, limits) -> broken(it.values().has(DROPOUT_REASON) && it.isStudent()
                            && !it.values().isAmong(DROPOUT_REASON, Set.of("5", "6")))),
            person("young-with-low-education", EDUCATION, Fields.of(EDUCATION, HEALTH, RESIDENT_ID),
                    (it, limits) -> broken(it.isOf(limits.of("low-education-from-age"), limits.of("low-education-to-age"))
                            && it.isHealthy() && it.values().isAmong(EDUCATION, PRIMARY_OR_LESS),
                            limits.of("low-education-from-age"), limits.of("low-education-to-age"))),
            person("education-contradicts-age", EDUCATION, Fields.of(EDUCATION, RESIDENT_ID),
                    (it, limits) -> broken((it.values().isAmong(EDUCATION, Set.of("5", "6"))
                            && it.isYoungerThan(limits.of("college-from-age")))
                            || (it.values().is(EDUCATION, "4") && it.isYoungerThan(limits.of("senior-school-from-age"))))),
            person("primary-school-contradicts-age", SCHOOL_STATUS, Fields.of(SCHOOL_STATUS, HEALTH, RESIDENT_ID),
                    (it, limits) -> broken(it.values().is(SCHOOL_STATUS, "03") && it.isHealthy()
                            && (it.isYoungerThan(limits.of("primary-school-from-age"))
                                    || it.isAtLeast(limits.of("primary-school-to-age") + 1)),
                            limits.of("primary-school-from-age"), limits.of("primary-school-to-age"))),
            person("student-working", WORK_MONTHS, Fields.of(SCHOOL_STATUS, WORK_MONTHS),
                    (it, limits) -> broken(it.isPupil() && it.works())),
            person("grown-up-below-school-age", SCHOOL_STATUS, Fields.of(SCHOOL_STATUS, RESIDENT_ID),
                    (it, limits) -> broken(it.values().isAmong(SCHOOL_STATUS, Set.of("01", "02"))
                            && it.isAtLeast(limits.of("no-labour-below-age")))));

    private SchoolRules() {}

    /** Of compulsory age, not at school, and not through with junior secondary school. */
    static boolean isOutOfSchool(PersonFacts person, Limits limits) {
        return person.isOf(limits.of("compulsory-school-from-age"), limits.of("compulsory-school-to-age")) && !person.isStudent()
                && !person.values().isAmong(EDUCATION, JUNIOR_OR_MORE);
    }
}
