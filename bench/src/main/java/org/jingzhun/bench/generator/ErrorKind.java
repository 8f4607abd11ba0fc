package org.jingzhun.bench.generator;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The errors that can be planted. The name in lower case with hyphens is the reason code with which an import has to return the row.
 * How each is made: {@link Spoilers}.
 */
enum ErrorKind {

    // what a member's own row says
    ID_MISSING, ID_LENGTH, ID_15_DIGITS, ID_CHECK_DIGIT, ID_BIRTH_DATE, BIRTH_IN_FUTURE, ID_SCIENTIFIC_NOTATION, ID_FORMULA, ID_TWICE_IN_FILE, NAME_MISSING, RELATION_UNKNOWN, RELATION_CONTRADICTS_SEX, ETHNICITY_UNKNOWN, EDUCATION_UNKNOWN, SCHOOL_STATUS_UNKNOWN, EDUCATION_AND_SCHOOL_BOTH, EDUCATION_AND_SCHOOL_EMPTY, SCHOOL_CONTRADICTS_AGE, HEALTH_UNKNOWN, LABOUR_UNKNOWN, LABOUR_UNDER_16, STUDENT_WITH_LABOUR, WORK_PLACE_UNKNOWN(
            Template.B), WORK_PLACE_WITHOUT_MONTHS(Template.B), MONTHS_WITHOUT_WORK_PLACE(
                    Template.B), MONTHS_OUT_OF_RANGE, MONTHS_NOT_A_NUMBER, YES_NO_UNKNOWN, PHONE_NOT_11_DIGITS, DATE_NOT_A_DATE(
                            Template.C),

    // what holds the whole household back
    HOUSEHOLD_NUMBER_MISSING, VILLAGE_UNKNOWN, VILLAGE_OTHER_COUNTY, NO_HEAD, TWO_HEADS, TWO_SPOUSES, COUNT_DIFFERS, HOUSEHOLD_VALUES_DIFFER, INCOME_NOT_A_NUMBER, CAUSE_UNKNOWN, POOR_KIND_UNKNOWN(
            Template.B), EXIT_STATE_UNKNOWN(Template.B), HOUSEHOLD_TYPE_UNKNOWN(Template.C), HEAD_REFUSED;

    private final @Nullable Template only;

    ErrorKind() {
        this.only = null;
    }

    ErrorKind(Template only) {
        this.only = only;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<ErrorKind> of(Template template) {
        if (template != Template.B && template != Template.C) {
            return List.of();
        }
        return Arrays.stream(values()).filter(kind -> kind.only == null || kind.only == template).toList();
    }

    static ErrorKind byCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such kind of error: " + code));
    }
}
