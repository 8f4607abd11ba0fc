package org.jingzhun.household.rules;

import java.util.List;
import java.util.Set;

import org.jingzhun.household.field.Field;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.Limits.broken;
import static org.jingzhun.household.rules.PersonRule.person;

/** Work away from home of members. */
final class WorkRules {

    private static final List<Field> OF_A_JOB = List.of(MONTHLY_WAGE, EMPLOYER, WORK_SECTOR, POINT_TO_POINT, JOB_CHANNEL);
    private static final Set<String> NO_FULL_LABOUR = Set.of("3", "4", "5");
    private static final Set<String> COLLEGE = Set.of("5", "6");
    private static final Set<String> IN_COUNTY = Set.of("1", "2");

    static final List<PersonRule> ALL = List.of(
            person("working-without-labour", LABOUR, Fields.of(LABOUR),
                    (it, limits) -> broken((it.works() || it.values().yes(WORK_PLANNED))
                            && it.values().isAmong(LABOUR, NO_FULL_LABOUR))),
            person("job-incomplete", EMPLOYER,
                    Fields.of(WORKING, MONTHLY_WAGE, EMPLOYER, WORK_SECTOR, POINT_TO_POINT, JOB_CHANNEL),
                    (it, limits) -> broken(it.values().yes(WORKING) && OF_A_JOB.stream().anyMatch(it.values()::lacks))),
            person("wage-very-low", MONTHLY_WAGE, Fields.of(MONTHLY_WAGE),
                    (it, limits) -> broken(it.works() && it.values().isBelow(MONTHLY_WAGE, limits.of("wage-poor"))
                            && !it.values().isBelow(MONTHLY_WAGE, limits.of("wage-least")), limits.of("wage-poor"))),
            person("wage-too-low", MONTHLY_WAGE, Fields.of(MONTHLY_WAGE),
                    (it, limits) -> broken(it.works() && it.values().isBelow(MONTHLY_WAGE, limits.of("wage-least")),
                            limits.of("wage-least"))),
            person("wage-too-high", MONTHLY_WAGE, Fields.of(MONTHLY_WAGE),
                    (it, limits) -> broken(it.values().isAbove(MONTHLY_WAGE, limits.of("wage-most")), limits.of("wage-most"))),
            person("away-since-2020", WORK_STARTED_ON, Fields.of(WORK_STARTED_ON, WORK_ENDED_ON), (it, limits) -> {
                var started = it.values().day(WORK_STARTED_ON);
                return broken(started != null && it.works() && !it.values().has(WORK_ENDED_ON)
                        && started.getYear() <= limits.of("work-never-returned-since"), limits.of("work-never-returned-since"));
            }),
            person("work-ends-before-start", WORK_ENDED_ON, Fields.of(WORK_STARTED_ON, WORK_ENDED_ON), (it, limits) -> {
                var started = it.values().day(WORK_STARTED_ON);
                var ended = it.values().day(WORK_ENDED_ON);
                return broken(started != null && ended != null && ended.isBefore(started));
            }),
            person("work-before-16", WORK_STARTED_ON, Fields.of(WORK_STARTED_ON, RESIDENT_ID), (it, limits) -> {
                var started = it.values().day(WORK_STARTED_ON);
                var born = it.values().day(BIRTH_DATE);
                return broken(started != null && born != null
                        && started.isBefore(born.plusYears(limits.of("no-labour-below-age"))), limits.of("no-labour-below-age"));
            }),
            person("child-working", WORK_MONTHS, Fields.of(WORK_MONTHS, RESIDENT_ID),
                    (it, limits) -> broken(it.works() && it.isYoungerThan(limits.of("no-labour-below-age")),
                            limits.of("no-labour-below-age"))),
            person("working-contradicts-months", WORK_MONTHS, Fields.of(WORKING, WORK_MONTHS),
                    (it, limits) -> broken(
                            (it.values().yes(WORKING) && Integer.valueOf(0).equals(it.values().number(WORK_MONTHS)))
                                    || (it.values().no(WORKING) && it.values().count(WORK_MONTHS) > 0
                                            && !it.values().has(WORK_ENDED_ON)))),
            person("abroad-contradicts-work-place", WORKS_ABROAD, Fields.of(WORKS_ABROAD, WORK_PLACE),
                    (it, limits) -> broken(
                            it.values().yes(WORKS_ABROAD) && it.values().isAmong(WORK_PLACE, Set.of("1", "2", "3")))),
            person("organised-transport-within-county", POINT_TO_POINT, Fields.of(POINT_TO_POINT, WORK_PLACE),
                    (it, limits) -> broken(it.values().yes(POINT_TO_POINT) && it.values().isAmong(WORK_PLACE, IN_COUNTY))),
            person("public-post-without-kind", PUBLIC_POST_KIND, Fields.of(PUBLIC_POST_KIND, PUBLIC_POST_MONTHS),
                    (it, limits) -> broken(it.values().count(PUBLIC_POST_MONTHS) > 0 && !it.values().has(PUBLIC_POST_KIND))),
            person("public-post-without-months", PUBLIC_POST_MONTHS, Fields.of(PUBLIC_POST_KIND, PUBLIC_POST_MONTHS),
                    (it, limits) -> broken(it.values().has(PUBLIC_POST_KIND) && it.values().count(PUBLIC_POST_MONTHS) <= 0)),
            person("public-post-of-unable", PUBLIC_POST_KIND, Fields.of(PUBLIC_POST_KIND, LABOUR),
                    (it, limits) -> broken(it.values().has(PUBLIC_POST_KIND) && it.values().isAmong(LABOUR, Set.of("4", "5")))),
            person("able-not-working", WORK_MONTHS, Fields.of(WORKING, LABOUR, EDUCATION, SCHOOL_STATUS, RESIDENT_ID),
                    (it, limits) -> broken(it.values().no(WORKING) && it.values().count(WORK_MONTHS) <= 0 && !it.isStudent()
                            && it.isAtLeast(limits.of("no-labour-below-age"))
                            && it.isYoungerThan(limits.of("no-full-labour-from-age"))
                            && (it.values().is(LABOUR, "2") || (it.isAble() && it.values().isAmong(EDUCATION, COLLEGE))))));

    private WorkRules() {}
}
