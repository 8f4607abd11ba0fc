package org.jingzhun.household.imports;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jingzhun.household.field.Field;

import static org.jingzhun.household.field.Field.*;

/** A national list that an import understands, by the columns that it must have 【国家表样】. */
enum Template {

    /** Population list of 2017 to 2019, 26 columns. */
    LIST_B(EnumSet.of(COUNTY, TOWNSHIP, VILLAGE, HAMLET, HOUSEHOLD_NUMBER, PERSON_NUMBER, NAME, RESIDENT_ID, MEMBERS, RELATION,
            ETHNICITY, EDUCATION, SCHOOL_STATUS, HEALTH, LABOUR, WORK_PLACE, WORK_MONTHS, SERIOUS_ILLNESS_INSURANCE, EXIT_STATE,
            POOR_KIND, MAIN_CAUSE, DANGEROUS_HOUSE, SAFE_WATER, WATER_DIFFICULTY, INCOME_PER_HEAD, PHONE)),

    /** List of the escaped-poverty population of 2022, 32 columns. */
    LIST_C(EnumSet.of(SEQUENCE, DATA_DATE, COUNTY, TOWNSHIP, VILLAGE, HAMLET, HOUSEHOLD_NUMBER, PERSON_NUMBER, NAME, RESIDENT_ID,
            MEMBERS, RELATION, ETHNICITY, EDUCATION, SCHOOL_STATUS, HEALTH, LABOUR, WORK_MONTHS, SERIOUS_ILLNESS_INSURANCE,
            MAIN_CAUSE, DANGEROUS_HOUSE, SAFE_WATER, INCOME_PER_HEAD, HOUSEHOLD_PHONE, PHONE, FIRST_IDENTIFIED_ON, IDENTIFIED_ON,
            HOUSEHOLD_TYPE, MONITORED_KIND, RISK_ELIMINATED, RISK_IDENTIFIED_ON, RISK_ELIMINATED_ON));

    @SuppressWarnings("ImmutableEnumChecker") // a view that nobody can change
    private final Set<Field> fields;

    Template(Set<Field> fields) {
        this.fields = Collections.unmodifiableSet(fields);
    }

    Set<Field> fields() {
        return fields;
    }

    boolean has(Field field) {
        return fields.contains(field);
    }
}
