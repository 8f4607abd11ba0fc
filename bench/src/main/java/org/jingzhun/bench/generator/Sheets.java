package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Writes a household down as rows of a list, as the national system exports it: the household's values stand on each of its rows. */
final class Sheets {

    /** Since then the national system asks for what lists A, D and E hold; before, incomes are those of list B. */
    private static final int NATIONAL_SYSTEM = 2020;

    private final Template template;
    private final int year;
    private final PersonSheet persons;
    private final HouseholdSheet households;

    Sheets(Template template, int year) {
        this.template = template;
        this.year = year;
        persons = new PersonSheet(year);
        households = new HouseholdSheet(year);
    }

    /** None where the list has no place for this household. */
    List<Row> rows(Household household) {
        if (template.unit == Template.Unit.MONITORED && household.risk(year) == null) {
            return List.of();
        }
        var now = HouseholdYear.of(household, year);
        var economy = template.has(Column.INCOME) && year >= NATIONAL_SYSTEM ? Economy.of(now) : null;
        return IntStream.range(0, template.isOfHouseholds() ? 1 : now.members())
                .filter(member -> template.unit != Template.Unit.WORKER || now.situations().get(member).able())
                .mapToObj(member -> row(now, member, economy)).toList();
    }

    private Row row(HouseholdYear now, int member, @Nullable Economy economy) {
        var household = now.household();
        var row = new Row(template, household.members().get(member), now.situations().get(member), now);
        if (!template.isOfHouseholds()) {
            persons.fill(row, now, member);
        }
        place(row, household);
        households.fill(row, now, economy);
        return row;
    }

    private void place(Row row, Household household) {
        var village = household.village();
        row.set(Column.DATA_DATE, LocalDate.of(year, 12, 31).toString()).set(Column.DATA_YEAR, new Cell.Figure(year))
                .set(Column.PROVINCE, village.province()).set(Column.CITY, village.city()).set(Column.COUNTY, village.county())
                .set(Column.TOWNSHIP, village.township()).set(Column.VILLAGE, village.name())
                .set(Column.HAMLET, household.hamlet())
                .set(Column.HOUSEHOLD_NUMBER, household.number()).set(Column.HEAD_NAME, household.head().name())
                .set(Column.HEAD_RESIDENT_ID, household.head().document(year));
    }
}
