package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

import static org.jingzhun.bench.generator.FindingKind.planted;
import static org.jingzhun.bench.generator.FindingKind.value;

/** Findings on risks and their elimination, in list E. */
final class RiskFindings {

    private static final Template E = Template.E;
    private static final List<Column> RISKS = List.of(Column.RISK_1, Column.RISK_2, Column.RISK_3, Column.RISK_4, Column.RISK_5);
    /** The rules look at what was eliminated since then. */
    private static final LocalDate SINCE = LocalDate.of(2022, 4, 1);
    private static final Predicate<Row> OVER = row -> !IncomeFindings.atRisk(row);
    private static final Predicate<Row> BY_HELP = OVER.and(row -> row.get(Column.ELIMINATION_WAY).text().equals("帮扶消除"));

    static final List<FindingKind> ALL = List.of(
            planted("monitored-without-risk", E, row -> true, row -> RISKS.forEach(risk -> row.set(risk, ""))),
            planted("risk-twice", E, row -> row.get(Column.RISK_2).text().isEmpty(),
                    row -> row.set(Column.RISK_2, row.get(Column.RISK_1))),
            planted("disaster-without-kind", E, row -> true, row -> add(row, "因自然灾害")),
            planted("disability-risk-without-disabled", E, row -> !row.household().anyDisabled(), row -> {
                add(row, "因残");
                row.set(Column.SOCIAL_MEASURE, "是");
            }),
            planted("illness-risk-without-ill", E, row -> !row.household().anyIll(), row -> {
                add(row, "因病");
                row.set(Column.SELF_PAID, new Cell.Figure(3_000));
            }),
            planted("illness-risk-without-spending", E, has("因病").and(IncomeFindings::atRisk),
                    row -> row.set(Column.SELF_PAID, new Cell.Figure(0))),
            planted("labour-risk-but-able", E, row -> row.household().able() * 4 > row.household().members(),
                    row -> add(row, "因缺劳动力")),
            planted("work-risk-without-worker", E, row -> row.household().able() > 0 && !row.household().anyWorking(),
                    row -> add(row, "因务工就业不稳")),
            planted("work-risk-without-able", E, row -> !row.household().anyLabour(), row -> add(row, "因务工就业不稳")),
            planted("study-risk-without-student", E, row -> !row.household().anyStudent(0, 99), row -> {
                add(row, "因学");
                row.set(Column.SOCIAL_MEASURE, "是");
            }),
            planted("house-risk-without-measure", E, IncomeFindings::atRisk, row -> add(row, "因安全住房")),
            planted("water-risk-without-measure", E, IncomeFindings::atRisk, row -> add(row, "因安全饮水")),
            planted("eliminated-too-soon", E, OVER.and(RiskFindings::recently), row -> over(row, 100)),
            planted("eliminated-by-help-too-soon", E, BY_HELP.and(RiskFindings::recently), row -> over(row, 20))
                    .and("eliminated-too-soon"),
            value("eliminated-without-result", E, OVER, Column.INCOME_AFTER, ""),
            value("eliminated-without-guarantee", E, OVER, Column.GUARANTEES_AFTER, "否"),
            planted("eliminated-below-line", E, OVER, row -> row.set(Column.INCOME_AFTER, new Cell.Figure(4_500))),
            value("eliminated-without-way", E, OVER, Column.ELIMINATION_WAY, ""),
            planted("eliminated-without-measure", E, BY_HELP,
                    row -> MeasureFindings.ALL_MEASURES.forEach(each -> row.set(each, "否"))),
            value("eliminated-without-collector", E, OVER, Column.COLLECTOR, ""));

    private RiskFindings() {}

    static Predicate<Row> has(String risk) {
        return row -> RISKS.stream().anyMatch(each -> row.get(each).text().equals(risk));
    }

    private static void add(Row row, String risk) {
        RISKS.stream().filter(each -> row.get(each).text().isEmpty()).findFirst().ifPresent(free -> row.set(free, risk));
    }

    private static boolean recently(Row row) {
        return !identified(row).isBefore(SINCE);
    }

    private static LocalDate identified(Row row) {
        return LocalDate.parse(row.get(Column.RISK_IDENTIFIED).text());
    }

    private static void over(Row row, int days) {
        row.set(Column.RISK_ELIMINATED_ON, identified(row).plusDays(days).toString());
    }
}
