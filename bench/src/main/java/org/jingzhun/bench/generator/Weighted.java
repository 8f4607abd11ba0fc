package org.jingzhun.bench.generator;

import java.util.ArrayList;
import java.util.List;

/** Values that come more often or less often. Weights need not add up to anything. */
final class Weighted<T> {

    private final List<T> values = new ArrayList<>();
    private final List<Double> upTo = new ArrayList<>();
    private double total;

    Weighted<T> with(T value, double weight) {
        total += weight;
        values.add(value);
        upTo.add(total);
        return this;
    }

    T thrown(Dice dice) {
        var at = dice.share() * total;
        for (var i = 0; i < values.size() - 1; i++) {
            if (at < upTo.get(i)) {
                return values.get(i);
            }
        }
        return values.getLast();
    }
}
