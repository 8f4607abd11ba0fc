package org.jingzhun.household.imports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jingzhun.household.codelist.CodeList;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.imports.Headings.Layout;
import org.jingzhun.household.imports.sheet.CellKind;
import org.jingzhun.household.imports.sheet.Row;
import org.jingzhun.household.person.DisabilityNumber;
import org.jingzhun.household.person.Phone;
import org.jingzhun.household.person.ResidentId;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.household.rules.MemberFacts;
import org.jingzhun.household.rules.MemberRules;
import org.jspecify.annotations.Nullable;

/** Turns the cells of a row into what the register would hold, and says what is wrong with them. */
final class RowReader {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_-]{1,32}");
    private static final Pattern SCIENTIFIC = Pattern.compile("[0-9]+(\\.[0-9]+)?[eE][+]?[0-9]+");
    private static final Pattern NO_NAME = Pattern.compile("[0-9=+@<>\"|;{}\\\\]|\\p{Cntrl}");
    private static final BigDecimal MOST_INCOME = new BigDecimal("100000000");
    private static final int EXACT_DIGITS = 15; // of a number cell; further ones are lost

    private final Layout layout;
    private final LocalDate endOfDataYear;
    private final LocalDate today;
    private final Places places;
    private final Codes codes;
    private final MemberRules rules;
    private final PlainText plain = new PlainText();

    private Row row;
    private List<Finding> findings = new ArrayList<>();
    private final Set<Field> doubtful = EnumSet.noneOf(Field.class);
    private int rows;
    private int rowsOfOtherCounties;

    RowReader(Layout layout, int dataYear, LocalDate today, Places places, Codes codes, MemberRules rules, Row row) {
        this.layout = layout;
        this.endOfDataYear = LocalDate.of(dataYear, 12, 31);
        this.today = today;
        this.places = places;
        this.codes = codes;
        this.rules = rules;
        this.row = row;
    }

    int rows() {
        return rows;
    }

    int normalisedCells() {
        return plain.changedCells();
    }

    /** Whether this must be the file of another county: most of its rows say so. */
    boolean isOfOtherCounty() {
        return rowsOfOtherCounties * 2 > rows;
    }

    StagedRow read(Row next) {
        row = next;
        rows++;
        findings.clear();
        doubtful.clear();
        var staged = new StagedRow(next.number());
        staged.dataDate = date(Field.DATA_DATE);
        var on = staged.dataDate == null ? endOfDataYear : staged.dataDate;
        readPlace(staged, on);
        readNumbers(staged);
        readPerson(staged, on);
        readHousehold(staged, on);
        checkMember(staged, on);
        staged.findings = findings.isEmpty() ? List.of() : List.copyOf(findings);
        return staged;
    }

    private void readPlace(StagedRow staged, LocalDate on) {
        var place = places.find(tight(Field.COUNTY), tight(Field.TOWNSHIP), tight(Field.VILLAGE), on);
        staged.village = place.village();
        if (place.finding() != null) {
            findings.add(place.finding());
        }
        if (place.otherCounty()) {
            rowsOfOtherCounties++;
        }
        var hamlet = plain.narrow(text(Field.HAMLET));
        if (hamlet.length() > 60) {
            refuse("text-too-long", Field.HAMLET, "60");
        } else {
            staged.hamlet = empty(hamlet);
        }
    }

    private void readNumbers(StagedRow staged) {
        staged.householdNumber = number(Field.HOUSEHOLD_NUMBER, "household-number-wrong");
        if (staged.householdNumber == null && !doubtful.contains(Field.HOUSEHOLD_NUMBER)) {
            refuse("household-number-missing", Field.HOUSEHOLD_NUMBER);
        }
        staged.personNumber = number(Field.PERSON_NUMBER, "person-number-wrong");
    }

    /** A serial number: opaque, but no formula, and no number cell that has lost its last digits. */
    private @Nullable String number(Field field, String refusal) {
        var written = tight(field);
        if (written.isEmpty()) {
            return null;
        }
        if (kind(field) == CellKind.NUMBER) {
            written = plainNumber(written);
        }
        if (kind(field) == CellKind.FORMULA || (kind(field) == CellKind.NUMBER && written.length() > EXACT_DIGITS)
                || !NUMBER.matcher(written).matches()) {
            refuse(refusal, field);
            return null;
        }
        return written;
    }

    private void readPerson(StagedRow staged, LocalDate on) {
        readName(staged);
        readDocument(staged, on);
        staged.relation = code(Field.RELATION, CodeList.RELATION, "relation-unknown", true, on);
        staged.ethnicity = code(Field.ETHNICITY, CodeList.ETHNICITY, "ethnicity-unknown", true, on);
        staged.education = code(Field.EDUCATION, CodeList.EDUCATION, "education-unknown", false, on);
        staged.schoolStatus = code(Field.SCHOOL_STATUS, CodeList.SCHOOL_STATUS, "school-status-unknown", false, on);
        staged.health = code(Field.HEALTH, CodeList.HEALTH, "health-unknown", true, on);
        if (staged.health != null && staged.health.startsWith("1,")) {
            refuse("health-contradictory", Field.HEALTH);
        }
        staged.labour = code(Field.LABOUR, CodeList.LABOUR, "labour-unknown", true, on);
        staged.workPlace = code(Field.WORK_PLACE, CodeList.WORK_PLACE, "work-place-unknown", false, on);
        staged.workMonths = whole(Field.WORK_MONTHS, "months-not-a-number");
        staged.seriousIllnessInsurance = yesNo(Field.SERIOUS_ILLNESS_INSURANCE, on);
        staged.phone = phone(Field.PHONE);
        staged.identifiedOn = date(Field.IDENTIFIED_ON);
    }

    private void readName(StagedRow staged) {
        var name = tight(Field.NAME);
        if (name.isEmpty()) {
            refuse("name-missing", Field.NAME);
        } else if (name.length() > 60) {
            refuse("name-too-long", Field.NAME, "60");
        } else if (NO_NAME.matcher(name).find()) {
            refuse("name-wrong", Field.NAME);
        } else {
            staged.name = name;
        }
    }

    /** GB 11643; never changed silently, not even where the right one is known. */
    private void readDocument(StagedRow staged, LocalDate on) {
        var written = tight(Field.RESIDENT_ID).toUpperCase(Locale.ROOT);
        if (written.isEmpty() && kind(Field.RESIDENT_ID) != CellKind.FORMULA) {
            refuse("id-missing", Field.RESIDENT_ID);
        } else if (kind(Field.RESIDENT_ID) == CellKind.FORMULA || written.startsWith("=")) {
            refuse("id-formula", Field.RESIDENT_ID);
        } else if ((kind(Field.RESIDENT_ID) == CellKind.NUMBER && plainNumber(written).length() >= EXACT_DIGITS)
                || SCIENTIFIC.matcher(written).matches()) {
            refuse("id-scientific-notation", Field.RESIDENT_ID);
        } else {
            checkDocument(staged, written, on);
        }
    }

    private void checkDocument(StagedRow staged, String written, LocalDate on) {
        var isCertificate = written.length() == 20 || written.length() == 22;
        if (isCertificate) {
            var flaw = DisabilityNumber.flaw(written, on);
            if (flaw.isPresent()) {
                var inner = flaw.get().residentId();
                if (inner == null) {
                    refuse("id-disability-number", Field.RESIDENT_ID);
                } else {
                    refuse(inner, on);
                }
                return;
            }
        } else {
            var flaw = ResidentId.flaw(written, on);
            if (flaw.isPresent()) {
                refuse(flaw.get(), on);
                return;
            }
        }
        var id = new ResidentId(written.substring(0, 18));
        staged.document = written;
        staged.documentKind = isCertificate ? "2" : "1";
        staged.sex = id.sex();
        staged.birthDate = id.birthDate();
    }

    private void refuse(ResidentId.Flaw flaw, LocalDate on) {
        switch (flaw.kind()) {
            case LENGTH -> refuse("id-length", Field.RESIDENT_ID);
            case CHARACTERS -> refuse("id-characters", Field.RESIDENT_ID);
            case FIFTEEN_DIGITS -> refuse("id-15-digits", Field.RESIDENT_ID, ResidentId.mask(String.valueOf(flaw.expected())));
            case PLACEHOLDER -> refuse("id-placeholder", Field.RESIDENT_ID);
            case BIRTH_DATE -> refuse("id-birth-date", Field.RESIDENT_ID);
            case TOO_OLD -> refuse("id-birth-too-old", Field.RESIDENT_ID);
            case FUTURE -> refuse("birth-in-future", Field.RESIDENT_ID, on.toString());
            case CHECK_DIGIT -> refuse("id-check-digit", Field.RESIDENT_ID, String.valueOf(flaw.expected()));
        }
    }

    private void readHousehold(StagedRow staged, LocalDate on) {
        staged.members = whole(Field.MEMBERS, "count-not-a-number");
        if (staged.members == null && !doubtful.contains(Field.MEMBERS)) {
            refuse("count-not-a-number", Field.MEMBERS);
        }
        staged.mainCause = code(Field.MAIN_CAUSE, CodeList.CAUSE, "cause-unknown", false, on);
        staged.dangerousHouse = yesNo(Field.DANGEROUS_HOUSE, on);
        staged.safeWater = yesNo(Field.SAFE_WATER, on);
        staged.waterDifficulty = yesNo(Field.WATER_DIFFICULTY, on);
        staged.incomePerHead = amount(Field.INCOME_PER_HEAD);
        staged.poorKind = code(Field.POOR_KIND, CodeList.POOR_KIND, "poor-kind-unknown", false, on);
        staged.exitState = code(Field.EXIT_STATE, CodeList.EXIT_STATE, "exit-state-unknown", false, on);
        staged.type = code(Field.HOUSEHOLD_TYPE, CodeList.HOUSEHOLD_TYPE, "household-type-unknown", false, on);
        staged.monitoredKind = code(Field.MONITORED_KIND, CodeList.MONITORED_KIND, "monitored-kind-unknown", false, on);
        staged.firstIdentifiedOn = date(Field.FIRST_IDENTIFIED_ON);
        staged.riskIdentifiedOn = date(Field.RISK_IDENTIFIED_ON);
        staged.riskEliminated = yesNo(Field.RISK_ELIMINATED, on);
        staged.riskEliminatedOn = date(Field.RISK_ELIMINATED_ON);
        if (layout.template().has(Field.HOUSEHOLD_PHONE)) {
            staged.householdPhone = phone(Field.HOUSEHOLD_PHONE);
        } else if ("01".equals(staged.relation)) {
            staged.householdPhone = staged.phone; // the older list has one phone: the head's is the household's
        }
    }

    private void checkMember(StagedRow staged, LocalDate on) {
        var certificate = "2".equals(staged.documentKind) && staged.document != null ? staged.document.substring(18, 20) : null;
        findings.addAll(rules.check(new MemberFacts(on, staged.relation, staged.sex, staged.birthDate, staged.education,
                staged.schoolStatus, staged.health == null ? Set.of() : Set.of(staged.health.split(",", -1)), staged.labour,
                staged.workPlace, staged.workMonths, layout.template().has(Field.WORK_PLACE), certificate, doubtful)));
    }

    private @Nullable String code(Field field, CodeList list, String refusal, boolean required, LocalDate on) {
        var written = tight(field);
        if (written.isEmpty() && !required) {
            return null;
        }
        var code = written.isEmpty() ? null : codes.code(list, written, on);
        if (code == null) {
            refuse(refusal, field);
        }
        return code;
    }

    private @Nullable Boolean yesNo(Field field, LocalDate on) {
        var code = code(field, CodeList.YES_NO, "yes-no-unknown", false, on);
        return code == null ? null : code.equals("1");
    }

    private @Nullable Integer whole(Field field, String refusal) {
        var written = tight(field);
        if (written.isEmpty()) {
            return null;
        }
        try {
            return written.length() < 6 && written.indexOf('.') < 0
                    ? Integer.parseInt(written)
                    : new BigDecimal(written).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            refuse(refusal, field);
            return null;
        }
    }

    private @Nullable BigDecimal amount(Field field) {
        var written = tight(field).replace(",", "");
        if (written.isEmpty()) {
            return null;
        }
        try {
            var number = new BigDecimal(written);
            var amount = isReasonable(number) ? number.setScale(2, RoundingMode.HALF_UP) : MOST_INCOME;
            if (amount.abs().compareTo(MOST_INCOME) < 0) {
                return amount;
            }
            refuse("income-out-of-range", field);
        } catch (NumberFormatException e) {
            refuse("income-not-a-number", field);
        }
        return null;
    }

    private @Nullable String phone(Field field) {
        var written = tight(field);
        if (written.isEmpty()) {
            return null;
        }
        var number = kind(field) == CellKind.NUMBER ? plainNumber(written) : written;
        if (!Phone.valid(number)) {
            var joined = number.replace("-", "");
            if (!Phone.valid(joined)) {
                refuse("phone-not-11-digits", field);
                return null;
            }
            return joined;
        }
        return number;
    }

    private @Nullable LocalDate date(Field field) {
        var written = plain.narrow(text(field));
        if (written.isEmpty()) {
            return null;
        }
        var date = Dates.parse(written);
        if (date == null) {
            refuse("date-not-a-date", field);
        } else if (date.isAfter(today)) {
            refuse("date-in-future", field);
            return null;
        }
        return date;
    }

    private void refuse(String code, Field field, String... arguments) {
        findings.add(new Finding(code, field, arguments));
        doubtful.add(field);
    }

    /** The text of a field without blanks; an error of a formula is none. */
    private String tight(Field field) {
        return plain.tight(text(field));
    }

    private String text(Field field) {
        var column = layout.column(field);
        if (column < 0) {
            return "";
        }
        if (row.kind(column) == CellKind.ERROR) {
            if (doubtful.add(field)) {
                findings.add(new Finding("cell-error", field));
            }
            return "";
        }
        var text = row.text(column);
        return text.length() > 1 && text.charAt(0) == '\'' ? text.substring(1) : text; // as workbooks mark texts that look like more
    }

    private CellKind kind(Field field) {
        var column = layout.column(field);
        return column < 0 ? CellKind.EMPTY : row.kind(column);
    }

    private static String plainNumber(String written) {
        try {
            var number = new BigDecimal(written);
            return isReasonable(number) ? number.stripTrailingZeros().toPlainString() : written;
        } catch (NumberFormatException e) {
            return written;
        }
    }

    /** 1E+999999999 is a number, but written out it would fill the memory. */
    private static boolean isReasonable(BigDecimal number) {
        return Math.abs(number.scale()) < 100 && number.precision() < 100;
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
