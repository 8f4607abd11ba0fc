package org.jingzhun.household.quality;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Findings as officers see them: within their scope, those that tell of health only where they may read that. */
@Component
class Findings {

    private final JdbcClient jdbc;

    Findings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a list is narrowed to; what is not given is null. */
    record Filter(@Nullable String rule, @Nullable Integer kind, StoredFinding.State state) {

        String index() {
            if (rule != null) {
                return "finding_by_rule";
            }
            return kind == null ? "finding_by_state" : "finding_by_kind";
        }
    }

    List<StoredFinding> page(Scope scope, Scope sensitive, Filter filter, Cursor after) {
        var params = new HashMap<String, Object>();
        var visible = visible(scope, sensitive, params);
        params.put("state", filter.state().name());
        params.put("village", after.text(0));
        params.put("id", after.isStart() ? 0 : after.number(1));
        params.put("fetch", after.fetch());
        var narrowed = "";
        if (filter.rule() != null) {
            params.put("rule", filter.rule());
            narrowed += " and f.rule = :rule";
        }
        if (filter.kind() != null) {
            params.put("kind", filter.kind());
            narrowed += " and f.kind = :kind";
        }
        return jdbc.sql("""
                select %s from finding f force index (%s)
                 where f.state = :state %s and %s
                   and f.village >= :village and (f.village > :village or f.id > :id)
                 order by f.village, f.id limit :fetch
                """.formatted(StoredFinding.COLUMNS, filter.index(), narrowed, visible)).params(params).query(StoredFinding.class)
                .list();
    }

    Optional<StoredFinding> find(long id, Scope scope, Scope sensitive) {
        var params = new HashMap<String, Object>();
        var visible = visible(scope, sensitive, params);
        return jdbc.sql("select %s from finding f where f.id = :id and %s".formatted(StoredFinding.COLUMNS, visible))
                .params(params)
                .param("id", id).query(StoredFinding.class).optional();
    }

    /** By village and rule, in this order. */
    List<Count> counts(Scope scope, Scope sensitive, LocalDate today, Cursor after) {
        var params = new HashMap<String, Object>();
        var visible = visible(scope, sensitive, params);
        return jdbc.sql("""
                select f.village, f.rule, min(f.kind) kind, sum(f.state = 'OPEN') open_findings, sum(f.state = 'EXEMPT') exempt,
                       sum(f.state = 'OPEN' and f.due_on < :today) overdue
                  from finding f
                 where f.state in ('OPEN', 'EXEMPT') and %s
                   and f.village >= :village and (f.village > :village or f.rule > :rule)
                 group by f.village, f.rule order by f.village, f.rule limit :fetch
                """.formatted(visible)).params(params).param("today", today).param("village", after.text(0))
                .param("rule", after.text(1)).param("fetch", after.fetch()).query(Count.class).list();
    }

    /** How many are open, exempt and overdue in a village by a rule. */
    record Count(String village, String rule, int kind, int openFindings, int exempt, int overdue) {}

    /** Whether this account made the household or the member what it is. */
    boolean isCausedBy(StoredFinding finding, String account) {
        return jdbc.sql("""
                select count(*) from household h left join person p on p.id = :person
                 where h.id = :household and (h.changed_by = :account or p.changed_by = :account)
                """).param("person", finding.personKey()).param("household", finding.householdId()).param("account", account)
                .query(Integer.class).single() > 0;
    }

    boolean exempt(StoredFinding finding, LocalDate until, String reason, String by) {
        return jdbc.sql("""
                update finding set state = 'EXEMPT', exempt_until = :until, exempt_reason = :reason, exempt_by = :by,
                       version = version + 1
                 where id = :id and state in ('OPEN', 'EXEMPT')
                """).param("until", until).param("reason", reason).param("by", by).param("id", finding.id()).update() == 1;
    }

    boolean endExemption(StoredFinding finding, LocalDate due) {
        return jdbc.sql("""
                update finding set state = 'OPEN', exempt_until = null, due_on = :due, version = version + 1
                 where id = :id and state = 'EXEMPT'
                """).param("due", due).param("id", finding.id()).update() == 1;
    }

    boolean assign(StoredFinding finding, String account) {
        return jdbc.sql("update finding set owner = ?, version = version + 1 where id = ? and state = 'OPEN'").param(account)
                .param(finding.id()).update() == 1;
    }

    void ask(StoredFinding finding, String account, String by, LocalDateTime at) {
        jdbc.sql("""
                insert into finding_asking (finding_id, rule, household_id, person_key, field, account, asked_by, asked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """).param(finding.id()).param(finding.rule()).param(finding.householdId()).param(finding.personKey())
                .param(finding.field()).param(account).param(by).param(at).update();
    }

    /** Days on which this account was asked to mend this thing. */
    int timesAsked(StoredFinding finding, String account) {
        return jdbc.sql("""
                select count(*) from finding_asking
                 where household_id = ? and person_key = ? and field = ? and rule = ? and account = ?
                """).param(finding.householdId()).param(finding.personKey()).param(finding.field()).param(finding.rule())
                .param(account).query(Integer.class).single();
    }

    boolean wasAskedSince(StoredFinding finding, String account, LocalDateTime since) {
        return jdbc.sql("""
                select count(*) from finding_asking
                 where household_id = ? and person_key = ? and field = ? and rule = ? and account = ? and asked_at >= ?
                """).param(finding.householdId()).param(finding.personKey()).param(finding.field()).param(finding.rule())
                .param(account).param(since).query(Integer.class).single() > 0;
    }

    private static String visible(Scope scope, Scope sensitive, Map<String, Object> params) {
        var seen = scope.condition("f.village");
        var open = sensitive.condition("f.village", "sensitive");
        params.putAll(seen.params());
        params.putAll(open.params());
        return "%s and (f.is_sensitive = false or %s)".formatted(seen.sql(), open.sql());
    }
}
