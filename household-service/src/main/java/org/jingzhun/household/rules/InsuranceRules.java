package org.jingzhun.household.rules;

import java.util.List;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.Limits.broken;
import static org.jingzhun.household.rules.PersonRule.person;

/** Insurance and support of members. */
final class InsuranceRules {

    private static final Fields MEDICAL = Fields.of(RESIDENT_INSURANCE, EMPLOYEE_INSURANCE);

    static final List<PersonRule> ALL = List.of(
            person("insurance-none", RESIDENT_INSURANCE, MEDICAL, (it, limits) -> broken(isUninsured(it))),
            person("insurance-both", EMPLOYEE_INSURANCE, MEDICAL,
                    (it, limits) -> broken(it.values().yes(RESIDENT_INSURANCE) && it.values().yes(EMPLOYEE_INSURANCE))),
            person("insurance-refused", SERIOUS_ILLNESS_INSURANCE, Fields.of(SERIOUS_ILLNESS_INSURANCE),
                    (it, limits) -> broken(it.values().no(SERIOUS_ILLNESS_INSURANCE) && !it.values().yes(EMPLOYEE_INSURANCE))),
            person("employee-insurance-of-child", EMPLOYEE_INSURANCE, Fields.of(EMPLOYEE_INSURANCE, RESIDENT_ID),
                    (it, limits) -> broken(it.values().yes(EMPLOYEE_INSURANCE)
                            && it.isYoungerThan(limits.of("no-labour-below-age")), limits.of("no-labour-below-age"))),
            person("pension-both", EMPLOYEE_PENSION, Fields.of(RESIDENT_PENSION, EMPLOYEE_PENSION),
                    (it, limits) -> broken(it.values().yes(RESIDENT_PENSION) && it.values().yes(EMPLOYEE_PENSION))),
            person("pension-of-child", RESIDENT_PENSION, Fields.of(RESIDENT_PENSION, EMPLOYEE_PENSION, RESIDENT_ID),
                    (it, limits) -> broken((it.values().yes(RESIDENT_PENSION) || it.values().yes(EMPLOYEE_PENSION))
                            && it.isYoungerThan(limits.of("no-labour-below-age")), limits.of("no-labour-below-age"))),
            person("allowance-and-support", SPECIAL_SUPPORT, Fields.of(ALLOWANCE, SPECIAL_SUPPORT),
                    (it, limits) -> broken(it.values().yes(ALLOWANCE) && it.values().yes(SPECIAL_SUPPORT))),
            person("support-of-able", SPECIAL_SUPPORT, Fields.of(SPECIAL_SUPPORT, HEALTH, SCHOOL_STATUS, RESIDENT_ID),
                    (it, limits) -> broken(it.values().yes(SPECIAL_SUPPORT) && it.isHealthy() && !it.isStudent()
                            && it.isOf(limits.of("special-support-unusual-from-age"),
                                    limits.of("special-support-unusual-to-age")),
                            limits.of("special-support-unusual-from-age"), limits.of("special-support-unusual-to-age"))));

    private InsuranceRules() {}

    /** Neither resident nor employee medical insurance. */
    static boolean isUninsured(PersonFacts person) {
        return person.values().areKnown(MEDICAL) && !person.values().yes(RESIDENT_INSURANCE)
                && !person.values().yes(EMPLOYEE_INSURANCE);
    }
}
