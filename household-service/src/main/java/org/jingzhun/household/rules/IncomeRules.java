package org.jingzhun.household.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

import static org.jingzhun.household.field.Field.*;
import static org.jingzhun.household.rules.HouseholdRule.household;
import static org.jingzhun.household.rules.Limits.broken;

/** Income of a year: its items and totals, the lines, and the year before. */
final class IncomeRules {

    private static final BigDecimal ROUNDING = BigDecimal.ONE; // yuan

    static final List<HouseholdRule> ALL = List.of(
            household("income-below-line-not-monitored", INCOME_PER_HEAD, Fields.of(INCOME_PER_HEAD, MONITORED_KIND),
                    (it, limits) -> {
                        var line = limits.ifAny("income-line-monitor");
                        return broken(line.isPresent() && it.isEscaped() && !it.isMonitored()
                                && it.values().isBelow(INCOME_PER_HEAD, line.getAsInt()), line.orElse(0));
                    }),
            household("income-very-low", INCOME_PER_HEAD, Fields.of(INCOME_PER_HEAD),
                    (it, limits) -> broken(it.values().isBelow(INCOME_PER_HEAD, limits.of("income-very-low")),
                            limits.of("income-very-low"))),
            household("monitored-with-high-income", INCOME_PER_HEAD,
                    Fields.of(INCOME_PER_HEAD, MONITORED_KIND, RISK_IDENTIFIED_ON),
                    IncomeRules::highIncome),
            sums("wage-differs-from-items", WAGE_INCOME, PUBLIC_POST_WAGE, OTHER_WAGE, EMPLOYMENT_REWARD),
            sums("property-differs-from-items", PROPERTY_INCOME, ASSET_DIVIDEND, OTHER_PROPERTY),
            sums("transfer-differs-from-items", TRANSFER_INCOME, FAMILY_PLANNING, ALLOWANCE_MONEY, SPECIAL_SUPPORT_MONEY, PENSION,
                    ECOLOGY_MONEY, OTHER_TRANSFER),
            sums("year-income-differs-from-items", YEAR_INCOME, WAGE_INCOME, BUSINESS_INCOME, PROPERTY_INCOME, TRANSFER_INCOME),
            ofYear("net-income-differs", NET_INCOME, IncomeRules::netDiffers),
            ofYear("income-per-head-differs", INCOME_PER_HEAD, IncomeRules::perHeadDiffers),
            money("allowance-money-without-member", ALLOWANCE_MONEY, ALLOWANCE, true),
            money("allowance-without-money", ALLOWANCE_MONEY, ALLOWANCE, false),
            money("support-money-without-member", SPECIAL_SUPPORT_MONEY, SPECIAL_SUPPORT, true),
            money("support-without-money", SPECIAL_SUPPORT_MONEY, SPECIAL_SUPPORT, false),
            ofYear("wage-without-worker", WAGE_INCOME, (it, limits) -> {
                var year = it.year();
                return broken(year != null && year.sum(WAGE_INCOME).signum() > 0 && !it.members().isEmpty()
                        && it.members().stream().allMatch(member -> member.values().knows(WORK_MONTHS)
                                && !member.works() && member.values().count(PUBLIC_POST_MONTHS) == 0
                                && !member.values().has(WORK_PLACE) && !member.hasLabour()));
            }),
            ofYear("income-jumped", NET_INCOME, (it, limits) -> changed(it, limits.of("income-jump-percent"), 1)),
            ofYear("income-fell", NET_INCOME, (it, limits) -> changed(it, limits.of("income-fall-percent"), -1)));

    private IncomeRules() {}

    private static HouseholdRule ofYear(String code, Field blames, HouseholdRule.Check check) {
        return household(code, blames, Fields.NONE, (it, limits) -> it.year() == null ? null : check.broken(it, limits));
    }

    /** A total that has items, and is not their sum. */
    private static HouseholdRule sums(String code, Field total, Field... items) {
        return ofYear(code, total, (it, limits) -> {
            var year = it.year();
            if (year == null || !year.knows(total) || Stream.of(items).noneMatch(year::has)) {
                return null;
            }
            var sum = Stream.of(items).map(year::sum).reduce(BigDecimal.ZERO, BigDecimal::add);
            return broken(differs(year.sum(total), sum));
        });
    }

    private static @Nullable List<String> netDiffers(HouseholdFacts household, Limits limits) {
        var year = household.year();
        if (year == null || !year.has(NET_INCOME) || !year.has(WAGE_INCOME)) {
            return null;
        }
        var income = Stream.of(WAGE_INCOME, BUSINESS_INCOME, PROPERTY_INCOME, TRANSFER_INCOME).map(year::sum)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var cost = year.has(PRODUCTION_COST_TOTAL) ? year.sum(PRODUCTION_COST_TOTAL) : year.sum(PRODUCTION_COST);
        return broken(differs(year.sum(NET_INCOME), income.subtract(cost))
                && differs(year.sum(NET_INCOME), income.subtract(cost).add(year.sum(COST_SUBSIDY))));
    }

    /** By the members of the year, not by those of today. */
    private static @Nullable List<String> perHeadDiffers(HouseholdFacts household, Limits limits) {
        var year = household.year();
        var perHead = household.values().amount(INCOME_PER_HEAD);
        if (year == null || perHead == null || !year.has(NET_INCOME) || year.count(YEAR_MEMBERS) <= 0) {
            return null;
        }
        var computed = year.sum(NET_INCOME).divide(BigDecimal.valueOf(year.count(YEAR_MEMBERS)), 2, RoundingMode.HALF_UP);
        return broken(differs(perHead, computed));
    }

    private static @Nullable List<String> highIncome(HouseholdFacts household, Limits limits) {
        var identified = household.values().day(RISK_IDENTIFIED_ON);
        var most = limits.of("monitored-income-most");
        return broken(household.isMonitored() && identified != null && identified.getYear() >= 2023
                && household.values().isAbove(INCOME_PER_HEAD, most), most);
    }

    /** Money without anybody who is entitled to it, or the reverse. */
    private static HouseholdRule money(String code, Field money, Field entitled, boolean isPaid) {
        return household(code, money, Fields.NONE, Fields.of(entitled), (it, limits) -> {
            var year = it.year();
            Predicate<PersonFacts> isEntitled = member -> member.values().yes(entitled);
            return broken(year != null && year.knows(money) && !it.members().isEmpty()
                    && (year.sum(money).signum() > 0) == isPaid && it.anyone(isEntitled) != isPaid);
        });
    }

    /** Net income per head against that of the year before, by more than so many per cent up (1) or down (-1). */
    private static @Nullable List<String> changed(HouseholdFacts household, int percent, int direction) {
        var now = perHead(household.year());
        var before = perHead(household.lastYear());
        if (now == null || before == null || before.signum() <= 0) {
            return null;
        }
        var change = now.subtract(before).multiply(BigDecimal.valueOf(100L * direction));
        return broken(change.compareTo(before.multiply(BigDecimal.valueOf(percent))) > 0, percent);
    }

    private static @Nullable BigDecimal perHead(@Nullable Values year) {
        return year == null || !year.has(NET_INCOME) || year.count(YEAR_MEMBERS) <= 0
                ? null
                : year.sum(NET_INCOME).divide(BigDecimal.valueOf(year.count(YEAR_MEMBERS)), 2, RoundingMode.HALF_UP);
    }

    private static boolean differs(BigDecimal one, BigDecimal other) {
        return one.subtract(other).abs().compareTo(ROUNDING) > 0;
    }
}
