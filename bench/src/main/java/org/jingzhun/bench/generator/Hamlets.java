package org.jingzhun.bench.generator;

import java.util.ArrayList;
import java.util.List;

/** Hamlets 【自然村, 屯】 of a village. No public table has them: these are invented in the manner of the region. */
final class Hamlets {

    private static final String ZHUANG_FIRST = "板那弄陇叫渠岜布驮谷百念";
    private static final String ZHUANG_SECOND = "怀楼旺庙显岭桐灯堪宽农敢门派宿";
    private static final String NORTH_FIRST = "张王李赵刘上下东西南北前后";
    private static final String NORTH_SECOND = "家沟庄坡湾岭峪坪塬窑";

    private Hamlets() {}

    static List<String> of(Divisions.Village village, long seed) {
        var dice = new Dice(seed, 23, Long.parseLong(village.code()));
        var zhuang = village.code().startsWith("45");
        var hamlets = new ArrayList<String>();
        for (var i = dice.between(4, 9); i > 0; i--) {
            var name = zhuang
                    ? dice.character(ZHUANG_FIRST) + dice.character(ZHUANG_SECOND) + "屯"
                    : dice.character(NORTH_FIRST) + dice.character(NORTH_SECOND);
            if (!hamlets.contains(name)) {
                hamlets.add(name);
            }
        }
        return hamlets;
    }
}
