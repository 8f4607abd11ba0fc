package org.jingzhun.bench.generator;

import org.jspecify.annotations.Nullable;

/** The columns that tell of a household. */
final class HouseholdSheet {

    private final int year;

    HouseholdSheet(int year) {
        this.year = year;
    }

    void fill(Row row, HouseholdYear now, @Nullable Economy economy) {
        registration(row, now, economy);
        if (economy != null) {
            income(row, economy);
        }
        if (row.has(Column.HOUSING_AREA)) {
            dwelling(row, Dwelling.of(now.household()));
        }
        monitoring(row, now, economy);
    }

    private void registration(Row row, HouseholdYear now, @Nullable Economy economy) {
        var household = now.household();
        var fine = household.fortune() > 0.04 || year > 2019;
        var general = now.kind() == Household.Kind.GENERAL;
        row.set(Column.SIZE, new Cell.Figure(now.members())).set(Column.YEAR_MEMBERS, new Cell.Figure(now.members()))
                .set(Column.STANDARD, general ? "" : "国家标准").set(Column.EXIT_STATE, exitState(household))
                .set(Column.POOR_KIND, poorKind(now)).set(Column.CAUSE, general ? "" : orBlank(household.cause()))
                .set(Column.FIRST_IDENTIFIED, general ? "" : orBlank(household.identified())).set(Column.MILITARY_FAMILY, "否")
                .set(Column.DANGEROUS_HOUSE, yesNo(!fine)).set(Column.SAFE_WATER, yesNo(fine))
                .set(Column.WATER_DIFFICULTY, yesNo(!fine))
                .set(Column.INCOME, new Cell.Figure(economy == null ? beforeTheSystem(household) : economy.perHead()))
                .set(Column.HOUSEHOLD_PHONE, orBlank(household.head().phone())).set(Column.HOUSEHOLD_TYPE, type(now));
    }

    private static String type(HouseholdYear now) {
        var risk = now.risk();
        return switch (now.kind()) {
            case GENERAL -> "一般户";
            case REGISTERED -> risk == null ? "脱贫户" : risk.kind();
            case MONITORED -> risk == null ? "一般户" : risk.kind();
        };
    }

    private boolean escaped(Household household) {
        return household.exitYear() <= year;
    }

    private String exitState(Household household) {
        if (household.kind() != Household.Kind.REGISTERED) {
            return "";
        }
        if (escaped(household)) {
            return "脱贫";
        }
        return household.exitYear() == year + 1 && household.fortune() > 0.3 ? "预脱贫" : "未脱贫";
    }

    private String poorKind(HouseholdYear now) {
        if (now.kind() != Household.Kind.REGISTERED) {
            return "";
        }
        var kind = now.specialSupport() ? "特困供养" : now.household().fortune() < 0.35 ? "低保" : "一般";
        return kind + (escaped(now.household()) ? "脱贫户" : "贫困户");
    }

    /** Below the line of about 3,700 yuan before the exit; afterwards above it and growing by a tenth a year. */
    private double beforeTheSystem(Household household) {
        var yuan = escaped(household) || household.kind() != Household.Kind.REGISTERED
                ? (4_600 + 11_000 * household.fortune() * household.fortune()) * Math.pow(1.1, year - 2019)
                : 1_900 + 1_700 * household.fortune();
        return Math.round(yuan * 100) / 100.0;
    }

    private static void income(Row row, Economy economy) {
        money(row, Column.WAGE_INCOME, economy.wage());
        money(row, Column.PUBLIC_POST_WAGE, economy.publicPostWage());
        money(row, Column.OTHER_WAGE, economy.otherWage());
        money(row, Column.EMPLOYMENT_REWARD, economy.employmentReward());
        money(row, Column.BUSINESS_INCOME, economy.business());
        money(row, Column.INDUSTRY_REWARD, economy.industryReward());
        money(row, Column.PRODUCTION_COST, economy.productionCost());
        money(row, Column.PRODUCTION_COST_TOTAL, economy.costTotal());
        money(row, Column.COST_SUBSIDY, economy.costSubsidy());
        money(row, Column.PROPERTY_INCOME, economy.property());
        money(row, Column.ASSET_DIVIDEND, economy.dividend());
        money(row, Column.OTHER_PROPERTY, economy.otherProperty());
        money(row, Column.TRANSFER_INCOME, economy.transfer());
        money(row, Column.FAMILY_PLANNING, economy.familyPlanning());
        money(row, Column.ALLOWANCE_MONEY, economy.allowance());
        money(row, Column.SPECIAL_SUPPORT_MONEY, economy.specialSupport());
        money(row, Column.PENSION, economy.pension());
        money(row, Column.ECOLOGY_MONEY, economy.ecology());
        money(row, Column.OTHER_TRANSFER, economy.otherTransfer());
        money(row, Column.YEAR_INCOME, economy.income());
        money(row, Column.NET_INCOME, economy.net());
    }

    private static void dwelling(Row row, Dwelling dwelling) {
        row.set(Column.CULTIVATED, new Cell.Figure(dwelling.cultivated())).set(Column.FOREST, new Cell.Figure(dwelling.forest()))
                .set(Column.FALLOW, new Cell.Figure(dwelling.fallow())).set(Column.FRUIT, new Cell.Figure(dwelling.fruit()))
                .set(Column.PASTURE, new Cell.Figure(dwelling.pasture()))
                .set(Column.WATER_SURFACE, new Cell.Figure(dwelling.water()))
                .set(Column.ROAD_KIND, dwelling.road()).set(Column.ROAD_DISTANCE, new Cell.Figure(dwelling.roadDistance()))
                .set(Column.COOPERATIVE, yesNo(dwelling.cooperative()))
                .set(Column.LED_BY_ENTERPRISE, yesNo(dwelling.enterprise()))
                .set(Column.LED_BY_LEADER, yesNo(dwelling.leader())).set(Column.INDUSTRY_HELP, dwelling.help())
                .set(Column.HOUSING_AREA, new Cell.Figure(dwelling.area())).set(Column.FUEL, dwelling.fuel())
                .set(Column.ELECTRICITY, "是").set(Column.PRODUCTION_ELECTRICITY, yesNo(dwelling.productionElectricity()))
                .set(Column.BROADCAST, "是").set(Column.TOILET, "是");
    }

    private void monitoring(Row row, HouseholdYear now, @Nullable Economy economy) {
        var risk = now.risk();
        if (risk == null) {
            return;
        }
        var over = risk.over(year);
        row.set(Column.MONITORED_KIND, risk.kind()).set(Column.RISK_ELIMINATED, yesNo(over))
                .set(Column.RISK_IDENTIFIED, risk.identified().toString())
                .set(Column.RISK_ELIMINATED_ON, over ? orBlank(risk.eliminated()) : "");
        if (row.has(Column.RISK_1)) {
            measures(row, Monitoring.of(now, risk), (economy == null ? Economy.of(now) : economy).perHead());
        }
    }

    private static void measures(Row row, Monitoring monitoring, double perHead) {
        var over = monitoring.eliminated();
        row.set(Column.RISK_1, monitoring.risk(0)).set(Column.RISK_2, monitoring.risk(1)).set(Column.RISK_3, monitoring.risk(2))
                .set(Column.RISK_4, monitoring.risk(3)).set(Column.RISK_5, monitoring.risk(4))
                .set(Column.ELIMINATION_WAY, over ? monitoring.way() : "")
                .set(Column.INCOME_AFTER, over ? new Cell.Figure(perHead) : Cell.BLANK)
                .set(Column.GUARANTEES_AFTER, over ? "是" : "")
                .set(Column.WATER_AFTER, over ? "是" : "").set(Column.SELF_PAID, new Cell.Figure(monitoring.selfPaid()))
                .set(Column.DEVELOPMENT_HELP, "已实施").set(Column.INDUSTRY_MEASURE, yesNo(monitoring.industry()))
                .set(Column.JOB_MEASURE, yesNo(monitoring.job())).set(Column.PUBLIC_POST_MEASURE, yesNo(monitoring.post()))
                .set(Column.FINANCE_MEASURE, yesNo(monitoring.finance())).set(Column.HOUSING_MEASURE, "否")
                .set(Column.WATER_MEASURE, "否")
                .set(Column.HEALTH_MEASURE, "是").set(Column.EDUCATION_MEASURE, yesNo(monitoring.education()))
                .set(Column.COMPULSORY_MEASURE, yesNo(monitoring.compulsory()))
                .set(Column.SECURITY_MEASURE, yesNo(monitoring.security()))
                .set(Column.SOCIAL_MEASURE, yesNo(monitoring.social())).set(Column.INFRASTRUCTURE_MEASURE, "否")
                .set(Column.LIVING_MEASURE, yesNo(monitoring.living())).set(Column.RELOCATION_MEASURE, "否")
                .set(Column.COLLECTOR, monitoring.collector()).set(Column.COLLECTOR_PHONE, monitoring.collectorPhone())
                .set(Column.NO_LABOUR_SECURITY, yesNo(monitoring.noLabour()));
    }

    private static void money(Row row, Column column, long yuan) {
        row.set(column, new Cell.Figure(yuan));
    }

    static String yesNo(boolean yes) {
        return yes ? "是" : "否";
    }

    static String orBlank(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
