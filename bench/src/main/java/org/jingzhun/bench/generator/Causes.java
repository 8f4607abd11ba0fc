package org.jingzhun.bench.generator;

import java.util.List;

/** Why a household is poor 【主要致贫原因】: first what is visible in it, else what is usual in the hills. */
final class Causes {

    static final Weighted<String> ILLNESSES = new Weighted<String>().with(Person.HEALTHY, 44).with("长期慢性病", 37).with("患有大病", 8)
            .with("残疾", 9.4).with("残疾,患有大病", 0.6).with("残疾,长期慢性病", 1);

    private static final Weighted<String> USUAL = new Weighted<String>().with("缺资金", 26).with("缺技术", 25).with("缺土地", 9)
            .with("缺劳力", 8).with("交通条件落后", 9).with("自身发展动力不足", 7).with("因灾", 2).with("缺水", 2).with("其他", 1);

    private Causes() {}

    /** The age from which an illness shows. Who has been to college has work, and stays well for it until 60. */
    static int illFrom(String illness, Schooling schooling, Dice dice) {
        var disabled = illness.contains("残疾");
        var from = disabled && dice.chance(0.3)
                ? 0
                : disabled ? dice.between(8, 70) : dice.between(illness.equals("患有大病") ? 25 : 38, 88);
        return schooling.compareTo(Schooling.COLLEGE) >= 0 ? Math.max(from, 60) : from;
    }

    static String of(List<Person> members, int year, Dice dice) {
        var situations = members.stream().map(member -> Situation.of(member, year)).toList();
        if (situations.stream().anyMatch(each -> each.health().contains("患有大病")) && dice.chance(0.7)) {
            return "因病";
        }
        if (situations.stream().anyMatch(each -> each.health().contains("残疾")) && dice.chance(0.7)) {
            return "因残";
        }
        if (situations.stream()
                .noneMatch(each -> each.labour().equals(Situation.ORDINARY) || each.labour().equals(Situation.SKILLED))
                && dice.chance(0.7)) {
            return "缺劳力";
        }
        if (situations.stream().anyMatch(each -> each.age() > 15 && each.student()) && dice.chance(0.6)) {
            return "因学";
        }
        return USUAL.thrown(dice);
    }
}
