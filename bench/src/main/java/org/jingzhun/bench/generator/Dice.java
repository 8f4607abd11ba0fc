package org.jingzhun.bench.generator;

import java.util.List;

/** Chance that repeats itself: the same seeds give the same throws on every JDK (SplitMix64, written out for that reason). */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long... seeds) {
        for (var seed : seeds) {
            state = mixed(state + GOLDEN + seed);
        }
    }

    private static long mixed(long value) {
        var z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    private long next() {
        state += GOLDEN;
        return mixed(state);
    }

    /** 0 to bound − 1. The bias of the remainder is below one in 10^16. */
    int below(int bound) {
        return (int) ((next() >>> 1) % bound);
    }

    /** Both ends included. */
    int between(int from, int to) {
        return from + below(to - from + 1);
    }

    /** 0 to 1, 1 excluded. */
    double share() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return share() < probability;
    }

    <T> T one(List<T> of) {
        return of.get(below(of.size()));
    }

    /** One character of a string of characters, as a string. */
    String character(String of) {
        var at = below(of.length());
        return of.substring(at, at + 1);
    }
}
