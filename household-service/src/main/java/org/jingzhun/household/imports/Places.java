package org.jingzhun.household.imports;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.division.Division;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.division.Level;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Finding;
import org.jspecify.annotations.Nullable;

/** Finds the villages that a file names; each combination is looked up once. */
final class Places {

    private static final int REMEMBERED = 20_000;

    private final Divisions divisions;
    private final String area;
    private final LocalDate today;
    private final Map<Named, Place> known = new HashMap<>();

    Places(Divisions divisions, String area, LocalDate today) {
        this.divisions = divisions;
        this.area = area;
        this.today = today;
    }

    /** A village by its present code, or what is wrong with it. */
    record Place(@Nullable String village, @Nullable Finding finding, boolean otherCounty) {}

    private record Named(String county, String township, String village, LocalDate on) {}

    Place find(String county, String township, String village, LocalDate on) {
        var named = new Named(county, township, village, on);
        var place = known.get(named);
        if (place == null) {
            place = look(named);
            if (known.size() < REMEMBERED) {
                known.put(named, place);
            }
        }
        return place;
    }

    private Place look(Named named) {
        if (named.village.isEmpty() || named.county.isEmpty() || named.township.isEmpty()) {
            return new Place(null, new Finding("village-unknown", Field.VILLAGE), false);
        }
        var unknown = new Place(null, new Finding("village-unknown", Field.VILLAGE), false);
        var best = unknown;
        // codes and names change within a year, and some lists of an earlier year are written with those of today
        for (var day : List.of(named.on, named.on.withDayOfYear(1), today)) {
            var found = look(named, day);
            if (found.village() != null) {
                return found;
            }
            best = best.equals(unknown) ? found : best;
        }
        return best;
    }

    private Place look(Named named, LocalDate on) {
        Place best = new Place(null, new Finding("village-unknown", Field.VILLAGE), false);
        var declared = area.substring(0, 6);
        for (var county : counties(named.county, on)) {
            var village = divisions.village(county.prefix(), named.township, named.village, on).map(divisions::current);
            if (village.isEmpty()) {
                continue;
            }
            if (village.get().code().startsWith(area)) {
                return new Place(village.get().code(), null, false);
            }
            if (village.get().code().startsWith(declared)) {
                best = new Place(null, new Finding("village-outside-area", Field.VILLAGE), false);
            } else if (best.finding() == null || !best.finding().code().equals("village-outside-area")) {
                best = new Place(null, new Finding("village-other-county", Field.COUNTY), true);
            }
        }
        return best;
    }

    private List<Division> counties(String county, LocalDate on) {
        var byName = divisions.named(Level.COUNTY, "", county, on);
        return byName.isEmpty()
                ? divisions.find(county, on).stream().filter(it -> it.level() == Level.COUNTY).toList()
                : byName;
    }
}
