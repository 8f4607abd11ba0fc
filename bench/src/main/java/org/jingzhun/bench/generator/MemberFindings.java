package org.jingzhun.bench.generator;

import java.util.List;
import java.util.function.Predicate;

import static org.jingzhun.bench.generator.FindingKind.planted;
import static org.jingzhun.bench.generator.FindingKind.value;

/** Findings on schooling, work and papers of members, in list D. */
final class MemberFindings {

    private static final Template D = Template.D;

    static final List<FindingKind> ALL = List.of(
            planted("child-out-of-school", D, pupil(8, 14).and(MemberFindings::unmonitored), row -> leaveSchool(row, "小学", ""))
                    .and("compulsory-age-not-at-school"),
            planted("compulsory-age-not-at-school", D, pupil(8, 14).and(MemberFindings::unmonitored),
                    row -> leaveSchool(row, "小学", "厌学")),
            planted("education-contradicts-age", D, pupil(8, 13).and(MemberFindings::unmonitored),
                    row -> leaveSchool(row, "高中", "")),
            value("dropout-reason-of-student", D, pupil(7, 15), Column.DROPOUT_REASON, "厌学"),
            value("dropout-reason-contradicts-health", D, grown(18, 58).and(MemberFindings::healthy), Column.DROPOUT_REASON,
                    "因病"),
            value("young-with-low-education", D, grown(18, 21).and(MemberFindings::healthy), Column.EDUCATION, "小学"),
            value("primary-school-contradicts-age", D, pupil(17, 18).and(MemberFindings::healthy), Column.SCHOOL, "小学"),
            planted("student-working", D, pupil(17, 18), MemberFindings::work)
                    .and("working-without-labour"),
            planted("working-without-labour", D, aged(62, 80).and(labour(Situation.WEAK)), MemberFindings::work),
            planted("worker-phone-not-mobile", D, working().and(row -> !row.isHead()),
                    row -> row.set(Column.PHONE, fixedLine(row.household().household().number()))),
            value("party-member-too-young", D, aged(10, 16), Column.POLITICAL_STATUS, "中共党员"),
            value("league-member-of-other-age", D, aged(35, 70), Column.POLITICAL_STATUS, "共青团员"),
            planted("public-post-without-kind", D, working().and(MemberFindings::noPost),
                    row -> row.set(Column.PUBLIC_POST_MONTHS, new Cell.Figure(6))),
            value("public-post-without-months", D, working().and(MemberFindings::noPost), Column.PUBLIC_POST_KIND, "保洁员"),
            planted("public-post-of-unable", D, aged(62, 90).and(labour(Situation.NO_LABOUR)),
                    row -> row.set(Column.PUBLIC_POST_KIND, "保洁员").set(Column.PUBLIC_POST_MONTHS, new Cell.Figure(6))));

    private MemberFindings() {}

    static Predicate<Row> aged(int from, int to) {
        return row -> row.situation().age() >= from && row.situation().age() <= to;
    }

    static Predicate<Row> pupil(int from, int to) {
        return aged(from, to).and(row -> row.situation().student());
    }

    static Predicate<Row> grown(int from, int to) {
        return aged(from, to).and(row -> row.situation().school() == null);
    }

    private static Predicate<Row> labour(String labour) {
        return row -> row.situation().labour().equals(labour);
    }

    static Predicate<Row> working() {
        return row -> row.situation().workMonths() > 0;
    }

    static boolean healthy(Row row) {
        return row.situation().health().equals(Person.HEALTHY);
    }

    static boolean unmonitored(Row row) {
        return row.household().risk() == null;
    }

    private static boolean noPost(Row row) {
        return row.get(Column.PUBLIC_POST_KIND).text().isEmpty();
    }

    private static void leaveSchool(Row row, String education, String reason) {
        row.set(Column.SCHOOL, "").set(Column.EDUCATION, education).set(Column.DROPOUT_REASON, reason);
    }

    private static void work(Row row) {
        row.set(Column.WORK_MONTHS, new Cell.Figure(3)).set(Column.WORK_AREA, "广东省佛山市").set(Column.JOB_CHANNEL, "亲友介绍");
    }

    /** One of Nanning, another for each household: shared by many it would be a finding of its own. */
    private static String fixedLine(String household) {
        return "0771" + (2_000_000 + Math.floorMod(household.hashCode() * 2_654_435_761L, 7_000_000L));
    }
}
