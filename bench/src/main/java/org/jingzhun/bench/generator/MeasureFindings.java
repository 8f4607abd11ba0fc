package org.jingzhun.bench.generator;

import java.util.List;
import java.util.function.Predicate;

import static org.jingzhun.bench.generator.FindingKind.planted;
import static org.jingzhun.bench.generator.FindingKind.value;
import static org.jingzhun.bench.generator.RiskFindings.has;

/** Findings on help that is missing or misplaced, in list E. */
final class MeasureFindings {

    static final List<Column> ALL_MEASURES = List.of(Column.INDUSTRY_MEASURE, Column.JOB_MEASURE, Column.PUBLIC_POST_MEASURE,
            Column.FINANCE_MEASURE, Column.HOUSING_MEASURE, Column.WATER_MEASURE, Column.HEALTH_MEASURE, Column.EDUCATION_MEASURE,
            Column.COMPULSORY_MEASURE, Column.SECURITY_MEASURE, Column.SOCIAL_MEASURE, Column.INFRASTRUCTURE_MEASURE,
            Column.LIVING_MEASURE, Column.RELOCATION_MEASURE);

    private static final Template E = Template.E;
    private static final Predicate<Row> AT_RISK = IncomeFindings::atRisk;

    static final List<FindingKind> ALL = List.of(
            planted("able-without-development-measure", E,
                    AT_RISK.and(MeasureFindings::sinceMonths).and(row -> row.household().able() > 0),
                    row -> List
                            .of(Column.INDUSTRY_MEASURE, Column.JOB_MEASURE, Column.FINANCE_MEASURE, Column.PUBLIC_POST_MEASURE)
                            .forEach(measure -> row.set(measure, "否"))),
            planted("illness-risk-without-measure", E, AT_RISK.and(has("因病")).and(has("因残").negate()),
                    MeasureFindings::withoutHealth),
            planted("disability-risk-without-measure", E, AT_RISK.and(has("因残")).and(row -> !row.household().severe()),
                    row -> row.set(Column.SECURITY_MEASURE, "否").set(Column.SOCIAL_MEASURE, "否")),
            planted("study-risk-without-measure", E, AT_RISK.and(has("因学")).and(has("因残").negate()),
                    row -> row.set(Column.EDUCATION_MEASURE, "否").set(Column.SOCIAL_MEASURE, "否")),
            value("severe-disability-without-measure", E, AT_RISK.and(row -> row.household().severe()), Column.SECURITY_MEASURE,
                    "否"),
            value("public-post-measure-without-post", E, row -> !row.household().anyPublicPost(), Column.PUBLIC_POST_MEASURE,
                    "是"),
            value("education-measure-without-student", E, row -> row.household().situations().stream().allMatch(
                    each -> each.school() == null), Column.EDUCATION_MEASURE, "是"),
            value("nobody-able-not-secured", E, AT_RISK.and(row -> !row.household().anyLabour()), Column.NO_LABOUR_SECURITY, "否"),
            value("secured-but-able", E, row -> row.household().able() > 0, Column.NO_LABOUR_SECURITY, "是"));

    private MeasureFindings() {}

    private static boolean sinceMonths(Row row) {
        return row.get(Column.RISK_IDENTIFIED).text().compareTo(row.household().year() + "-06-01") < 0;
    }

    private static void withoutHealth(Row row) {
        row.set(Column.HEALTH_MEASURE, "否").set(Column.SOCIAL_MEASURE, "否");
        if (row.household().able() == 0) {
            row.set(Column.INDUSTRY_MEASURE, "是");
        }
    }
}
