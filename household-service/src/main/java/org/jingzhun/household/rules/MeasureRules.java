package org.jingzhun.household.rules;

import java.util.List;

import org.jingzhun.household.field.Field;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.HouseholdRule.household;
import static org.jingzhun.household.rules.Limits.broken;

/** What is done against each risk 【帮扶措施】. */
final class MeasureRules {

    private static final Fields MONITORED_SINCE = Fields.of(MONITORED_KIND, RISK_IDENTIFIED_ON, INDUSTRY_MEASURE);

    static final List<HouseholdRule> ALL = List.of(
            household("monitored-without-measure", RISK_IDENTIFIED_ON, MONITORED_SINCE,
                    (it, limits) -> broken(it.isAtRisk() && isSince(it, limits.of("measure-months-most")) && !it.hasMeasure(),
                            limits.of("measure-months-most"))),
            household("able-without-development-measure", INDUSTRY_MEASURE, MONITORED_SINCE, Fields.of(LABOUR),
                    (it, limits) -> broken(it.isAtRisk() && isSince(it, limits.of("development-measure-months-most"))
                            && it.anyone(PersonFacts::hasLabour)
                            && !it.hasMeasure(INDUSTRY_MEASURE, JOB_MEASURE, FINANCE_MEASURE, PUBLIC_POST_MEASURE),
                            limits.of("development-measure-months-most"))),
            household("only-comprehensive-security", SECURITY_MEASURE, Fields.of(MONITORED_KIND, SECURITY_MEASURE),
                    Fields.of(LABOUR),
                    (it, limits) -> broken(it.isAtRisk() && it.anyone(PersonFacts::hasLabour) && it.values().yes(SECURITY_MEASURE)
                            && HouseholdFacts.measures().stream().filter(it.values()::yes).count() == 1)),
            unanswered("illness-risk-without-measure", "01", HEALTH_MEASURE, SOCIAL_MEASURE),
            unanswered("study-risk-without-measure", "09", EDUCATION_MEASURE, SOCIAL_MEASURE),
            unanswered("disability-risk-without-measure", "03", SECURITY_MEASURE, SOCIAL_MEASURE),
            unanswered("house-risk-without-measure", "08", HOUSING_MEASURE, RELOCATION_MEASURE),
            unanswered("water-risk-without-measure", "10", WATER_MEASURE, WATER_MEASURE),
            household("severe-disability-without-measure", SECURITY_MEASURE, Fields.of(MONITORED_KIND, SECURITY_MEASURE),
                    (it, limits) -> broken(it.isAtRisk() && !it.hasMeasure(SECURITY_MEASURE) && it.anyone(member -> {
                        var certificate = member.certificate();
                        return certificate != null && (certificate.charAt(1) == '1' || certificate.charAt(1) == '2');
                    }))),
            household("public-post-measure-without-post", PUBLIC_POST_MEASURE, Fields.of(PUBLIC_POST_MEASURE),
                    Fields.of(PUBLIC_POST_KIND),
                    (it, limits) -> broken(it.values().yes(PUBLIC_POST_MEASURE)
                            && it.nobody(member -> member.values().has(PUBLIC_POST_KIND)))),
            household("education-measure-without-student", EDUCATION_MEASURE, Fields.of(EDUCATION_MEASURE),
                    Fields.of(SCHOOL_STATUS),
                    (it, limits) -> broken(it.values().yes(EDUCATION_MEASURE)
                            && it.nobody(member -> member.values().has(SCHOOL_STATUS)))));

    private MeasureRules() {}

    private static HouseholdRule unanswered(String code, String risk, Field one, Field other) {
        return household(code, one, Fields.of(RISK_1, one, other),
                (it, limits) -> broken(it.isAtRisk() && it.hasRisk(risk) && !it.hasMeasure(one, other)));
    }

    private static boolean isSince(HouseholdFacts household, int months) {
        var identified = household.values().day(RISK_IDENTIFIED_ON);
        return identified != null && identified.plusMonths(months).isBefore(household.on());
    }
}
