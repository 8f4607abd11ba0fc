package org.jingzhun.household.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.page.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The windows of the yearly dynamic adjustment 【动态调整窗口】: when a division takes additions, removals and new kinds of households.
 *
 * <p>Where no window was ever entered for a village's divisions and a matter, that matter is always open there.
 */
@Component
class Windows {

    private static final String COLUMNS = "number, year, area, matters, opens_on, closes_on, source, entered_by, id";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Windows(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether all of these matters may be changed in that village today. */
    boolean areOpen(Collection<String> matters, String village) {
        var today = LocalDate.now(clock);
        var governed = jdbc.sql("""
                select matter from window_matter
                 where matter in (:matters) and valid_from <= :on and (valid_to is null or valid_to > :on)
                """).param("matters", matters).param("on", today).query(String.class).list();
        if (governed.isEmpty()) {
            return true;
        }
        var windows = jdbc.sql("select " + COLUMNS + " from adjustment_window where :village like concat(area, '%')")
                .param("village", village).query((row, index) -> window(row)).list();
        return governed.stream().allMatch(matter -> {
            var its = windows.stream().filter(window -> Matters.isMeant(matter, window.matters())).toList();
            return its.isEmpty() || its.stream().anyMatch(window -> window.isOpen(today));
        });
    }

    @Transactional
    public Window add(int year, String area, List<String> matters, LocalDate opensOn, LocalDate closesOn, String source,
            Caller caller) {
        var number = Numbers.random("W");
        jdbc.sql("""
                insert into adjustment_window (number, year, area, matters, opens_on, closes_on, source, entered_by, entered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """).param(number).param(year).param(area).param(String.join(",", matters)).param(opensOn).param(closesOn)
                .param(source).param(caller.account()).param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        audit.record(caller, "adjustment-window.added", Subject.in(FourEyes.lowest(area), "adjustment-window", number),
                Map.of("year", year, "matters", String.join(",", matters)));
        return find(number);
    }

    /** Sets another last day, as where an adjustment is prolonged. */
    @Transactional
    public Window close(String number, LocalDate closesOn, Scope scope, Caller caller) {
        var window = jdbc.sql("select " + COLUMNS + " from adjustment_window where number = ? for update").param(number)
                .query((row, index) -> window(row)).optional()
                .filter(it -> SettingsOfArea.covers(scope, it.area())).orElseThrow(Refusals.EntryUnknown::new);
        jdbc.sql("update adjustment_window set closes_on = ?, changed_by = ? where number = ?").param(closesOn)
                .param(caller.account()).param(number).update();
        audit.record(caller, "adjustment-window.changed", Subject.in(FourEyes.lowest(window.area()), "adjustment-window", number),
                Map.of("closesOn", closesOn.toString()));
        return find(number);
    }

    /** The windows of an area or a part of it, those of the divisions above it too. */
    List<Window> page(Scope scope, @Nullable Integer year, Cursor after) {
        var condition = SettingsOfArea.condition(scope);
        var params = new HashMap<String, @Nullable Object>(condition.params());
        params.put("id", after.isStart() ? 0L : after.number(0));
        params.put("fetch", after.fetch());
        params.put("year", year);
        return jdbc.sql("select " + COLUMNS + " from (select r.*, rpad(r.area, 12, '0') lowest from adjustment_window r) t where "
                + condition.sql() + (year == null ? "" : " and t.year = :year") + " and t.id > :id order by t.id limit :fetch")
                .params(params).query((row, index) -> window(row)).list();
    }

    private Window find(String number) {
        return jdbc.sql("select " + COLUMNS + " from adjustment_window where number = ?").param(number)
                .query((row, index) -> window(row)).single();
    }

    private static Window window(ResultSet row) throws SQLException {
        return new Window(row.getString(1), row.getInt(2), row.getString(3), List.of(row.getString(4).split(",")),
                row.getObject(5, LocalDate.class), row.getObject(6, LocalDate.class), row.getString(7), row.getString(8),
                row.getLong(9));
    }

    /** A window; both days belong to it. */
    record Window(String number, int year, String area, List<String> matters, LocalDate opensOn, LocalDate closesOn,
            String source,
            String enteredBy, long id) {

        boolean isOpen(LocalDate on) {
            return !on.isBefore(opensOn) && !on.isAfter(closesOn);
        }
    }
}
