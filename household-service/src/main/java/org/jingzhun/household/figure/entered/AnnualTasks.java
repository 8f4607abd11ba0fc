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
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
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

    List<AnnualTask> of(Scope scope, int year) {
        if (!(scope instanceof Scope.Ranges ranges)) {
            return List.of();
        }
        var lines = jdbc.sql("""
                select t.division, t.level, t.counties, t.villages, t.people, t.source from annual_task t
                 where t.year = ? and t.id = (select max(n.id) from annual_task n where n.division = t.division and n.year = t.year
                   and n.level = t.level)
                 order by t.division, t.level
                """).param(year)
                .query((row, index) -> new Line(row.getString(1), row.getString(2), numbers(row), row.getString(6))).list()
                .stream().filter(it -> ranges.ranges().stream().anyMatch(range -> range.contains(CodeRange.under(it.division))))
                .toList();
        var done = new HashMap<String, Numbers>();
        lines.stream().filter(line -> line.level.equals(DONE)).forEach(line -> done.put(line.division, line.numbers));
        return lines.stream().filter(line -> !line.level.equals(DONE))
                .map(line -> AnnualTask.of(line.division, year, Level.valueOf(line.level), line.numbers,
                        done.getOrDefault(line.division, new Numbers(0L, 0L, 0L)), line.source))
                .toList();
    }

    private static Numbers numbers(ResultSet row) throws SQLException {
        return new Numbers(row.getObject(3, Long.class), row.getObject(4, Long.class), row.getObject(5, Long.class));
    }

    private record Line(String division, String level, Numbers numbers, String source) {}
}
