package org.jingzhun.household.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jingzhun.household.quality.Judgement.Thing;
import org.jingzhun.household.rules.Catalogue;
import org.jingzhun.household.rules.Thresholds;
import org.jingzhun.household.rules.WorkingDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps findings current: opens new ones, ends those that are no more, brings back those whose exemption is over. */
@Component
class FindingStore {

    private static final int AT_ONCE = 200;
    private static final String BACK = """
            on duplicate key update times_back = times_back + if(state = 'FIXED', 1, 0),
                   found_on = if(state = 'FIXED', values(found_on), found_on), due_on = if(state = 'FIXED', values(due_on), due_on),
                   times_seen = times_seen + 1, last_seen_on = values(last_seen_on), village = values(village),
                   arguments = values(arguments), fixed_on = null, version = version + 1,
                   state = if(state = 'FIXED', 'OPEN', state)
            """;

    private final JdbcClient jdbc;
    private final Catalogue catalogue = Catalogue.shipped();
    private final Thresholds thresholds = Thresholds.shipped();
    private final WorkingDays workingDays = WorkingDays.shipped();

    FindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a run did to the findings. */
    record Kept(int found, int opened, int closed) {}

    /** Compares what was found in some villages with what was open there. */
    Kept keep(List<String> villages, List<Judgement> judged, LocalDate day) {
        var known = new HashMap<Thing, Known>();
        jdbc.sql("""
                select id, household_id, person_key, rule, field, arguments from finding
                 where village in (:villages) and state <> 'FIXED' and is_across = false
                """).param("villages", villages).query(row -> {
            known.put(new Thing(row.getLong(2), row.getLong(3), row.getString(4), row.getString(5)),
                    new Known(row.getLong(1), row.getString(6)));
        });
        var fresh = new ArrayList<Judgement>();
        var seen = new ArrayList<Long>();
        var opened = 0;
        for (var judgement : judged) {
            var before = known.remove(judgement.thing());
            if (before == null || !before.arguments.equals(judgement.arguments())) {
                fresh.add(judgement);
                opened += before == null ? 1 : 0;
            } else {
                seen.add(before.id);
            }
        }
        close(known.values().stream().map(Known::id).toList(), day);
        each(seen, ids -> jdbc.sql("update finding set times_seen = times_seen + 1, last_seen_on = :day where id in (:ids)")
                .param("day", day).param("ids", ids).update());
        each(fresh, some -> open(some, day));
        return new Kept(judged.size(), opened, known.size());
    }

    private void close(List<Long> gone, LocalDate day) {
        each(gone, ids -> jdbc.sql("""
                update finding set state = 'FIXED', fixed_on = :day, exempt_until = null, version = version + 1 where id in (:ids)
                """).param("day", day).param("ids", ids).update());
    }

    private void open(List<Judgement> fresh, LocalDate day) {
        var rows = fresh.stream().map(it -> "(?, ?, ?, false, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, 1, ?)")
                .collect(Collectors.joining(", "));
        var params = new ArrayList<Object>();
        for (var it : fresh) {
            var rule = catalogue.get(it.rule());
            params.addAll(Arrays.asList(it.rule(), rule.kind(), rule.isSensitive(), it.village(), it.householdId(),
                    it.household(), it.personId(), it.person(), it.field(), it.arguments(), day, day, due(rule.kind(), day)));
        }
        jdbc.sql("""
                insert into finding (rule, kind, is_sensitive, is_across, village, household_id, household, person_key, person, field,
                       arguments, state, found_on, last_seen_on, times_seen, due_on)
                values %s %s
                """.formatted(rows, BACK)).params(params).update();
    }

    /** The same for one rule across households, whose results stand in {@code quality_across}. */
    Kept keep(QualityRun run, AcrossRule rule) {
        var entry = catalogue.get(rule.code());
        var range = run.range();
        var closed = jdbc.sql("""
                update finding f
                  left join quality_across q on q.run_id = :run and q.rule = f.rule and q.household_id = f.household_id
                       and q.person_key = f.person_key
                   set f.state = 'FIXED', f.fixed_on = :day, f.exempt_until = null, f.version = f.version + 1
                 where f.rule = :rule and f.state <> 'FIXED' and f.village between :from and :to and q.run_id is null
                """).param("run", run.id()).param("rule", rule.code()).param("day", run.runOn()).param("from", range.from())
                .param("to", range.to()).update();
        var before = open(rule.code(), run);
        var found = jdbc.sql("select count(*) from quality_across where run_id = ? and rule = ?").param(run.id())
                .param(rule.code()).query(Integer.class).single();
        jdbc.sql("""
                insert into finding (rule, kind, is_sensitive, is_across, village, household_id, household, person_key, person, field,
                       arguments, state, found_on, last_seen_on, times_seen, due_on)
                select q.rule, :kind, :sensitive, true, q.village, q.household_id, q.household, q.person_key, q.person, :field,
                       q.arguments, 'OPEN', :day, :day, 1, :due
                  from quality_across q where q.run_id = :run and q.rule = :rule
                """ + BACK).param("kind", entry.kind()).param("sensitive", entry.isSensitive())
                .param("field", rule.blames().key())
                .param("day", run.runOn()).param("due", due(entry.kind(), run.runOn())).param("run", run.id())
                .param("rule", rule.code()).update();
        jdbc.sql("delete from quality_across where run_id = ? and rule = ?").param(run.id()).param(rule.code()).update();
        return new Kept(found, open(rule.code(), run) - before, closed);
    }

    private int open(String rule, QualityRun run) {
        return jdbc.sql("select count(*) from finding where rule = ? and state <> 'FIXED' and village between ? and ?")
                .param(rule)
                .param(run.range().from()).param(run.range().to()).query(Integer.class).single();
    }

    /** Exemptions that are over end; who was spared is asked again. */
    int reopenExpired(LocalDate day) {
        var expired = jdbc.sql("select id, kind from finding where state = 'EXEMPT' and exempt_until < ? limit 10000").param(day)
                .query((row, number) -> new Expired(row.getLong(1), row.getInt(2))).list();
        for (var finding : expired) {
            jdbc.sql("""
                    update finding set state = 'OPEN', exempt_until = null, times_back = times_back + 1, due_on = :due,
                           version = version + 1
                     where id = :id and state = 'EXEMPT'
                    """).param("due", due(finding.kind, day)).param("id", finding.id).update();
        }
        return expired.size();
    }

    /** So many days after the day of finding, which is day 0; calendar days or working days, as the number says. */
    LocalDate due(int kind, LocalDate found) {
        var days = thresholds.on("finding-days-class-" + kind, found);
        return thresholds.on("finding-days-are-working-days", found) == 0
                ? found.plusDays(days)
                : workingDays.after(found, days);
    }

    private static <T> void each(List<T> all, Consumer<List<T>> work) {
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            work.accept(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
    }

    private record Known(long id, String arguments) {}

    private record Expired(long id, int kind) {}
}
