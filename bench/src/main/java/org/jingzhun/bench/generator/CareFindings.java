package org.jingzhun.bench.generator;

import java.util.List;
import java.util.function.Predicate;

import static org.jingzhun.bench.generator.FindingKind.planted;
import static org.jingzhun.bench.generator.FindingKind.value;
import static org.jingzhun.bench.generator.MemberFindings.aged;
import static org.jingzhun.bench.generator.MemberFindings.grown;

/** Findings on insurance, support and disability of members, in list D. */
final class CareFindings {

    private static final Template D = Template.D;
    private static final Predicate<Row> DISABLED = row -> row.person().isDisabled(row.household().year());

    static final List<FindingKind> ALL = List.of(
            value("insurance-none", D, row -> row.household().kind() == Household.Kind.GENERAL, Column.RESIDENT_INSURANCE, "否"),
            value("uninsured-not-monitored", D, IncomeFindings::unwatched, Column.RESIDENT_INSURANCE, "否").and("insurance-none"),
            value("insurance-both", D, aged(18, 90), Column.EMPLOYEE_INSURANCE, "是"),
            planted("employee-insurance-of-child", D, aged(0, 14),
                    row -> row.set(Column.RESIDENT_INSURANCE, "否").set(Column.EMPLOYEE_INSURANCE, "是")),
            value("insurance-refused", D, row -> true, Column.ILLNESS_INSURANCE, "否"),
            value("pension-both", D, grown(18, 90), Column.EMPLOYEE_PENSION, "是"),
            value("pension-of-child", D, aged(0, 14), Column.RESIDENT_PENSION, "是"),
            value("disability-kind-missing", D, DISABLED, Column.DISABILITY_KIND, ""),
            value("disability-kind-of-healthy", D, DISABLED.negate().and(CareFindings::noRisk), Column.DISABILITY_KIND, "肢体残疾"),
            planted("disability-kind-contradicts-certificate", D, DISABLED,
                    row -> row.set(Column.DISABILITY_KIND, row.person().disability().startsWith("1") ? "听力残疾" : "视力残疾")),
            planted("certificate-year-impossible", D, DISABLED, row -> row.set(Column.DISABILITY_YEAR,
                    new Cell.Figure(row.household().year() + 3.0))),
            planted("certificate-of-healthy", D, DISABLED.and(aged(62, 99)).and(CareFindings::noRisk),
                    row -> row.set(Column.HEALTH, Person.HEALTHY).set(Column.DISABILITY_KIND, "").set(Column.DISABILITY_YEAR,
                            "")));

    private CareFindings() {}

    private static boolean noRisk(Row row) {
        return row.household().risk() == null;
    }
}
