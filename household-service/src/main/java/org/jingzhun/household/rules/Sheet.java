package org.jingzhun.household.rules;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;

import static org.jingzhun.household.field.Field.*;

/**
 * Columns that only some national lists have, and that come together 【分表】. Where none of what always is filled there is filled, the
 * source does not speak of the others either: an empty field is then not known rather than missing. The same whether a list, an officer
 * or the register is asked, so that all three are judged alike.
 */
enum Sheet {

    /** Member sheet of 2021: insurance and support of each person. */
    MEMBERS(fields(POLITICAL_STATUS, DROPOUT_REASON, MANDARIN, RESIDENT_INSURANCE, EMPLOYEE_INSURANCE, COMMERCIAL_INSURANCE,
            RESIDENT_PENSION, EMPLOYEE_PENSION, ALLOWANCE, SPECIAL_SUPPORT, ILLNESS_AID, OTHER_HEALTH_AID, DISABILITY_KIND,
            DISABILITY_CERTIFICATE_YEAR, EMPLOYER, INDUSTRY_SECTOR, JOB_CHANNEL, WORK_AREA, WORKS_ABROAD, PUBLIC_POST_KIND,
            PUBLIC_POST_MONTHS),
            fields(MANDARIN, RESIDENT_INSURANCE, EMPLOYEE_INSURANCE, RESIDENT_PENSION, ALLOWANCE, SPECIAL_SUPPORT)),

    /** Work-month sheet: where a person works, for whom and for how much. */
    WORK(fields(WORKING, WORK_AREA, WORK_COUNTY, WORK_STARTED_ON, WORK_ENDED_ON, MONTHLY_WAGE, EMPLOYER, WORK_SECTOR, JOB_CHANNEL,
            POINT_TO_POINT, WORK_PLANNED, WORK_SERVICE),
            fields(WORKING, WORK_PLANNED, WORK_COUNTY, MONTHLY_WAGE, WORK_STARTED_ON)),

    /** Household sheet of 2023: land, house, road. */
    HOUSEHOLD(
            fields(MILITARY_FAMILY, HOUSING_AREA, SANITARY_TOILET, FUEL, ELECTRICITY, PRODUCTION_ELECTRICITY, BROADCAST,
                    ROAD_KIND,
                    ROAD_DISTANCE, CULTIVATED_AREA, FOREST_AREA, FALLOW_AREA, FRUIT_AREA, PASTURE_AREA, WATER_AREA, COOPERATIVE,
                    LED_BY_ENTERPRISE, LED_BY_LEADER, INDUSTRY_HELP),
            fields(SANITARY_TOILET, FUEL, ELECTRICITY, BROADCAST, ROAD_KIND, HOUSING_AREA, CULTIVATED_AREA, COOPERATIVE)),

    /** Columns of monitored households since 2023: risks, measures, elimination. */
    MONITORING(fields(RISK_1, RISK_2, RISK_3, RISK_4, RISK_5, ELIMINATION_WAY, INCOME_AFTER, GUARANTEES_AFTER, WATER_AFTER,
            SELF_PAID,
            DEVELOPMENT_HELP, INDUSTRY_MEASURE, JOB_MEASURE, PUBLIC_POST_MEASURE, FINANCE_MEASURE, HOUSING_MEASURE, WATER_MEASURE,
            HEALTH_MEASURE, EDUCATION_MEASURE, COMPULSORY_MEASURE, SECURITY_MEASURE, SOCIAL_MEASURE, INFRASTRUCTURE_MEASURE,
            LIVING_MEASURE, RELOCATION_MEASURE, COLLECTOR, COLLECTOR_PHONE, NO_LABOUR_SECURITY),
            fields(RISK_1, RISK_2, INDUSTRY_MEASURE, JOB_MEASURE, HEALTH_MEASURE, SECURITY_MEASURE, SOCIAL_MEASURE, COLLECTOR,
                    NO_LABOUR_SECURITY)),

    /** Why and since when a household is registered as poor: lists B and C. */
    IDENTIFICATION(fields(MAIN_CAUSE), fields(MAIN_CAUSE, POOR_KIND, EXIT_STATE, FIRST_IDENTIFIED_ON)),

    /** Since when a household is monitored: lists C and E. */
    RISK(fields(RISK_IDENTIFIED_ON, RISK_ELIMINATED, RISK_ELIMINATED_ON),
            fields(RISK_IDENTIFIED_ON, RISK_ELIMINATED, RISK_ELIMINATED_ON, RISK_1)),

    /** Income of a year by item. */
    INCOME(Fields.of(Field.of(Holder.HOUSEHOLD_YEAR)),
            fields(WAGE_INCOME, BUSINESS_INCOME, TRANSFER_INCOME, YEAR_INCOME, NET_INCOME));

    private static final Sheet[] ALL = values();

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Fields fields;
    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final Field[] evidence;

    Sheet(Fields fields, Fields evidence) {
        this.fields = fields;
        this.evidence = evidence.asSet().toArray(Field[]::new);
    }

    /** What is known of a row: what its source asks, less the sheets that it says nothing of. */
    static long[] known(Fields asked, Values values) {
        var optional = new long[Fields.WORDS];
        var spoken = new long[Fields.WORDS];
        for (var sheet : ALL) {
            sheet.fields.joinInto(optional);
            if (sheet.isSpokenOf(values)) {
                sheet.fields.joinInto(spoken);
            }
        }
        var known = asked.bits();
        for (int i = 0; i < known.length; i++) {
            known[i] &= ~optional[i] | spoken[i];
        }
        return known;
    }

    private boolean isSpokenOf(Values values) {
        for (var field : evidence) {
            if (values.has(field)) {
                return true;
            }
        }
        return false;
    }

    private static Fields fields(Field... fields) {
        return Fields.of(fields);
    }
}
