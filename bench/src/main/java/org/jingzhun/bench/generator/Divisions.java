package org.jingzhun.bench.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The real divisions 【行政区划】 of one day, read from the table that household-service ships. */
final class Divisions {

    private static final Pattern COMMITTEE = Pattern.compile("(.+?)村?(村民委员会|村委会)");

    private final Map<String, String> names = new HashMap<>();

    private Divisions() {}

    static Divisions on(LocalDate day) {
        var divisions = new Divisions();
        var today = day.toString();
        for (var fields : Table.rows("/divisions/divisions.csv")) {
            var begun = fields.get(4).compareTo(today) <= 0; // ISO dates stand in the order of time
            var ended = !fields.get(5).isEmpty() && fields.get(5).compareTo(today) <= 0;
            if (begun && !ended) {
                divisions.names.put(fields.get(0), fields.get(1));
            }
        }
        return divisions;
    }

    /** The name of a division by its shortest code, 451481 or 451481101. */
    String name(String code) {
        var name = names.get((code + "000000000000").substring(0, 12));
        if (name == null) {
            throw new IllegalArgumentException("no division " + code + " on that day");
        }
        return name;
    }

    /** Administrative villages 【行政村】 of a county, in the order of their codes; residents' committees are none. */
    List<Village> villages(String county, VillageNames form) {
        var countyName = name(county);
        var provinceName = name(county.substring(0, 2));
        var cityName = name(county.substring(0, 4));
        var villages = new ArrayList<Village>();
        var taken = new HashSet<String>();
        names.keySet().stream().filter(code -> code.startsWith(county)).sorted().forEach(code -> {
            var kind = Integer.parseInt(code.substring(9));
            var own = COMMITTEE.matcher(name(code));
            if (kind >= 200 && kind < 400 && own.matches()) {
                var shortName = own.group(1) + "村";
                var unique = taken.add(code.substring(0, 9) + shortName);
                var written = switch (form) {
                    case SHORT -> unique ? shortName : name(code);
                    case COMMITTEE -> name(code);
                    case FULL -> name(code).replaceFirst("村委会$", "村民委员会");
                };
                villages.add(new Village(code, provinceName, cityName, countyName, name(code.substring(0, 9)), written));
            }
        });
        if (villages.isEmpty()) {
            throw new IllegalArgumentException("no villages are known below " + county + " " + countyName);
        }
        return villages;
    }

    /** The nearest other county whose villages are known. */
    String anotherCounty(String county) {
        return names.keySet().stream().filter(code -> !code.endsWith("000")).map(code -> code.substring(0, 6))
                .filter(code -> !code.equals(county)).distinct()
                .min(Comparator.comparingInt((String code) -> -nearness(county, code)).thenComparing(code -> code)).orElseThrow();
    }

    private static int nearness(String one, String other) {
        var same = 0;
        while (same < 6 && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same;
    }

    /** How an export spells a village. */
    enum VillageNames {
        /** 连全村 */
        SHORT,
        /** 连全村委会, as the statistical table has it */
        COMMITTEE,
        /** 连全村民委员会 */
        FULL
    }

    record Village(String code, String province, String city, String county, String township, String name) {}
}
