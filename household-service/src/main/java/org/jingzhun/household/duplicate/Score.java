package org.jingzhun.household.duplicate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * How likely it is that two entries are one person: 0 to 100, and what it is made of.
 *
 * @param parts weights by their names; their sum may lie outside of 0 to 100
 */
record Score(int total, Map<String, Integer> parts) {

    private static final int MOST = 100;

    Score {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    static Score of(Facts one, Facts other, Weights weights) {
        var parts = new LinkedHashMap<String, Integer>();
        add(parts, Likeness.names(one.name(), other.name()), weights);
        add(parts, Likeness.births(one.born(), other.born()), weights);
        add(parts, one.sex().equals(other.sex()) ? null : "sex-different", weights);
        add(parts, Likeness.places(one.village(), other.village()), weights);
        if (one.household() != other.household()) { // who lives together shares these anyway
            add(parts, families(one, other), weights);
            add(parts, Collections.disjoint(one.phones(), other.phones()) ? null : "phone-same", weights);
        }
        add(parts, Likeness.residentIds(one.residentId(), other.residentId()), weights);
        var sum = parts.values().stream().mapToInt(Integer::intValue).sum();
        return new Score(Math.clamp(sum, 0, MOST), parts);
    }

    /** As it is stored: {@code name-same:30,birth-same:25}. */
    String written() {
        return parts.entrySet().stream().map(part -> part.getKey() + ":" + part.getValue()).collect(Collectors.joining(","));
    }

    static Map<String, Integer> read(String written) {
        var parts = new LinkedHashMap<String, Integer>();
        for (var part : written.split(",", -1)) {
            var colon = part.indexOf(':');
            if (colon > 0) {
                parts.put(part.substring(0, colon), Integer.parseInt(part.substring(colon + 1)));
            }
        }
        return parts;
    }

    private static @Nullable String families(Facts one, Facts other) {
        var isSmaller = one.family().size() <= other.family().size();
        var smaller = isSmaller ? one : other;
        var larger = isSmaller ? other : one;
        var shared = smaller.family().stream()
                .filter(relative -> larger.family().stream().anyMatch(its -> Likeness.isSame(relative, its))).count();
        if (shared == 0) {
            return null;
        }
        return shared * 2 >= smaller.family().size() ? "family-most" : "family-some";
    }

    private static void add(Map<String, Integer> parts, @Nullable String part, Weights weights) {
        if (part != null) {
            parts.put(part, weights.of(part));
        }
    }
}
