package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Writes a household down as rows of a list, as the national system exports it: the household's values stand on each of its rows. */
final class Sheets {

    private final Template template;
    private final int year;

    Sheets(Template template, int year) {
        this.template = template;
        this.year = year;
    }

    List<Row> rows(Household household) {
        return household.members().stream().map(person -> row(household, person)).toList();
    }

    private Row row(Household household, Person person) {
        var situation = Situation.of(person, year);
        var row = new Row(template, person, situation);
        ofPerson(row, household, person, situation);
        ofHousehold(row, household);
        ofMonitoring(row, household);
        return row;
    }

    private void ofPerson(Row row, Household household, Person person, Situation situation) {
        var works = situation.workMonths() > 0;
        var grown = situation.age() >= 16;
        row.set(Column.PERSON_NUMBER, person.number()).set(Column.NAME, person.name())
                .set(Column.RESIDENT_ID, person.residentId())
                .set(Column.RELATION, person.relation().term).set(Column.ETHNICITY, person.ethnicity())
                .set(Column.EDUCATION, orBlank(situation.education())).set(Column.SCHOOL, orBlank(situation.school()))
                .set(Column.HEALTH, situation.health()).set(Column.LABOUR, situation.labour())
                .set(Column.WORK_PLACE, orBlank(situation.workPlace()))
                .set(Column.WORK_MONTHS, works || grown ? new Cell.Figure(situation.workMonths()) : Cell.BLANK)
                .set(Column.ILLNESS_INSURANCE, yesNo(person.diligence() > 0.008))
                .set(Column.PHONE, grown ? orBlank(person.phone()) : "")
                .set(Column.PERSON_IDENTIFIED, orBlank(later(household.identified(), person.birth())));
    }

    private void ofHousehold(Row row, Household household) {
        var village = household.village();
        var fine = household.fortune() > 0.04 || year > 2019;
        row.set(Column.DATA_DATE, LocalDate.of(year, 12, 31).toString()).set(Column.COUNTY, village.county())
                .set(Column.TOWNSHIP, village.township()).set(Column.VILLAGE, village.name())
                .set(Column.HAMLET, household.hamlet())
                .set(Column.HOUSEHOLD_NUMBER, household.number()).set(Column.SIZE, new Cell.Figure(household.members().size()))
                .set(Column.EXIT_STATE, exitState(household)).set(Column.POOR_KIND, poorKind(household))
                .set(Column.CAUSE, orBlank(household.cause())).set(Column.DANGEROUS_HOUSE, yesNo(!fine))
                .set(Column.SAFE_WATER, yesNo(fine)).set(Column.WATER_DIFFICULTY, yesNo(!fine))
                .set(Column.INCOME, new Cell.Figure(incomePerHead(household)))
                .set(Column.HOUSEHOLD_PHONE, orBlank(household.head().phone()));
    }

    private void ofMonitoring(Row row, Household household) {
        var risk = household.risk();
        var now = risk == null || risk.identified().getYear() > year ? null : risk;
        row.set(Column.FIRST_IDENTIFIED, orBlank(household.identified())).set(Column.HOUSEHOLD_TYPE, type(household, now));
        if (now != null) {
            var over = now.eliminated() != null && now.eliminated().getYear() <= year ? now.eliminated() : null;
            row.set(Column.MONITORED_KIND, now.kind()).set(Column.RISK_ELIMINATED, yesNo(over != null))
                    .set(Column.RISK_IDENTIFIED, now.identified().toString()).set(Column.RISK_ELIMINATED_ON, orBlank(over));
        }
    }

    private static String type(Household household, Household.@Nullable Risk risk) {
        return switch (household.kind()) {
            case GENERAL -> "一般户";
            case REGISTERED -> risk == null ? "脱贫户" : risk.kind();
            case MONITORED -> risk == null ? "一般户" : risk.kind();
        };
    }

    private boolean escaped(Household household) {
        return household.exitYear() <= year;
    }

    private String exitState(Household household) {
        if (escaped(household)) {
            return "脱贫";
        }
        return household.exitYear() == year + 1 && household.fortune() > 0.3 ? "预脱贫" : "未脱贫";
    }

    private String poorKind(Household household) {
        var alone = household.members().size() == 1 && household.head().age(year) >= 62;
        var kind = alone ? "特困供养" : household.fortune() < 0.35 ? "低保" : "一般";
        return kind + (escaped(household) ? "脱贫户" : "贫困户");
    }

    /** Below the line of about 3,700 yuan before the exit; afterwards above it and growing by a tenth a year. */
    private double incomePerHead(Household household) {
        var yuan = escaped(household) || household.kind() != Household.Kind.REGISTERED
                ? (4_600 + 11_000 * household.fortune() * household.fortune()) * Math.pow(1.1, year - 2019)
                : 1_900 + 1_700 * household.fortune();
        return Math.round(yuan * 100) / 100.0;
    }

    private static String yesNo(boolean yes) {
        return yes ? "是" : "否";
    }

    private static String orBlank(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one == null || one.isAfter(other) ? one : other;
    }
}
