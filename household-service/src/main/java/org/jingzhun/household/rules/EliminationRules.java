package org.jingzhun.household.rules;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.HouseholdRule.household;
import static org.jingzhun.household.rules.Limits.broken;

/** Households whose risk is said to be gone 【风险消除】. */
final class EliminationRules {

    private static final String BY_HELP = "1";

    static final List<HouseholdRule> ALL = List.of(
            household("eliminated-without-date", RISK_ELIMINATED_ON, Fields.of(RISK_ELIMINATED, RISK_ELIMINATED_ON),
                    (it, limits) -> broken(it.isEliminated() && !it.values().has(RISK_ELIMINATED_ON))),
            household("elimination-date-of-risk", RISK_ELIMINATED, Fields.of(RISK_ELIMINATED, RISK_ELIMINATED_ON),
                    (it, limits) -> broken(!it.isEliminated() && it.values().has(RISK_ELIMINATED_ON))),
            household("eliminated-before-identified", RISK_ELIMINATED_ON, Fields.of(RISK_IDENTIFIED_ON, RISK_ELIMINATED_ON),
                    (it, limits) -> {
                        var from = it.values().day(RISK_IDENTIFIED_ON);
                        var to = it.values().day(RISK_ELIMINATED_ON);
                        return broken(from != null && to != null && to.isBefore(from));
                    }),
            household("eliminated-too-soon", RISK_ELIMINATED_ON, Fields.of(RISK_IDENTIFIED_ON, RISK_ELIMINATED_ON),
                    EliminationRules::tooSoon),
            household("eliminated-without-result", INCOME_AFTER,
                    Fields.of(RISK_ELIMINATED, INCOME_AFTER, GUARANTEES_AFTER, WATER_AFTER),
                    (it, limits) -> broken(it.isEliminated() && (it.values().lacks(INCOME_AFTER)
                            || it.values().lacks(GUARANTEES_AFTER) || it.values().lacks(WATER_AFTER)))),
            household("eliminated-without-guarantee", GUARANTEES_AFTER, Fields.of(RISK_ELIMINATED, GUARANTEES_AFTER, WATER_AFTER),
                    (it, limits) -> broken(
                            it.isEliminated() && (it.values().no(GUARANTEES_AFTER) || it.values().no(WATER_AFTER)))),
            household("eliminated-below-line", INCOME_AFTER, Fields.of(RISK_ELIMINATED, INCOME_AFTER), (it, limits) -> {
                var line = limits.ifAny("income-line-monitor");
                return broken(line.isPresent() && it.isEliminated() && it.values().isBelow(INCOME_AFTER, line.getAsInt()),
                        line.orElse(0));
            }),
            household("eliminated-without-way", ELIMINATION_WAY, Fields.of(RISK_ELIMINATED, ELIMINATION_WAY),
                    (it, limits) -> broken(it.isEliminated() && !it.values().has(ELIMINATION_WAY))),
            household("eliminated-child-out-of-school", RISK_ELIMINATED, Fields.of(RISK_ELIMINATED),
                    Fields.of(SCHOOL_STATUS, EDUCATION, RESIDENT_ID),
                    (it, limits) -> broken(it.isEliminated() && it.anyone(member -> SchoolRules.isOutOfSchool(member, limits)))),
            household("eliminated-dangerous-house", DANGEROUS_HOUSE, Fields.of(RISK_ELIMINATED, DANGEROUS_HOUSE),
                    (it, limits) -> broken(it.isEliminated() && it.values().yes(DANGEROUS_HOUSE))),
            household("eliminated-unsafe-water", SAFE_WATER, Fields.of(RISK_ELIMINATED, SAFE_WATER),
                    (it, limits) -> broken(it.isEliminated() && it.values().no(SAFE_WATER))),
            household("eliminated-without-measure", ELIMINATION_WAY,
                    Fields.of(RISK_ELIMINATED, ELIMINATION_WAY, INDUSTRY_MEASURE),
                    (it, limits) -> broken(it.isEliminated() && it.values().is(ELIMINATION_WAY, BY_HELP) && !it.hasMeasure())),
            household("eliminated-without-collector", COLLECTOR, Fields.of(RISK_ELIMINATED, COLLECTOR, COLLECTOR_PHONE),
                    (it, limits) -> broken(it.isEliminated()
                            && (!it.values().has(COLLECTOR) || !it.values().has(COLLECTOR_PHONE)))),
            household("eliminated-by-help-too-soon", RISK_ELIMINATED_ON,
                    Fields.of(RISK_IDENTIFIED_ON, RISK_ELIMINATED_ON, ELIMINATION_WAY), EliminationRules::sameOrNextMonth));

    private EliminationRules() {}

    /** Six months, as the title of the rule says; its code compares with a smaller number. */
    private static @Nullable List<String> tooSoon(HouseholdFacts household, Limits limits) {
        var from = household.values().day(RISK_IDENTIFIED_ON);
        var to = household.values().day(RISK_ELIMINATED_ON);
        var months = limits.of("elimination-months-least");
        return broken(from != null && to != null && !to.isBefore(from) && !to.isBefore(LocalDate.of(2022, 4, 1))
                && from.plusMonths(months).isAfter(to), months);
    }

    /** In the month of identification or in the next one; what disappears by itself may. */
    private static @Nullable List<String> sameOrNextMonth(HouseholdFacts household, Limits limits) {
        var from = household.values().day(RISK_IDENTIFIED_ON);
        var to = household.values().day(RISK_ELIMINATED_ON);
        return broken(from != null && to != null && !to.isBefore(from) && household.values().is(ELIMINATION_WAY, BY_HELP)
                && ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) < limits.of("elimination-by-help-months"));
    }
}
