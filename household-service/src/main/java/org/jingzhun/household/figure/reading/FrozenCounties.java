package org.jingzhun.household.figure.reading;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jingzhun.household.division.Division;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.division.Level;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which counties an area had at the end of a year, and of which of them the figures are frozen. */
@Component
class FrozenCounties {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int COUNTY_DIGITS = 6;

    private final JdbcClient jdbc;
    private final Divisions divisions;

    FrozenCounties(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    /**
     * The counties of an area by their codes of then.
     *
     * @param frozen whether there are figures of each
     * @param knownAt when the last of their snapshots was ordered; null where there is none
     */
    record Coverage(Map<String, Boolean> frozen, @Nullable OffsetDateTime knownAt) {

        /** The counties of a division that have none. */
        List<String> missing(String division) {
            var county = division.length() > COUNTY_DIGITS ? division.substring(0, COUNTY_DIGITS) : division;
            return frozen.entrySet().stream().filter(it -> !it.getValue() && it.getKey().startsWith(county))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    Coverage of(FigureArea area, int year) {
        var known = new TreeMap<String, LocalDateTime>();
        jdbc.sql("select county, known_at from frozen_figure_county where year = :year and " + area.counties("county"))
                .params(area.params(0)).param("year", year).query(row -> {
                    known.put(row.getString(1), row.getObject(2, LocalDateTime.class));
                });
        var day = LocalDate.of(year, 12, 31);
        var frozen = new TreeMap<String, Boolean>();
        counties(area.code(), day).forEach(county -> frozen.put(county, isFrozen(county, day, known)));
        return new Coverage(frozen, known.values().stream().max(Comparator.naturalOrder())
                .map(it -> it.atOffset(ZoneOffset.UTC).atZoneSameInstant(ZONE).toOffsetDateTime()).orElse(null));
    }

    private Stream<String> counties(String code, LocalDate day) {
        return code.length() >= COUNTY_DIGITS
                ? Stream.of(code.substring(0, COUNTY_DIGITS))
                : divisions.children(code.isEmpty() ? null : code, day).stream().flatMap(it -> counties(it, day));
    }

    private Stream<String> counties(Division division, LocalDate day) {
        return division.level() == Level.COUNTY ? Stream.of(division.prefix()) : counties(division.prefix(), day);
    }

    /** Under its own code, under the one that came in its place, or under all those in whose place it came. */
    private boolean isFrozen(String county, LocalDate day, Map<String, LocalDateTime> known) {
        if (known.containsKey(county)) {
            return true;
        }
        var now = divisions.find(Divisions.full(county), day).map(divisions::current).map(Division::prefix);
        var before = divisions.predecessors(county);
        return now.filter(known::containsKey).isPresent()
                || (!before.isEmpty() && before.stream().allMatch(it -> known.containsKey(it.substring(0, COUNTY_DIGITS))));
    }
}
