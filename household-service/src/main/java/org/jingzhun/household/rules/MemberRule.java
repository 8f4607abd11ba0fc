package org.jingzhun.household.rules;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

import static org.jingzhun.household.field.Field.EDUCATION;
import static org.jingzhun.household.field.Field.HEALTH;
import static org.jingzhun.household.field.Field.LABOUR;
import static org.jingzhun.household.field.Field.RELATION;
import static org.jingzhun.household.field.Field.RESIDENT_ID;
import static org.jingzhun.household.field.Field.SCHOOL_STATUS;
import static org.jingzhun.household.field.Field.WORK_MONTHS;
import static org.jingzhun.household.field.Field.WORK_PLACE;

/**
 * A rule that the data of one member must satisfy.
 *
 * @param code stable name, also of the message
 * @param blames the field that a finding names
 * @param needs fields that the rule looks at; it is silent where one of them is doubtful
 * @param makesDoubtful whether later rules must not build on these fields once this rule has spoken
 * @param broken arguments of the message where the rule is broken, null where it is kept
 */
record MemberRule(String code, Field blames, Set<Field> needs, boolean makesDoubtful,
        BiFunction<Member, Thresholds, @Nullable List<String>> broken) {

    private static final Set<String> MALE = Set.of("03", "06", "07", "09", "11", "13", "15", "17", "19", "22", "24", "27");
    private static final Set<String> FEMALE = Set.of("04", "05", "08", "10", "12", "14", "16", "18", "20", "23", "25", "26");
    private static final List<String> BROKEN = List.of();

    /** All of them, in the order in which they are looked at. */
    static final List<MemberRule> ALL = List.of(
            rule("relation-contradicts-sex", RELATION, Set.of(RELATION, RESIDENT_ID),
                    (member, thresholds) -> broken(("1".equals(member.sex()) && FEMALE.contains(member.relation()))
                            || ("2".equals(member.sex()) && MALE.contains(member.relation())))),
            new MemberRule("education-and-school-both", SCHOOL_STATUS, Set.of(EDUCATION, SCHOOL_STATUS), true,
                    (member, thresholds) -> broken(member.education() != null && member.schoolStatus() != null)),
            new MemberRule("education-and-school-empty", EDUCATION, Set.of(EDUCATION, SCHOOL_STATUS), true,
                    (member, thresholds) -> broken(member.education() == null && member.schoolStatus() == null)),
            rule("school-contradicts-age", SCHOOL_STATUS, Set.of(SCHOOL_STATUS, HEALTH, RESIDENT_ID), MemberRule::schoolAge),
            rule("labour-under-16", LABOUR, Set.of(LABOUR, RESIDENT_ID),
                    (member, thresholds) -> member.isYoungerThan(member.limit(thresholds, "no-labour-below-age"))
                            && !"5".equals(member.labour())
                                    ? List.of(text(member.limit(thresholds, "no-labour-below-age")))
                                    : null),
            rule("student-with-labour", LABOUR, Set.of(LABOUR, SCHOOL_STATUS, RESIDENT_ID),
                    (member, thresholds) -> broken(member.isStudent() && !"5".equals(member.labour())
                            && member.isAtLeast(member.limit(thresholds, "no-labour-below-age")))),
            rule("able-without-labour", LABOUR, Set.of(LABOUR, SCHOOL_STATUS, HEALTH, RESIDENT_ID),
                    (member, thresholds) -> broken(member.isHealthy() && !member.isStudent()
                            && member.isAtLeast(member.limit(thresholds, "no-labour-below-age"))
                            && member.isYoungerThan(member.limit(thresholds, "no-full-labour-from-age"))
                            && Set.of("3", "5").contains(member.labour()))),
            rule("labour-over-60", LABOUR, Set.of(LABOUR, RESIDENT_ID),
                    (member, thresholds) -> member.isAtLeast(member.limit(thresholds, "no-full-labour-from-age"))
                            && Set.of("1", "2").contains(member.labour())
                                    ? List.of(text(member.limit(thresholds, "no-full-labour-from-age")))
                                    : null),
            rule("disability-contradicts-labour", LABOUR, Set.of(LABOUR, RESIDENT_ID),
                    (member, thresholds) -> broken(member.disability() != null
                            && Set.of("41", "42").contains(member.disability()) && "1".equals(member.labour()))),
            new MemberRule("months-out-of-range", WORK_MONTHS, Set.of(WORK_MONTHS), true, MemberRule::months),
            rule("work-place-without-months", WORK_MONTHS, Set.of(WORK_MONTHS, WORK_PLACE),
                    (member, thresholds) -> broken(member.workPlaceAsked() && member.workPlace() != null && !member.works())),
            rule("months-without-work-place", WORK_PLACE, Set.of(WORK_MONTHS, WORK_PLACE),
                    (member, thresholds) -> broken(member.workPlaceAsked() && member.workPlace() == null && member.works())));

    private static MemberRule rule(String code, Field blames, Set<Field> needs,
            BiFunction<Member, Thresholds, @Nullable List<String>> broken) {
        return new MemberRule(code, blames, needs, false, broken);
    }

    /** 初中 12–17, 高中 and 中职 15–20, 高职 and above from 18, 硕士 from 20; from 7 on nobody healthy is below school age. */
    private static @Nullable List<String> schoolAge(Member member, Thresholds thresholds) {
        var status = member.schoolStatus();
        if (status == null) {
            return null;
        }
        return switch (status) {
            case "01" -> member.isHealthy() && member.isAtLeast(member.limit(thresholds, "no-preschool-from-age"))
                    ? range("0", text(member.limit(thresholds, "no-preschool-from-age") - 1))
                    : null;
            case "04", "05", "06" -> outside(member, member.limit(thresholds, "junior-school-from-age"),
                    member.limit(thresholds, "junior-school-to-age"));
            case "07", "08", "09", "10", "11", "12" -> outside(member, member.limit(thresholds, "senior-school-from-age"),
                    member.limit(thresholds, "senior-school-to-age"));
            case "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23", "24" -> outside(member,
                    member.limit(thresholds, "college-from-age"), Integer.MAX_VALUE);
            case "25" -> outside(member, member.limit(thresholds, "postgraduate-from-age"), Integer.MAX_VALUE);
            default -> null;
        };
    }

    private static @Nullable List<String> outside(Member member, int from, int to) {
        return member.isYoungerThan(from) || (to < Integer.MAX_VALUE && member.isAtLeast(to + 1))
                ? range(text(from), to == Integer.MAX_VALUE ? "" : text(to))
                : null;
    }

    private static @Nullable List<String> months(Member member, Thresholds thresholds) {
        var months = member.workMonths();
        var most = member.limit(thresholds, "work-months-most");
        return months != null && (months < 0 || months > most) ? List.of(text(most)) : null;
    }

    private static List<String> range(String from, String to) {
        return List.of(from, to);
    }

    private static @Nullable List<String> broken(boolean yes) {
        return yes ? BROKEN : null;
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
