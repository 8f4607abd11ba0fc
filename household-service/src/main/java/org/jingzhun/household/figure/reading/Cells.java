package org.jingzhun.household.figure.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jingzhun.household.figure.reading.FigureReading.Count;

/** Which cells of a sensitive figure are not shown: the small ones, and as many others as are needed so that nobody computes them back. */
final class Cells {

    /** The cell of those of whom it is not known. */
    static final String UNKNOWN = "unknown";

    private Cells() {}

    /** One cell of one division. */
    record Place(String division, String cell) {}

    /**
     * Of a table of divisions by cells whose sums over divisions, and over cells, are known.
     *
     * @param smallest how many households or persons a cell has at least that is shown; see {@link SmallestCell}
     */
    static Set<Place> hidden(Map<String, Map<String, Count>> table, int smallest) {
        var places = new LinkedHashMap<Place, Count>();
        table.forEach((division, cells) -> cells.forEach((cell, count) -> places.put(new Place(division, cell), count)));
        var hidden = places.entrySet().stream().filter(it -> isSmall(it.getValue(), smallest)).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        boolean grown;
        do {
            grown = false;
            for (var line : lines(places.keySet(), table.size() > 1)) {
                var open = line.stream().filter(place -> !hidden.contains(place)).toList();
                if (line.size() - open.size() == 1 && !open.isEmpty()) {
                    grown |= hidden
                            .add(open.stream().min(Comparator.comparingLong(place -> persons(places, place))).orElseThrow());
                }
            }
        } while (grown);
        return hidden;
    }

    /** Rows and columns; with one division there is no sum over divisions. */
    private static List<List<Place>> lines(Set<Place> places, boolean ofSeveral) {
        var lines = new ArrayList<>(places.stream().collect(Collectors.groupingBy(Place::division)).values());
        if (ofSeveral) {
            lines.addAll(places.stream().collect(Collectors.groupingBy(Place::cell)).values());
        }
        return lines;
    }

    private static long persons(Map<Place, Count> places, Place place) {
        var count = places.get(place);
        return count == null ? 0 : count.persons();
    }

    private static boolean isSmall(Count count, int smallest) {
        return count.persons() < smallest || (count.households() > 0 && count.households() < smallest);
    }
}
