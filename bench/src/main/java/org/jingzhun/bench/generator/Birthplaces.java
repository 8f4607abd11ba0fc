package org.jingzhun.bench.generator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The first six digits of resident IDs: the county where a person was first registered, by the code that it had then. Whoever was
 * born before the prefectures of Nanning and Baise were dissolved carries their codes for life.
 */
final class Birthplaces {

    private static final int SINCE = 2003;

    private final String county;
    private final List<String> neighbours;
    private final Map<String, String> former = new HashMap<>();

    Birthplaces(String county) {
        this.county = county;
        var near = new TreeSet<String>();
        for (var fields : Table.rows("/divisions/divisions.csv")) {
            if (fields.get(2).equals("COUNTY") && fields.get(5).isEmpty()
                    && fields.getFirst().startsWith(county.substring(0, 4))) {
                near.add(fields.getFirst().substring(0, 6));
            }
        }
        near.remove(county);
        neighbours = near.isEmpty() ? List.of(county) : List.copyOf(near);
        Table.rows("/org/jingzhun/bench/generator/former-codes.csv").forEach(fields -> former.put(fields.get(0), fields.get(1)));
    }

    /** Natives come from the county; who married in may come from next door. */
    String thrown(int birthYear, boolean marriedIn, boolean settled, Dice dice) {
        var place = dice.chance(marriedIn ? 0.45 : 0.03) && !settled ? dice.one(neighbours) : county;
        return birthYear < SINCE ? former.getOrDefault(place, place) : place;
    }
}
