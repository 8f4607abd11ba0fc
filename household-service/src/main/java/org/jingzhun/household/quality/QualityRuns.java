package org.jingzhun.household.quality;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jingzhun.household.quality.FindingStore.Kept;
import org.jingzhun.household.quality.QualityRun.Phase;
import org.jingzhun.starter.access.Scope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All runs. What a running one changes names its worker, so that a worker given up for dead changes nothing. */
@Component
class QualityRuns {

    private final JdbcClient jdbc;
    private final Clock clock;

    QualityRuns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody else has taken the run over, or it was cancelled. */
    static final class NoLongerOurs extends RuntimeException {

        NoLongerOurs() {
            super("the run is no longer ours", null, false, false);
        }
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    void create(String number, String area, String account) {
        jdbc.sql("""
                insert into quality_run (number, area, account, state, phase, run_on, created_at, changed_at)
                values (?, ?, ?, 'WAITING', 'VILLAGES', ?, ?, ?)
                """).param(number).param(area).param(account).param(LocalDate.now(clock)).param(now()).param(now()).update();
    }

    Optional<QualityRun> find(String number) {
        return jdbc.sql("select " + QualityRun.COLUMNS + " from quality_run where number = ?").param(number)
                .query(QualityRun.class).optional();
    }

    QualityRun get(long id) {
        return jdbc.sql("select " + QualityRun.COLUMNS + " from quality_run where id = ?").param(id).query(QualityRun.class)
                .single();
    }

    /** The newest first. */
    List<QualityRun> in(Scope scope, long before, int limit) {
        var villages = scope.condition("village");
        return jdbc.sql("""
                select %s from (select q.*, rpad(q.area, 12, '0') village from quality_run q) runs
                 where %s and id < :before order by id desc limit :limit
                """.formatted(QualityRun.COLUMNS, villages.sql())).params(villages.params()).param("before", before)
                .param("limit", limit)
                .query(QualityRun.class).list();
    }

    /** False where another run works; then this one waits for its turn. */
    boolean take(long id, String worker) {
        try {
            var total = jdbc.sql("""
                    select count(*) from household h join quality_run q on q.id = ?
                     where h.village between rpad(q.area, 12, '0') and rpad(q.area, 12, '9')
                    """).param(id).query(Integer.class).single();
            return jdbc.sql("""
                    update quality_run set state = 'RUNNING', slot = 1, worker = :worker, total = :total, changed_at = :now,
                           started_at = coalesce(started_at, :now), version = version + 1
                     where id = :id and state in ('WAITING', 'RUNNING')
                    """).param("worker", worker).param("total", total).param("now", now()).param("id", id).update() == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void advance(long id, String worker, Phase phase, String position, int households, int persons, Kept kept) {
        var changed = jdbc.sql("""
                update quality_run set phase = :phase, position = :position, households = households + :households,
                       persons = persons + :persons, found = found + :found, opened = opened + :opened, closed = closed + :closed,
                       changed_at = :now, version = version + 1
                 where id = :id and worker = :worker and state = 'RUNNING'
                """).param("phase", phase.name()).param("position", position).param("households", households)
                .param("persons", persons).param("found", kept.found()).param("opened", kept.opened())
                .param("closed", kept.closed()).param("now", now()).param("id", id).param("worker", worker).update();
        if (changed != 1) {
            throw new NoLongerOurs();
        }
    }

    /** Goes past a rule that cannot be judged now. */
    void leaveOut(long id, String worker, String rule) {
        jdbc.sql("""
                update quality_run set not_judged = concat_ws(',', nullif(not_judged, ''), :rule) where id = :id and worker = :worker
                """).param("rule", rule).param("id", id).param("worker", worker).update();
        advance(id, worker, Phase.ACROSS, rule, 0, 0, new Kept(0, 0, 0));
    }

    void finish(long id, String worker, QualityRun.State state) {
        jdbc.sql("""
                update quality_run set state = :state, phase = 'OVER', slot = null, finished_at = :now, changed_at = :now,
                       version = version + 1
                 where id = :id and worker = :worker and state = 'RUNNING'
                """).param("state", state.name()).param("now", now()).param("id", id).param("worker", worker).update();
        jdbc.sql("delete from quality_across where run_id = ?").param(id).update();
    }

    int failed(long id) {
        jdbc.sql("update quality_run set failures = failures + 1 where id = ?").param(id).update();
        return get(id).failures();
    }

    boolean cancel(long id) {
        return jdbc.sql("""
                update quality_run set state = 'CANCELLED', phase = 'OVER', slot = null, finished_at = :now, changed_at = :now,
                       version = version + 1
                 where id = :id and state in ('WAITING', 'RUNNING')
                """).param("now", now()).param("id", id).update() == 1;
    }
}
