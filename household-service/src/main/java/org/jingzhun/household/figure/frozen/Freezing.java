package org.jingzhun.household.figure.frozen;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jingzhun.household.figure.Codes;
import org.jingzhun.household.figure.Measure;
import org.jingzhun.household.figure.Movement;
import org.jingzhun.household.figure.Movement.Kind;
import org.jingzhun.household.figure.reading.AgeBands;
import org.jingzhun.household.snapshot.SnapshotFinished;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the figures of a frozen year by what makes all figures, so that both count alike: with the end of its snapshot, in the same
 * transaction; for a snapshot that is older than frozen figures by a job.
 */
@Component
class Freezing {

    /** Numbers of digits of a division whose figures are kept; those above a county are sums of counties. */
    private static final List<Integer> LEVELS = List.of(12, 9, 6);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final FrozenRows rows;
    private final Codes codes;
    private final AgeBands bands;
    private final Clock clock;

    Freezing(JdbcClient jdbc, FrozenRows rows, Codes codes, AgeBands bands, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.codes = codes;
        this.bands = bands;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void on(SnapshotFinished finished) {
        if (begin(finished)) {
            insert(finished.year(), count(finished.year(), finished.county()));
        }
    }

    /** Counts the figures of one finished snapshot that has none; false where there is none. */
    @Transactional
    public boolean next() {
        var found = jdbc.sql("""
                select s.area, s.year, s.known_at from snapshot s
                 where s.state = 'DONE'
                   and not exists (select 1 from frozen_figure_county f where f.year = s.year and f.county = s.area)
                 order by s.year, s.area limit 1
                """).query((row, index) -> new SnapshotFinished(row.getString(1), row.getInt(2),
                row.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC))).optional();
        found.ifPresent(this::on);
        return found.isPresent();
    }

    /** Whether it is not counted, nor being counted by another. */
    private boolean begin(SnapshotFinished finished) {
        return jdbc.sql("""
                insert ignore into frozen_figure_county (year, county, known_at, counted_at)
                values (:year, :county, :knownAt, :now)
                """).param("year", finished.year()).param("county", finished.county()).param("knownAt", utc(finished.knownAt()))
                .param("now", utc(clock.instant())).update() == 1;
    }

    private Map<Row, int[]> count(int year, String county) {
        var day = LocalDate.of(year, 12, 31);
        var movements = codes.movements();
        var bandsThen = bands.on(day);
        var counts = new HashMap<Row, int[]>();
        for (var village : rows.villages(year, county)) {
            for (var household : rows.households(year, day, village)) {
                for (var movement : movements.of(household)) {
                    if (movement.day().equals(day)) {
                        add(counts, movement, cell(movement.kind(), bandsThen, day));
                    }
                }
            }
        }
        return counts;
    }

    private static void add(Map<Row, int[]> counts, Movement movement, String cell) {
        var kind = movement.kind();
        for (int level : LEVELS) {
            var count = counts.computeIfAbsent(
                    new Row(kind.measure(), level, kind.village().substring(0, level), kind.type(), cell), row -> new int[2]);
            count[0] += movement.households();
            count[1] += movement.persons();
        }
    }

    private static String cell(Kind kind, List<AgeBands.Band> bands, LocalDate day) {
        return kind.measure() == Measure.AGE ? AgeBands.of(bands, LocalDate.parse(kind.cell()), day) : kind.cell();
    }

    private void insert(int year, Map<Row, int[]> counts) {
        var all = List.copyOf(counts.entrySet());
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            var some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            var statement = jdbc.sql("""
                    insert into frozen_figure (year, measure, level, division, type, cell, households, persons)
                    values\s""" + some.stream().map(row -> "(?,?,?,?,?,?,?,?)").collect(Collectors.joining(",")));
            for (var row : some) {
                var key = row.getKey();
                statement = statement.param(year).param(key.measure.key()).param(key.level).param(key.division).param(key.type)
                        .param(key.cell).param(row.getValue()[0]).param(row.getValue()[1]);
            }
            statement.update();
        }
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private record Row(Measure measure, int level, String division, String type, String cell) {}
}
