package org.jingzhun.bench.generator;

import java.util.ArrayList;
import java.util.List;

/** What a household is at risk of, and what is done about it 【致贫返贫风险, 帮扶措施】: no risk without its measure, no measure without a reason. */
record Monitoring(List<String> risks, boolean eliminated, String way, long selfPaid, boolean industry, boolean job, boolean post,
        boolean finance, boolean education, boolean compulsory, boolean security, boolean social, boolean living,
        String collector,
        String collectorPhone, boolean noLabour) {

    private static final List<String> DISASTERS = List.of("洪涝", "旱灾", "气象");

    static Monitoring of(HouseholdYear now, Household.Risk risk) {
        var dice = now.household().dice(57);
        var village = new Dice(Long.parseLong(now.household().village().code()), 59);
        var able = now.able();
        var risks = new ArrayList<String>();
        if (now.anyIll()) {
            risks.add("因病");
        }
        if (now.anyDisabled()) {
            risks.add("因残");
        }
        if (able * 4 <= now.members()) {
            risks.add("因缺劳动力");
        } else if (now.anyStudent(16, 30)) {
            risks.add("因学");
        } else if (now.anyWorking() && dice.chance(0.6)) {
            risks.add("因务工就业不稳");
        }
        if (risks.isEmpty() || dice.chance(0.1)) {
            risks.add(dice.one(DISASTERS));
        }
        var names = new Names(now.household().village().code());
        return new Monitoring(List.copyOf(risks), risk.over(now.year()), dice.chance(0.85) ? "帮扶消除" : "自然消除",
                risks.getFirst().equals("因病") ? dice.between(20, 400) * 100L : 0, true, able > 0 && now.anyWorking(),
                now.anyPublicPost(),
                able > 0 && dice.chance(0.2), now.anyStudent(3, 30), now.anyStudent(6, 15),
                now.allowance() || now.specialSupport(),
                risks.contains("因残") || dice.chance(0.1), dice.chance(0.1),
                names.surname(village) + names.given(Sex.MALE, 1985, village),
                Phones.of(2_690_000_000L + village.below(9_999_999), 0),
                able == 0);
    }

    String risk(int which) {
        return which < risks.size() ? risks.get(which) : "";
    }
}
