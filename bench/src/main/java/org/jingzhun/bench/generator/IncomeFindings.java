package org.jingzhun.bench.generator;

import java.util.List;
import java.util.function.Predicate;

import static org.jingzhun.bench.generator.FindingKind.planted;

/** Findings on the income of a year, in list A. */
final class IncomeFindings {

    private static final Template A = Template.A;
    private static final List<Column> ITEMS = List.of(Column.PUBLIC_POST_WAGE, Column.OTHER_WAGE, Column.EMPLOYMENT_REWARD,
            Column.INDUSTRY_REWARD, Column.PRODUCTION_COST, Column.PRODUCTION_COST_TOTAL, Column.COST_SUBSIDY, Column.WAGE_INCOME,
            Column.PROPERTY_INCOME, Column.ASSET_DIVIDEND, Column.OTHER_PROPERTY, Column.TRANSFER_INCOME, Column.FAMILY_PLANNING,
            Column.PENSION, Column.ECOLOGY_MONEY, Column.OTHER_TRANSFER);

    static final List<FindingKind> ALL = List.of(
            planted("wage-differs-from-items", A, any(), row -> add(row, Column.OTHER_WAGE, 1_000)),
            planted("property-differs-from-items", A, any(), row -> add(row, Column.OTHER_PROPERTY, 500)),
            planted("transfer-differs-from-items", A, any(), row -> add(row, Column.ECOLOGY_MONEY, 700)),
            planted("year-income-differs-from-items", A, any(), row -> add(row, Column.YEAR_INCOME, 1_000)),
            planted("net-income-differs", A, any(), row -> {
                add(row, Column.NET_INCOME, 300.0 * members(row));
                add(row, Column.INCOME, 300);
            }),
            planted("income-per-head-differs", A, any(), row -> add(row, Column.INCOME, 321)),
            planted("income-below-line-not-monitored", A,
                    row -> unwatched(row) && amount(row, Column.INCOME) < 13_500 && !cared(row),
                    row -> earn(row, belowLine(row.household().year()))),
            planted("income-very-low", A, row -> atRisk(row) && amount(row, Column.INCOME) < 7_000 && !cared(row),
                    row -> earn(row, 3_200)),
            planted("allowance-money-without-member", A, row -> !cared(row) && amount(row, Column.ECOLOGY_MONEY) > 0,
                    row -> move(row, Column.ECOLOGY_MONEY, Column.ALLOWANCE_MONEY)),
            planted("allowance-without-money", A, row -> row.household().allowance(),
                    row -> move(row, Column.ALLOWANCE_MONEY, Column.OTHER_TRANSFER)),
            planted("support-money-without-member", A, row -> !cared(row) && amount(row, Column.ECOLOGY_MONEY) > 0,
                    row -> move(row, Column.ECOLOGY_MONEY, Column.SPECIAL_SUPPORT_MONEY)),
            planted("support-without-money", A, row -> row.household().specialSupport(),
                    row -> move(row, Column.SPECIAL_SUPPORT_MONEY, Column.OTHER_TRANSFER)));

    private IncomeFindings() {}

    static Predicate<Row> any() {
        return row -> true;
    }

    /** Escaped poverty and not under monitoring. */
    static boolean unwatched(Row row) {
        return row.household().kind() == Household.Kind.REGISTERED && row.household().risk() == null;
    }

    static boolean atRisk(Row row) {
        var risk = row.household().risk();
        return risk != null && !risk.over(row.household().year());
    }

    /** Below the lines of 6,000, 6,500 and 7,300 yuan and more. */
    private static int belowLine(int year) {
        return year < 2022 ? 5_500 : year == 2022 ? 6_000 : 6_800;
    }

    private static boolean cared(Row row) {
        return row.household().allowance() || row.household().specialSupport();
    }

    private static int members(Row row) {
        return row.household().members();
    }

    private static double amount(Row row, Column column) {
        return row.get(column) instanceof Cell.Figure figure ? figure.value() : 0;
    }

    private static void add(Row row, Column column, double yuan) {
        row.set(column, new Cell.Figure(Math.round((amount(row, column) + yuan) * 100) / 100.0));
    }

    private static void move(Row row, Column from, Column to) {
        add(row, to, amount(row, from));
        row.set(from, new Cell.Figure(0));
    }

    /** All from the fields, and so much a head. */
    private static void earn(Row row, int perHead) {
        ITEMS.forEach(item -> row.set(item, new Cell.Figure(0)));
        var net = new Cell.Figure((double) perHead * members(row));
        row.set(Column.BUSINESS_INCOME, net).set(Column.YEAR_INCOME, net).set(Column.NET_INCOME, net)
                .set(Column.INCOME, new Cell.Figure(perHead));
    }
}
