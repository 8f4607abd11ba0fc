package org.jingzhun.bench.generator;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import static org.jingzhun.bench.generator.HouseholdSheet.orBlank;
import static org.jingzhun.bench.generator.HouseholdSheet.yesNo;

/** The columns that tell of a person. */
final class PersonSheet {

    private static final String[] DISABILITIES = {"视力残疾", "听力残疾", "言语残疾", "肢体残疾", "智力残疾", "精神残疾", "多重残疾"};

    private final int year;

    PersonSheet(int year) {
        this.year = year;
    }

    void fill(Row row, HouseholdYear now, int member) {
        var person = now.household().members().get(member);
        var situation = now.situations().get(member);
        who(row, now, person, situation);
        cared(row, now, person, situation);
        works(row, now, person, situation);
    }

    private void who(Row row, HouseholdYear now, Person person, Situation situation) {
        row.set(Column.PERSON_NUMBER, person.number()).set(Column.NAME, person.name())
                .set(Column.SEX, person.sex() == Sex.MALE ? "男" : "女").set(Column.BIRTH_DATE, person.birth().toString())
                .set(Column.DOCUMENT_KIND, person.isDisabled(year) ? "残疾人证" : "居民身份证")
                .set(Column.RESIDENT_ID, person.document(year)).set(Column.RELATION, person.relation().term)
                .set(Column.ETHNICITY, person.ethnicity()).set(Column.POLITICAL_STATUS, politics(person, situation))
                .set(Column.EDUCATION, orBlank(situation.education())).set(Column.SCHOOL, orBlank(situation.school()))
                .set(Column.HEALTH, situation.health()).set(Column.LABOUR, situation.labour())
                .set(Column.MANDARIN, yesNo(situation.age() < 70 || person.schooling().compareTo(Schooling.PRIMARY) > 0))
                .set(Column.PHONE, situation.age() >= 16 ? orBlank(person.phone()) : "")
                .set(Column.PERSON_IDENTIFIED,
                        now.kind() == Household.Kind.GENERAL ? "" : orBlank(later(now.household().identified(), person.birth())));
    }

    private static String politics(Person person, Situation situation) {
        if (situation.age() >= 25 && person.diligence() > 0.96) {
            return "中共党员";
        }
        return situation.student() && situation.age() >= 16 && person.diligence() > 0.5 ? "共青团员" : "群众";
    }

    private void cared(Row row, HouseholdYear now, Person person, Situation situation) {
        var disabled = person.isDisabled(year);
        row.set(Column.DISABILITY_KIND, disabled ? DISABILITIES[person.disability().charAt(0) - '1'] : "")
                .set(Column.DISABILITY_YEAR, disabled ? new Cell.Figure(person.certifiedIn()) : Cell.BLANK)
                .set(Column.ILLNESS_INSURANCE, "是").set(Column.RESIDENT_INSURANCE, "是").set(Column.EMPLOYEE_INSURANCE, "否")
                .set(Column.COMMERCIAL_INSURANCE, yesNo(person.diligence() > 0.8))
                .set(Column.RESIDENT_PENSION, yesNo(situation.age() >= 17 && !situation.student()))
                .set(Column.EMPLOYEE_PENSION, "否")
                .set(Column.ALLOWANCE, yesNo(now.allowance())).set(Column.SPECIAL_SUPPORT, yesNo(now.specialSupport()))
                .set(Column.ILLNESS_AID, yesNo(situation.health().contains("患有大病")))
                .set(Column.OTHER_HEALTH_AID, yesNo(situation.ill()));
    }

    private void works(Row row, HouseholdYear now, Person person, Situation situation) {
        var works = situation.workMonths() > 0;
        row.set(Column.WORK_PLACE, orBlank(situation.workPlace()))
                .set(Column.WORK_MONTHS, works || situation.age() >= 16 ? new Cell.Figure(situation.workMonths()) : Cell.BLANK)
                .set(Column.WORKING, yesNo(works)).set(Column.WORKS_ABROAD, "否").set(Column.WORK_PLANNED, yesNo(situation.able()))
                .set(Column.WORK_SERVICE, situation.able() && !works ? "岗位信息" : "");
        var work = Work.of(person, situation, now.household().village(), year);
        if (work == null) {
            return;
        }
        row.set(Column.WORK_AREA, work.area()).set(Column.WORK_COUNTY, work.county())
                .set(Column.WORK_STARTED, work.started().toString())
                .set(Column.WORK_ENDED, work.ended().toString()).set(Column.MONTHLY_WAGE, new Cell.Figure(work.wage()))
                .set(Column.EMPLOYER, work.employer()).set(Column.WORK_SECTOR, work.sector())
                .set(Column.INDUSTRY_SECTOR, work.industry())
                .set(Column.JOB_CHANNEL, work.channel()).set(Column.POINT_TO_POINT, yesNo(work.organised()))
                .set(Column.PUBLIC_POST_KIND, orBlank(work.publicPost()))
                .set(Column.PUBLIC_POST_MONTHS, work.publicPost() == null ? Cell.BLANK : new Cell.Figure(situation.workMonths()));
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, LocalDate other) {
        return one == null || one.isAfter(other) ? one : other;
    }
}
