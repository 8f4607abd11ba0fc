package org.jingzhun.household.rules;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.HouseholdRule.household;
import static org.jingzhun.household.rules.Limits.broken;

/** Who is monitored, since when and for which risk. */
final class RiskRules {

    private static final LocalDate MONITORING_BEGAN = LocalDate.of(2020, 1, 1);
    private static final Map<String, String> KIND_OF_TYPE = Map.of("2", "1", "3", "2", "4", "3");

    static final List<HouseholdRule> ALL = List.of(
            household("type-contradicts-monitored-kind", MONITORED_KIND, Fields.of(HOUSEHOLD_TYPE, MONITORED_KIND),
                    (it, limits) -> {
                        var kind = KIND_OF_TYPE.get(String.valueOf(it.values().text(HOUSEHOLD_TYPE)));
                        return broken(kind != null && !kind.equals(it.values().text(MONITORED_KIND)));
                    }),
            household("poor-kind-of-ordinary", POOR_KIND, Fields.of(HOUSEHOLD_TYPE, EXIT_STATE),
                    (it, limits) -> broken(
                            it.values().is(HOUSEHOLD_TYPE, "5") && it.values().isAmong(EXIT_STATE, java.util.Set.of("1", "4")))),
            household("main-cause-empty", MAIN_CAUSE, Fields.of(MAIN_CAUSE), (it, limits) -> broken(!it.values().has(MAIN_CAUSE)
                    && (it.isEscaped() || it.values().isAmong(EXIT_STATE, java.util.Set.of("1", "3", "4"))))),
            household("risk-date-of-unmonitored", RISK_IDENTIFIED_ON, Fields.of(MONITORED_KIND, RISK_IDENTIFIED_ON),
                    (it, limits) -> broken(!it.isMonitored() && it.values().has(RISK_IDENTIFIED_ON))),
            household("monitored-without-date", RISK_IDENTIFIED_ON, Fields.of(MONITORED_KIND, RISK_IDENTIFIED_ON),
                    (it, limits) -> broken(it.isMonitored() && !it.values().has(RISK_IDENTIFIED_ON))),
            household("risk-before-monitoring", RISK_IDENTIFIED_ON, Fields.of(RISK_IDENTIFIED_ON), (it, limits) -> {
                var identified = it.values().day(RISK_IDENTIFIED_ON);
                return broken(identified != null && identified.isBefore(MONITORING_BEGAN), MONITORING_BEGAN);
            }),
            household("first-identified-after-risk", FIRST_IDENTIFIED_ON, Fields.of(FIRST_IDENTIFIED_ON, RISK_IDENTIFIED_ON),
                    (it, limits) -> {
                        var first = it.values().day(FIRST_IDENTIFIED_ON);
                        var risk = it.values().day(RISK_IDENTIFIED_ON);
                        return broken(first != null && risk != null && risk.isBefore(first));
                    }),
            household("monitored-without-risk", RISK_1, Fields.of(MONITORED_KIND, RISK_1),
                    (it, limits) -> broken(it.isMonitored() && !it.values().has(RISK_1))),
            household("risk-twice", RISK_2, Fields.of(RISK_1, RISK_2, RISK_3, RISK_4, RISK_5), (it, limits) -> {
                var seen = new HashSet<String>();
                return broken(HouseholdFacts.risks().stream().map(it.values()::text)
                        .anyMatch(risk -> risk != null && !seen.add(risk)));
            }),
            household("disaster-without-kind", RISK_1, Fields.of(RISK_1),
                    (it, limits) -> broken(HouseholdFacts.risks().stream().anyMatch(risk -> it.values().is(risk, "02")))),
            household("disability-risk-without-disabled", RISK_1, Fields.of(RISK_1), Fields.of(HEALTH),
                    (it, limits) -> broken(it.hasRisk("03") && it.nobody(PersonFacts::isDisabled))),
            household("illness-risk-without-ill", RISK_1, Fields.of(RISK_1), Fields.of(HEALTH),
                    (it, limits) -> broken(it.hasRisk("01") && it.nobody(PersonFacts::isIll))),
            household("illness-risk-without-spending", SELF_PAID, Fields.of(RISK_1, SELF_PAID),
                    (it, limits) -> broken(it.isAtRisk() && it.hasRisk("01") && it.values().sum(SELF_PAID).signum() <= 0)),
            household("labour-risk-but-able", RISK_1, Fields.of(RISK_1), Fields.of(LABOUR), RiskRules::able),
            household("work-risk-without-able", RISK_1, Fields.of(RISK_1), Fields.of(LABOUR),
                    (it, limits) -> broken(it.hasRisk("07") && it.nobody(PersonFacts::hasLabour))),
            household("work-risk-without-worker", RISK_1, Fields.of(RISK_1), Fields.of(WORK_MONTHS),
                    (it, limits) -> broken(it.hasRisk("07") && it.anyone(PersonFacts::hasLabour)
                            && it.nobody(member -> member.works() || member.values().has(WORK_STARTED_ON)))),
            household("study-risk-without-student", RISK_1, Fields.of(RISK_1), Fields.of(SCHOOL_STATUS),
                    (it, limits) -> broken(it.hasRisk("09") && it.nobody(PersonFacts::isStudent))));

    private RiskRules() {}

    private static @Nullable List<String> able(HouseholdFacts household, Limits limits) {
        var most = limits.of("lacking-labour-able-percent-most");
        return broken(household.hasRisk("04") && !household.members().isEmpty()
                && household.how(PersonFacts::isAble) * 100 > (long) most * household.members().size(), most);
    }
}
