package org.jingzhun.bench.generator;

import java.util.List;

/** House, land and supply of a household 【住房与生产生活条件】; they stay from year to year. */
record Dwelling(double cultivated, double forest, double fallow, double fruit, double pasture, double water, String road,
        double roadDistance, boolean cooperative, boolean enterprise, boolean leader, String help, int area, String fuel,
        boolean productionElectricity) {

    static Dwelling of(Household household) {
        var dice = household.dice(53);
        var south = household.village().code().startsWith("45");
        var helped = household.kind() != Household.Kind.GENERAL;
        return new Dwelling(tenth(dice, 5, 90), dice.chance(0.6) ? tenth(dice, 5, 300) : 0,
                dice.chance(0.3) ? tenth(dice, 3, 60) : 0,
                dice.chance(0.4) ? tenth(dice, 2, 80) : 0, south ? 0 : dice.chance(0.1) ? tenth(dice, 5, 200) : 0,
                south && dice.chance(0.1) ? tenth(dice, 1, 20) : 0, dice.chance(0.9) ? "水泥路" : "沥青路",
                Math.round(dice.share() * dice.share() * 300) / 100.0, helped && dice.chance(0.3), dice.chance(0.15),
                dice.chance(0.2),
                helped ? dice.one(south ? SOUTH : NORTH) : "", 20 * household.founders() + dice.between(40, 110),
                dice.chance(0.6) ? "清洁能源" : "柴草", dice.chance(0.9));
    }

    private static final List<String> SOUTH = List.of("种植业", "养殖业", "林果业", "加工业");
    private static final List<String> NORTH = List.of("种植业", "养殖业", "光伏", "加工业");

    private static double tenth(Dice dice, int from, int to) {
        return dice.between(from, to) / 10.0;
    }
}
