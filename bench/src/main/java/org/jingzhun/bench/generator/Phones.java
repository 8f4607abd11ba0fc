package org.jingzhun.bench.generator;

import java.util.List;

/** Mobile numbers of 11 digits with a prefix that exists. A permutation of a running number: no two persons of a county share one. */
final class Phones {

    private static final List<String> PREFIXES = List.of("134", "135", "136", "137", "138", "139", "150", "151", "152", "157",
            "158",
            "159", "182", "183", "187", "188", "130", "131", "132", "155", "186", "133", "153", "180", "181", "189", "177");
    private static final long EACH = 100_000_000;
    private static final long ALL = PREFIXES.size() * EACH; // 3³ × 10⁸
    private static final long FACTOR = 1_234_567_891; // no common factor with it

    private Phones() {}

    /** @param ordinal  below 2.7 thousand million, else numbers come twice */
    static String of(long ordinal, long seed) {
        var scrambled = Math.floorMod(ordinal % ALL * FACTOR + Math.floorMod(seed, ALL) * 7_919L, ALL);
        return PREFIXES.get((int) (scrambled / EACH)) + "%08d".formatted(scrambled % EACH);
    }
}
