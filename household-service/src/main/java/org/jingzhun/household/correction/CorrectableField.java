package org.jingzhun.household.correction;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jingzhun.household.codelist.CodeList;
import org.jingzhun.household.correction.ValueKind.Coded;
import org.jingzhun.household.correction.ValueKind.Codes;
import org.jingzhun.household.correction.ValueKind.Count;
import org.jingzhun.household.correction.ValueKind.Day;
import org.jingzhun.household.correction.ValueKind.Document;
import org.jingzhun.household.correction.ValueKind.Money;
import org.jingzhun.household.correction.ValueKind.PhoneNumber;
import org.jingzhun.household.correction.ValueKind.Text;
import org.jingzhun.household.correction.ValueKind.YesNo;

/** The fields that a correction may change, by their names in the API. Sex and birth date follow from the resident ID. */
enum CorrectableField {

    // @formatter:off: one field a line
    HAMLET("hamlet", Target.HOUSEHOLD, "hamlet", new Text(60), false),
    TYPE("type", Target.HOUSEHOLD, "type", new Coded(CodeList.HOUSEHOLD_TYPE), false),
    POOR_KIND("poorKind", Target.HOUSEHOLD, "poor_kind", new Coded(CodeList.POOR_KIND), false),
    EXIT_STATE("exitState", Target.HOUSEHOLD, "exit_state", new Coded(CodeList.EXIT_STATE), false),
    MAIN_CAUSE("mainCause", Target.HOUSEHOLD, "main_cause", new Coded(CodeList.CAUSE), false),
    HOUSEHOLD_PHONE("householdPhone", Target.HOUSEHOLD, "phone", new PhoneNumber(), false),
    DANGEROUS_HOUSE("dangerousHouse", Target.HOUSEHOLD, "dangerous_house", new YesNo(), false),
    SAFE_WATER("safeWater", Target.HOUSEHOLD, "safe_water", new YesNo(), false),
    WATER_DIFFICULTY("waterDifficulty", Target.HOUSEHOLD, "water_difficulty", new YesNo(), false),
    INCOME_PER_HEAD("incomePerHead", Target.HOUSEHOLD, "income_per_head", new Money(), false),
    MONITORED_KIND("monitoredKind", Target.HOUSEHOLD, "monitored_kind", new Coded(CodeList.MONITORED_KIND), false),
    FIRST_IDENTIFIED_ON("firstIdentifiedOn", Target.HOUSEHOLD, "first_identified_on", new Day(), false),
    RISK_IDENTIFIED_ON("riskIdentifiedOn", Target.HOUSEHOLD, "risk_identified_on", new Day(), false),
    RISK_ELIMINATED("riskEliminated", Target.HOUSEHOLD, "risk_eliminated", new YesNo(), false),
    RISK_ELIMINATED_ON("riskEliminatedOn", Target.HOUSEHOLD, "risk_eliminated_on", new Day(), false),
    NAME("name", Target.PERSON, "name", new Text(60), true),
    RESIDENT_ID("residentId", Target.PERSON, "resident_id", new Document(), true),
    PHONE("phone", Target.PERSON, "phone", new PhoneNumber(), false),
    ETHNICITY("ethnicity", Target.PERSON, "ethnicity", new Coded(CodeList.ETHNICITY), true),
    EDUCATION("education", Target.PERSON, "education", new Coded(CodeList.EDUCATION), false),
    SCHOOL_STATUS("schoolStatus", Target.PERSON, "school_status", new Coded(CodeList.SCHOOL_STATUS), false),
    HEALTH("health", Target.PERSON, "health", new Codes(CodeList.HEALTH), true),
    LABOUR("labour", Target.PERSON, "labour", new Coded(CodeList.LABOUR), true),
    WORK_PLACE("workPlace", Target.PERSON, "work_place", new Coded(CodeList.WORK_PLACE), false),
    WORK_MONTHS("workMonths", Target.PERSON, "work_months", new Count(12), false),
    SERIOUS_ILLNESS_INSURANCE("seriousIllnessInsurance", Target.PERSON, "serious_illness_insurance", new YesNo(), false),
    IDENTIFIED_ON("identifiedOn", Target.PERSON, "identified_on", new Day(), false),
    RELATION("relation", Target.MEMBERSHIP, "relation", new Coded(CodeList.RELATION), true);
    // @formatter:on

    private final String key;
    private final Target target;
    private final String column;
    @SuppressWarnings("ImmutableEnumChecker") // the kinds are records of names and numbers
    private final ValueKind kind;
    private final boolean required;

    CorrectableField(String key, Target target, String column, ValueKind kind, boolean required) {
        this.key = key;
        this.target = target;
        this.column = column;
        this.kind = kind;
        this.required = required;
    }

    static Optional<CorrectableField> of(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }

    static Set<CorrectableField> of(Target target) {
        var fields = EnumSet.allOf(CorrectableField.class);
        fields.removeIf(field -> field.target != target);
        return fields;
    }

    /** Its name in the API. */
    String key() {
        return key;
    }

    Target target() {
        return target;
    }

    String column() {
        return column;
    }

    ValueKind kind() {
        return kind;
    }

    /** Whether it may not be emptied. */
    boolean isRequired() {
        return required;
    }

    /** Whether it is stored as a cipher with a digest beside it. */
    boolean isEncrypted() {
        return kind instanceof PhoneNumber || kind instanceof Document;
    }

    /** What the field is encrypted for, such as {@code person.phone}. */
    String cipherColumn() {
        return target.table() + "." + column;
    }
}
