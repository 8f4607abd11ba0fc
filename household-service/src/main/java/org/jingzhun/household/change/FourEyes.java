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

/** What needs a second officer, by area and time 【双人复核规则】. */
@Component
class FourEyes {

    private static final String COLUMNS = "number, area, matter, valid_from, valid_to, source, entered_by, id";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    FourEyes(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether one of these matters needs a second officer in one of these villages today. */
    boolean need(Collection<String> matters, Collection<String> villages) {
        var rules = jdbc.sql("""
                select area from four_eyes_rule
                 where matter in (:matters) and valid_from <= :on and (valid_to is null or valid_to > :on)
                """).param("matters", matters).param("on", LocalDate.now(clock)).query(String.class).list();
        return rules.stream().anyMatch(area -> villages.stream().anyMatch(village -> village.startsWith(area)));
    }

    /** Adds a rule for an area of the caller. */
    @Transactional
    public Rule add(String area, String matter, LocalDate validFrom, @Nullable LocalDate validTo, String source, Caller caller) {
        var number = Numbers.random("F");
        jdbc.sql("""
                insert into four_eyes_rule (number, area, matter, valid_from, valid_to, source, entered_by, entered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """).param(number).param(area).param(matter).param(validFrom).param(validTo).param(source)
                .param(caller.account()).param(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).update();
        audit.record(caller, "four-eyes-rule.added", Subject.in(lowest(area), "four-eyes-rule", number),
                Map.of("matter", matter));
        return find(number);
    }

    /** Ends a rule of an area of the caller. */
    @Transactional
    public Rule end(String number, LocalDate on, Scope scope, Caller caller) {
        var rule = jdbc.sql("select " + COLUMNS + " from four_eyes_rule where number = ? for update").param(number)
                .query((row, index) -> rule(row)).optional()
                .filter(it -> !it.area().isEmpty() && SettingsOfArea.covers(scope, it.area()))
                .orElseThrow(Refusals.EntryUnknown::new);
        jdbc.sql("update four_eyes_rule set valid_to = ?, ended_by = ? where number = ?").param(on).param(caller.account())
                .param(number).update();
        audit.record(caller, "four-eyes-rule.ended", Subject.in(lowest(rule.area()), "four-eyes-rule", number),
                Map.of("matter", rule.matter(), "on", on.toString()));
        return find(number);
    }

    /** The rules that hold in an area or a part of it, those of the divisions above it too. */
    List<Rule> page(Scope scope, Cursor after) {
        var condition = SettingsOfArea.condition(scope);
        var params = new HashMap<>(condition.params());
        params.put("id", after.isStart() ? 0L : after.number(0));
        params.put("fetch", after.fetch());
        return jdbc.sql("select " + COLUMNS + " from (select r.*, rpad(r.area, 12, '0') lowest from four_eyes_rule r) t where "
                + condition.sql() + " and t.id > :id order by t.id limit :fetch").params(params)
                .query((row, index) -> rule(row)).list();
    }

    private Rule find(String number) {
        return jdbc.sql("select " + COLUMNS + " from four_eyes_rule where number = ?").param(number)
                .query((row, index) -> rule(row)).single();
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class),
                row.getObject(5, LocalDate.class), row.getString(6), row.getString(7), row.getLong(8));
    }

    static String lowest(String area) {
        return area + "0".repeat(12 - area.length());
    }

    /** A rule; {@code validTo} is the first day on which it no longer holds. */
    record Rule(String number, String area, String matter, LocalDate validFrom, @Nullable LocalDate validTo, String source,
            String enteredBy, long id) {}
}
