package org.jingzhun.household.figure.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jingzhun.household.figure.Codes;
import org.jingzhun.household.figure.FigureSettings;
import org.jingzhun.household.figure.Measure;
import org.jingzhun.household.figure.Movements;
import org.jingzhun.household.figure.Reason;
import org.jingzhun.household.figure.Timeline;
import org.jingzhun.household.figure.Timelines;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The households that a flow of the stock of the poor counts: what the register says of each, told again, and not what was stored of it. */
@Component
class FlowRecords {

    private final JdbcClient jdbc;
    private final Villages villages;
    private final Timelines timelines;
    private final Codes codes;
    private final FigureSettings settings;

    FlowRecords(JdbcClient jdbc, Villages villages, Timelines timelines, Codes codes, FigureSettings settings) {
        this.jdbc = jdbc;
        this.villages = villages;
        this.timelines = timelines;
        this.codes = codes;
        this.settings = settings;
    }

    /** Which movements: of these days, for this reason or any, as known then. */
    record Wanted(FigureArea area, LocalDate from, LocalDate to, Instant knownAt, @Nullable Reason reason) {}

    /** One movement of a household. */
    record Line(String village, String household, LocalDate effectiveOn, Reason reason, int households, int persons) {}

    Page<Line> page(Wanted wanted, Cursor after) {
        var found = new ArrayList<Line>();
        var village = after.text(0);
        var last = after.isStart() ? "" : after.text(1);
        for (int seen = 0; seen < settings.villagesPerFlowPage(); seen++) {
            if (!village.isEmpty()) {
                for (var household : lines(wanted, village).tailMap(last, false).entrySet()) {
                    if (found.size() >= after.limit()) {
                        return Page.upTo(found, after, List.of(village, last));
                    }
                    found.addAll(household.getValue());
                    last = household.getKey();
                }
            }
            var next = villages.after(village, wanted.area());
            if (next.isEmpty()) {
                return Page.upTo(found, after, null);
            }
            village = next.get();
            last = "";
        }
        return Page.upTo(found, after, List.of(village, last));
    }

    /** By household; all movements of one are on one page. */
    private NavigableMap<String, List<Line>> lines(Wanted wanted, String village) {
        var numbers = new TreeMap<Long, String>();
        jdbc.sql("""
                select id, number from household where village = :village
                union select id, number from household_history where village = :village
                """).param("village", village).query(row -> {
            numbers.put(row.getLong(1), row.getString(2));
        });
        var movements = codes.movements();
        var known = LocalDateTime.ofInstant(wanted.knownAt, ZoneOffset.UTC);
        var lines = new TreeMap<String, List<Line>>();
        timelines.ever(numbers.keySet()).forEach((id, household) -> {
            var number = String.valueOf(numbers.get(id));
            var own = of(movements, household.at(known), wanted, village, number);
            if (!own.isEmpty()) {
                lines.put(number, own);
            }
        });
        return lines;
    }

    private static List<Line> of(Movements movements, Timeline timeline, Wanted wanted, String village,
            String number) {
        return movements.of(timeline).stream()
                .filter(it -> it.kind().measure() == Measure.POOR && it.kind().village().equals(village)
                        && !it.day().isBefore(wanted.from) && !it.day().isAfter(wanted.to))
                .map(it -> new Line(village, number, it.day(), reason(it.kind().reason()), it.households(), it.persons()))
                .filter(line -> wanted.reason == null || wanted.reason == line.reason()).toList();
    }

    private static Reason reason(@Nullable Reason reason) {
        return reason == null ? Reason.OTHER : reason;
    }
}
