package org.jingzhun.bench.generator;

import java.util.stream.IntStream;

/** What a household has earned in a year 【家庭收入】, in whole yuan. The totals follow from the items; net = income − production cost. */
record Economy(long publicPostWage, long otherWage, long employmentReward, long business, long industryReward, long costSubsidy,
        long productionCost, long dividend, long otherProperty, long familyPlanning, long allowance, long specialSupport,
        long pension,
        long ecology, long otherTransfer, int members) {

    long wage() {
        return publicPostWage + otherWage + employmentReward;
    }

    long property() {
        return dividend + otherProperty;
    }

    long transfer() {
        return familyPlanning + allowance + specialSupport + pension + ecology + otherTransfer;
    }

    long income() {
        return wage() + business + property() + transfer();
    }

    long net() {
        return income() - productionCost;
    }

    double perHead() {
        return Math.round(net() * 100.0 / members) / 100.0;
    }

    /** Before its help: what was spent in all 【生产经营性支出（合计）】. */
    long costTotal() {
        return productionCost + costSubsidy;
    }

    /** The sum that is wanted comes first: what is not wage, property or transfer has been made in the fields, at a quarter of cost. */
    static Economy of(HouseholdYear now) {
        var dice = now.household().dice(now.year(), 51);
        var wanted = Math.round(perHead(now) * now.members());
        var monthly = IntStream.range(0, now.members()).mapToLong(member -> {
            var work = now.work(member);
            return work == null
                    ? 0
                    : (work.publicPost() == null ? 1 : -1) * (long) work.wage() * now.situations().get(member).workMonths();
        }).toArray();
        var post = Math.min(wanted / 4,
                -IntStream.range(0, monthly.length).mapToLong(member -> Math.min(0, monthly[member])).sum());
        var other = Math.min(wanted * 6 / 10,
                IntStream.range(0, monthly.length).mapToLong(member -> Math.max(0, monthly[member])).sum());
        var old = now.situations().stream().filter(each -> each.age() > 60).count();
        var pension = old * (110 + (now.year() - 2019) * 8L) * 12;
        var allowance = now.allowance() ? now.members() * 1_440L : 0;
        var support = now.specialSupport() ? Math.min(9_600, wanted - pension - 200) : 0;
        var planning = dice.chance(0.05) ? 960 : 0;
        var ecology = dice.chance(0.3) ? dice.between(5, 60) * 10L : 0;
        var reward = other > 0 && dice.chance(0.15) ? 300 : 0;
        var dividend = now.kind() == Household.Kind.REGISTERED && dice.chance(0.2) ? dice.between(10, 60) * 10L : 0;
        var rent = dice.chance(0.25) ? dice.between(10, 90) * 10L : 0;
        var given = post + other + pension + allowance + support + planning + ecology + reward + dividend + rent;
        var rest = Math.max(0, wanted - given);
        var fromFields = now.able() == 0 && rest < 6_000 ? 0 : rest;
        var cost = fromFields / 3;
        var subsidy = cost > 600 && dice.chance(0.1) ? 200 : 0;
        var industryReward = fromFields > 3_000 && now.kind() == Household.Kind.REGISTERED && dice.chance(0.2) ? 500 : 0;
        return new Economy(post, other, reward, fromFields + cost, industryReward, subsidy, cost, dividend, rent, planning,
                allowance,
                support, pension, ecology, rest - fromFields, now.members());
    }

    /**
     * Who is at risk has lost up to half of what he would have, and most are below the line; all others are above it, and nobody under
     * monitoring is rich. No year is three times as good as the one before, or worse by more than six tenths.
     */
    private static double perHead(HouseholdYear now) {
        var fortune = now.household().fortune();
        var growth = Math.pow(1.07, now.year() - 2022);
        var risk = now.risk();
        var usual = 9_600 + 14_000 * fortune * fortune;
        if (risk == null) {
            return usual * growth;
        }
        return (risk.over(now.year()) ? 9_600 + 3_000 * fortune : Math.max(5_800 + 1_300 * fortune, usual / 2)) * growth;
    }
}
