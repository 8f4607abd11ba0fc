package org.jingzhun.household.figure.entered;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.figure.entered.AnnualTask.Level;
import org.jingzhun.household.figure.entered.AnnualTask.Numbers;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Targets and verified exits of divisions and years; the last edition of each counts. */
@Component
class AnnualTasks {

    /** Verified exits stand beside the targets, as a line of its own. */
    private static final String DONE = "DONE";

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    AnnualTasks(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    String add(EnteredController.NewTask wanted, Caller caller) {
        var level = wanted.level() == null ? DONE : wanted.level().name();
        var params = new HashMap<String, @Nullable Object>();
        params.put("division", wanted.division());
        params.put("year", wanted.year());
        params.put("level", level);
        params.put("counties", wanted.counties());
        params.put("villages", wanted.villages());
        params.put("people", wanted.people());
        params.put("source", wanted.source().strip());
        params.put("by", caller.account());
        params.put("at", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        jdbc.sql("""
                insert into annual_task (division, year, level, counties, villages, people, source, entered_by, entered_at)
                values (:division, :year, :level, :counties, :villages, :people, :source, :by, :at)
                """).params(params).update();
        audit.record(caller, "annual-task.entered",
                Subject.in(wanted.division(), "annual-task", wanted.division() + "-" + wanted.year()),
                Map.of("level", level));
        return wanted.division() + "-" + wanted.year() + "-" + level;
    }

    Page<AnnualTask> page(Scope scope, int year, Cursor after) {
        var seen = scope.conditionOfDivisions("t.division");
        var params = new HashMap<String, Object>(seen.params());
        params.put("year", year);
        params.put("done", DONE);
        params.put("division", after.text(0));
        params.put("level", after.text(1));
        params.put("limit", after.fetch());
        var tasks = jdbc.sql("""
                select t.division, t.level, t.counties, t.villages, t.people, t.source, d.counties, d.villages, d.people
                  from annual_task t left join annual_task d on d.id = (
                       select max(n.id) from annual_task n where n.division = t.division and n.year = t.year and n.level = :done)
                 where t.year = :year and t.level <> :done and t.id = (
                       select max(n.id) from annual_task n where n.division = t.division and n.year = t.year and n.level = t.level)
                   and (t.division > :division or (t.division = :division and t.level > :level)) and %s
                 order by t.division, t.level limit :limit
                """.formatted(seen.sql())).params(params)
                .query((row, index) -> AnnualTask.of(row.getString(1), year, Level.valueOf(row.getString(2)), numbers(row, 3),
                        numbers(row, 7), row.getString(6)))
                .list();
        return Page.of(tasks, after, it -> List.of(it.division(), it.level()));
    }

    private static Numbers numbers(ResultSet row, int first) throws SQLException {
        return new Numbers(row.getObject(first, Long.class), row.getObject(first + 1, Long.class),
                row.getObject(first + 2, Long.class));
    }
}
