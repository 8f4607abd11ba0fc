package org.jingzhun.household.figure.reading;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jingzhun.household.figure.Measure;
import org.jingzhun.household.figure.reading.FigureReading.Count;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads frozen figures: rows of villages, townships or counties, whichever are the fewest. */
@Component
class FrozenReading {

    private static final int COUNTY_DIGITS = 6;

    private final JdbcClient jdbc;

    FrozenReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param digits how many digits of the divisions are told apart; 0 for none */
    record Asked(Measure measure, FigureArea area, int digits, int year, @Nullable String type) {}

    /** By division and cell. */
    Map<String, Map<String, Count>> read(Asked asked) {
        var counts = new TreeMap<String, Map<String, Count>>();
        jdbc.sql(sql(asked)).params(params(asked)).query(row -> {
            counts.computeIfAbsent(row.getString(1), division -> new TreeMap<>()).put(row.getString(2),
                    new Count(row.getLong(3), row.getLong(4)));
        });
        return counts;
    }

    /** Its plan can be looked at. */
    static String sql(Asked asked) {
        return """
                select left(f.division, %d) d, %s c, sum(f.households), sum(f.persons) from frozen_figure f
                 where f.year = :year and f.measure = :measure and (%s)%s
                 group by d, c
                """.formatted(asked.digits, asked.measure == Measure.TYPE ? "f.type" : "f.cell",
                IntStream.range(0, asked.area.ranges().size())
                        .mapToObj(i -> "(f.level = %d and f.division between :from%d and :to%d)".formatted(level(asked, i), i, i))
                        .collect(Collectors.joining(" or ")),
                asked.type == null ? "" : " and f.type = :type");
    }

    static Map<String, Object> params(Asked asked) {
        var params = new HashMap<String, Object>();
        params.put("year", asked.year);
        params.put("measure", asked.measure.stored().key());
        if (asked.type != null) {
            params.put("type", asked.type.equals(Cells.UNKNOWN) ? "" : asked.type);
        }
        for (int i = 0; i < asked.area.ranges().size(); i++) {
            var range = asked.area.ranges().get(i);
            params.put("from" + i, range.from().substring(0, level(asked, i)));
            params.put("to" + i, range.to().substring(0, level(asked, i)));
        }
        return params;
    }

    private static int level(Asked asked, int range) {
        return Math.max(Math.max(asked.area.ranges().get(range).division().length(), asked.digits), COUNTY_DIGITS);
    }
}
