package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import static org.jingzhun.bench.generator.Spoiler.ofAllRows;
import static org.jingzhun.bench.generator.Spoiler.ofHousehold;
import static org.jingzhun.bench.generator.Spoiler.ofMember;

/** How each kind of error is made. None breaks a second rule on the way: that is what the conditions on the row are for. */
final class Spoilers {

    private Spoilers() {}

    static Spoiler of(ErrorKind kind) {
        return switch (kind) {
            case ID_MISSING -> ofMember(Spoilers::plain, Column.RESIDENT_ID, "");
            case ID_LENGTH -> ofMember(Spoilers::plain, Column.RESIDENT_ID, Spoilers::tooShortOrTooLong);
            case ID_15_DIGITS -> ofMember(Spoilers::bornBefore2000, Column.RESIDENT_ID, Spoilers::oldForm);
            case ID_CHECK_DIGIT -> ofMember(Spoilers::plain, Column.RESIDENT_ID, Spoilers::wrongCheck);
            case ID_BIRTH_DATE -> ofMember(Spoilers::plain, Column.RESIDENT_ID, Spoilers::monthThirteen);
            case BIRTH_IN_FUTURE -> ofMember(Spoilers::plain, Column.RESIDENT_ID, Spoilers::unborn);
            case ID_SCIENTIFIC_NOTATION -> ofMember(Spoilers::plain, Column.RESIDENT_ID, Spoilers::scientific);
            case ID_FORMULA -> ofMember(Spoilers::plain, Column.RESIDENT_ID, Spoilers::formula);
            case ID_TWICE_IN_FILE -> throw new IllegalArgumentException("needs two households: see Twins");
            case NAME_MISSING -> ofMember(Spoilers::any, Column.NAME, "");
            case RELATION_UNKNOWN -> ofMember(Spoilers::any, Column.RELATION, "之干亲");
            case RELATION_CONTRADICTS_SEX -> ofMember(Spoilers::hasCounterpart, Column.RELATION, Spoilers::counterpart);
            case ETHNICITY_UNKNOWN -> ofMember(Spoilers::any, Column.ETHNICITY, "火星族");
            case EDUCATION_UNKNOWN -> ofMember(Spoilers::grown, Column.EDUCATION, "私塾");
            case SCHOOL_STATUS_UNKNOWN -> ofMember(pupil(7, 14), Column.SCHOOL, "十年级");
            case EDUCATION_AND_SCHOOL_BOTH -> ofMember(pupil(8, 30), Column.EDUCATION, "小学");
            case EDUCATION_AND_SCHOOL_EMPTY -> ofMember(Spoilers::grown, Column.EDUCATION, "");
            case SCHOOL_CONTRADICTS_AGE -> ofMember(pupil(8, 10).and(Spoilers::healthy), Column.SCHOOL, Spoilers::wrongSchool);
            case HEALTH_UNKNOWN -> ofMember(Spoilers::plain, Column.HEALTH, "一般");
            case LABOUR_UNKNOWN -> ofMember(Spoilers::grown, Column.LABOUR, "有");
            case LABOUR_UNDER_16 -> ofMember(row -> row.situation().age() < 15, Column.LABOUR, Situation.ORDINARY);
            case STUDENT_WITH_LABOUR -> ofMember(pupil(18, 30), Column.LABOUR, Situation.ORDINARY);
            case WORK_PLACE_UNKNOWN -> ofMember(Spoilers::working, Column.WORK_PLACE, "月球");
            case WORK_PLACE_WITHOUT_MONTHS -> ofMember(Spoilers::working, Column.WORK_MONTHS, "");
            case MONTHS_WITHOUT_WORK_PLACE -> ofMember(Spoilers::working, Column.WORK_PLACE, "");
            case MONTHS_OUT_OF_RANGE -> ofMember(Spoilers::working, Column.WORK_MONTHS, Spoilers::tooManyMonths);
            case MONTHS_NOT_A_NUMBER -> ofMember(Spoilers::working, Column.WORK_MONTHS, "半年");
            case YES_NO_UNKNOWN -> ofMember(Spoilers::any, Column.ILLNESS_INSURANCE, "不清楚");
            case PHONE_NOT_11_DIGITS -> ofMember(Spoilers::hasPhone, Column.PHONE, Spoilers::wrongPhone);
            case DATE_NOT_A_DATE -> ofMember(Spoilers::any, Column.PERSON_IDENTIFIED, "前年");
            case HOUSEHOLD_NUMBER_MISSING -> ofAllRows(Column.HOUSEHOLD_NUMBER, "");
            case VILLAGE_UNKNOWN -> ofAllRows(Column.VILLAGE, "无此村");
            case VILLAGE_OTHER_COUNTY -> Spoilers::elsewhere;
            case NO_HEAD -> Spoilers::noHead;
            case TWO_HEADS -> ofHousehold(Spoilers::couldBeHead, Column.RELATION, Relation.HEAD.term);
            case TWO_SPOUSES -> Spoilers::twoSpouses;
            case COUNT_DIFFERS -> Spoilers::miscounted;
            case HOUSEHOLD_VALUES_DIFFER -> Spoilers::differing;
            case INCOME_NOT_A_NUMBER -> ofAllRows(Column.INCOME, "约五千");
            case CAUSE_UNKNOWN -> target -> hasCause(target) ? ofAllRows(Column.CAUSE, "因懒").spoil(target) : null;
            case POOR_KIND_UNKNOWN -> ofAllRows(Column.POOR_KIND, "困难户");
            case EXIT_STATE_UNKNOWN -> ofAllRows(Column.EXIT_STATE, "快脱贫");
            case HOUSEHOLD_TYPE_UNKNOWN ->
                target -> hasCause(target) ? ofAllRows(Column.HOUSEHOLD_TYPE, "困难户").spoil(target) : null;
            case HEAD_REFUSED -> Spoilers::badHead;
        };
    }

    private static boolean any(Row row) {
        return !row.isHead();
    }

    /** Whose document is the resident ID, not a certificate of disability. */
    private static boolean plain(Row row) {
        return any(row) && isPlain(row);
    }

    private static boolean isPlain(Row row) {
        return row.get(Column.RESIDENT_ID).text().equals(id(row));
    }

    private static boolean grown(Row row) {
        return row.situation().age() >= 18 && row.situation().school() == null;
    }

    private static Predicate<Row> pupil(int from, int to) {
        return row -> row.situation().student() && row.situation().age() >= from && row.situation().age() <= to;
    }

    private static boolean working(Row row) {
        return row.situation().workMonths() > 0;
    }

    private static boolean healthy(Row row) {
        return row.situation().health().equals(Person.HEALTHY);
    }

    private static boolean bornBefore2000(Row row) {
        return row.person().birth().getYear() < 2000 && isPlain(row);
    }

    private static boolean hasCounterpart(Row row) {
        return row.person().relation().counterpart() != null;
    }

    private static boolean hasPhone(Row row) {
        return !row.get(Column.PHONE).text().isEmpty();
    }

    private static boolean notSpouse(Row row) {
        return row.person().relation() != Relation.SPOUSE;
    }

    /** The head's phone is the household's in list B: a second head with a phone of his own would break a second rule. */
    private static boolean couldBeHead(Row row) {
        return notSpouse(row) && !hasPhone(row);
    }

    private static String id(Row row) {
        return row.person().residentId();
    }

    private static Cell tooShortOrTooLong(Row row, Spoiler.Target target) {
        return Cell.of(target.turn() % 2 == 0 ? id(row).substring(0, 17) : id(row) + target.dice().below(10));
    }

    private static Cell oldForm(Row row, Spoiler.Target target) {
        return Cell.of(id(row).substring(0, 6) + id(row).substring(8, 17));
    }

    private static Cell wrongCheck(Row row, Spoiler.Target target) {
        var right = id(row).charAt(17) == 'X' ? 10 : id(row).charAt(17) - '0';
        var wrong = (right + target.dice().between(1, 10)) % 11;
        return Cell.of(id(row).substring(0, 17) + (wrong == 10 ? "X" : Integer.toString(wrong)));
    }

    private static Cell monthThirteen(Row row, Spoiler.Target target) {
        for (var month = 13;; month++) {
            var id = ResidentId.complete(id(row).substring(0, 10) + month + id(row).substring(12, 17));
            if (target.ids().reserve(id)) {
                return Cell.of(id);
            }
        }
    }

    private static Cell unborn(Row row, Spoiler.Target target) {
        var birth = row.person().birth();
        var later = LocalDate.of(target.year() + 20, birth.getMonthValue(), Math.min(28, birth.getDayOfMonth()));
        return Cell.of(target.ids().next(id(row).substring(0, 6), later, row.person().sex(), true, target.dice()));
    }

    /** Half as the text that Excel shows, half as the number that it keeps: the last three digits are gone in both. */
    private static Cell scientific(Row row, Spoiler.Target target) {
        var kept = id(row).substring(0, 15);
        return target.turn() % 2 == 0
                ? Cell.of(kept.charAt(0) + "." + kept.substring(1) + "E+17")
                : new Cell.Figure(Long.parseLong(kept) * 1_000.0);
    }

    private static Cell formula(Row row, Spoiler.Target target) {
        return new Cell.Formula("\"" + id(row) + "\"");
    }

    private static Cell counterpart(Row row, Spoiler.Target target) {
        var other = row.person().relation().counterpart();
        return Cell.of(other == null ? "" : other.term);
    }

    private static Cell wrongSchool(Row row, Spoiler.Target target) {
        return Cell.of(target.turn() % 2 == 0 ? "普通高中一年级" : "学龄前儿童");
    }

    private static Cell tooManyMonths(Row row, Spoiler.Target target) {
        return new Cell.Figure(target.dice().between(13, 24));
    }

    private static Cell wrongPhone(Row row, Spoiler.Target target) {
        var right = row.get(Column.PHONE).text();
        return Cell.of(target.turn() % 2 == 0 ? right.substring(0, 10) : right + "0");
    }

    private static List<Spoiler.Finding> elsewhere(Spoiler.Target target) {
        var village = target.dice().one(target.elsewhere());
        target.rows().forEach(row -> row.set(Column.COUNTY, village.county()).set(Column.TOWNSHIP, village.township())
                .set(Column.VILLAGE, village.name()));
        return target.all(Column.VILLAGE);
    }

    private static @Nullable List<Spoiler.Finding> noHead(Spoiler.Target target) {
        if (target.rows().size() < 2) {
            return null;
        }
        target.rows().getFirst().set(Column.RELATION, Relation.OTHER.term);
        return target.all(Column.RELATION);
    }

    /** Both of the sex that a spouse has here, so that nothing else is wrong with either. */
    private static @Nullable List<Spoiler.Finding> twoSpouses(Spoiler.Target target) {
        var head = target.rows().getFirst().person();
        var married = target.member(row -> !notSpouse(row)) > 0;
        var second = target.member(row -> notSpouse(row) && row.situation().age() > 20 && row.person().sex() != head.sex());
        if (!married || second < 0) {
            return null;
        }
        target.rows().get(second).set(Column.RELATION, Relation.SPOUSE.term);
        return target.all(Column.RELATION);
    }

    /** An ordinary household 【一般户】 has none, and nobody looks for one in it. */
    private static boolean hasCause(Spoiler.Target target) {
        return !target.rows().getFirst().get(Column.CAUSE).text().isEmpty();
    }

    private static List<Spoiler.Finding> miscounted(Spoiler.Target target) {
        target.rows().forEach(row -> row.set(Column.SIZE, new Cell.Figure(target.rows().size() + 1.0)));
        return target.all(Column.SIZE);
    }

    private static @Nullable List<Spoiler.Finding> differing(Spoiler.Target target) {
        var field = target.turn() % 2 == 0 ? Column.INCOME : Column.DANGEROUS_HOUSE;
        var at = target.member(Spoilers::any);
        if (at < 0) {
            return null;
        }
        var row = target.rows().get(at);
        row.set(field,
                field == Column.INCOME ? new Cell.Figure(2_999.5) : Cell.of(row.get(field).text().equals("是") ? "否" : "是"));
        return target.all(field);
    }

    /** The head's row has a reason of its own; the others only wait for it. */
    private static @Nullable List<Spoiler.Finding> badHead(Spoiler.Target target) {
        if (target.rows().size() < 2 || !isPlain(target.rows().getFirst())) {
            return null;
        }
        var head = target.rows().getFirst();
        var wrong = wrongCheck(head, target);
        head.set(Column.RESIDENT_ID, wrong);
        var findings = new ArrayList<Spoiler.Finding>();
        findings.add(target.finding(0, ErrorKind.ID_CHECK_DIGIT.code(), Column.RESIDENT_ID, wrong.text()));
        for (var row = 1; row < target.rows().size(); row++) {
            findings.add(target.finding(row, Column.RELATION, target.rows().get(row).get(Column.RELATION).text()));
        }
        return findings;
    }
}
