package org.jingzhun.household.figure;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jingzhun.household.figure.FigureState.Mode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts a register that is older than its figures: household by household in the order of their ids, with all that was ever believed of
 * them. Each step and its progress are one transaction, so that it goes on where it was; while it runs, changes of households that it has
 * counted are recorded, and those of the others are counted when it comes to them.
 */
@Component
class Filling {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DELETED_AT_ONCE = 20_000;

    private final JdbcClient jdbc;
    private final FigureState state;
    private final Timelines timelines;
    private final Deltas deltas;
    private final Codes codes;
    private final FigureSettings settings;

    Filling(JdbcClient jdbc, FigureState state, Timelines timelines, Deltas deltas, Codes codes, FigureSettings settings) {
        this.jdbc = jdbc;
        this.state = state;
        this.timelines = timelines;
        this.deltas = deltas;
        this.codes = codes;
        this.settings = settings;
    }

    /** From now on nothing is recorded until all that was counted is deleted. */
    @Transactional
    public void begin() {
        state.locked();
        state.become(Mode.CLEARING, 0);
    }

    /** How far it is. */
    @Transactional
    public FillingController.FillingView view() {
        var now = state.held();
        return new FillingController.FillingView(now.mode().name(), state.done(), now.toHousehold());
    }

    /** Goes on by one step; false where all is counted. */
    @Transactional
    public boolean next() {
        var now = state.held();
        return switch (now.mode()) {
            case READY -> false;
            case WANTED -> {
                begin();
                yield true;
            }
            case CLEARING -> {
                clear();
                yield true;
            }
            case FILLING -> fill(now.toHousehold());
        };
    }

    /** Those who read it before they begin to write wait for one another at the progress. */
    private void clear() {
        jdbc.sql("select id from figure_progress where id = 1 for update").query(Integer.class).single();
        var ids = jdbc.sql("select id from figure_delta order by id limit " + DELETED_AT_ONCE).query(Long.class).list();
        if (!ids.isEmpty()) {
            var in = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
            Folding.count(jdbc, in);
            jdbc.sql("delete from figure_delta where id in (" + in + ")").update();
            return;
        }
        var deleted = jdbc.sql("delete from figure_fold limit " + DELETED_AT_ONCE).update();
        if (deleted == 0) {
            state.locked();
            state.done(0);
            state.become(Mode.FILLING, jdbc.sql("select coalesce(max(id), 0) from household").query(Long.class).single());
        }
    }

    private boolean fill(long to) {
        jdbc.sql("select id from figure_progress where id = 1 for update").query(Integer.class).single();
        var done = state.done();
        var ids = jdbc.sql("select id from household where id > ? and id <= ? order by id limit ? for update").param(done)
                .param(to).param(settings.householdsPerFill()).query(Long.class).list();
        if (ids.isEmpty()) {
            state.locked();
            state.become(Mode.READY, 0);
            return false;
        }
        var movements = codes.movements();
        var sum = new Deltas.Sum();
        timelines.ever(ids).values().forEach(household -> add(household, movements, sum));
        deltas.insert(sum);
        state.done(ids.getLast());
        return true;
    }

    /** What was believed at the end of each day on which something was recorded. */
    private static void add(KnownHousehold household, Movements movements, Deltas.Sum sum) {
        var lastOfDay = new TreeMap<LocalDate, LocalDateTime>();
        for (var instant : household.instants()) {
            lastOfDay.put(LocalDate.ofInstant(instant.toInstant(ZoneOffset.UTC), ZONE), instant);
        }
        var before = Timeline.NOTHING;
        for (var day : lastOfDay.entrySet()) {
            var then = household.at(day.getValue());
            if (!then.equals(before)) {
                sum.add(movements.of(before), day.getKey(), -1);
                sum.add(movements.of(then), day.getKey(), 1);
                before = then;
            }
        }
    }
}
