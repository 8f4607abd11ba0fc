package org.jingzhun.bench.generator;

import java.util.List;

/** Mobile numbers of 11 digits with a prefix that exists. */
final class Phones {

    private static final List<String> PREFIXES = List.of("134", "135", "136", "137", "138", "139", "150", "151", "152", "157",
            "158",
            "159", "182", "183", "187", "188", "130", "131", "132", "155", "186", "133", "153", "180", "181", "189", "177");

    private Phones() {}

    static String thrown(Dice dice) {
        return dice.one(PREFIXES) + "%08d".formatted(dice.below(100_000_000));
    }
}
