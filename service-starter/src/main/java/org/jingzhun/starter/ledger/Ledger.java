package org.jingzhun.starter.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jingzhun.starter.access.AreaNotYours;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.starter.feed.Facts;
import org.jingzhun.starter.feed.NewFact;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jingzhun.starter.web.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the records of one table. Every method takes a scope: what lies outside is not there, and nothing is brought there.
 *
 * @param <T> what the service keeps of one record
 */
public class Ledger<T> {

    private final LedgerTable<T> table;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Audit audit;
    private final @Nullable Facts facts;
    private final Clock clock;

    Ledger(LedgerTable<T> table, JdbcClient jdbc, Transactions transactions, Audit audit, @Nullable Facts facts, Clock clock) {
        this.table = table;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.audit = audit;
        this.facts = facts;
        this.clock = clock;
    }

    /**
     * The records of an area, division by division.
     *
     * @param filters values of columns; each has the index {@code <table>_by_<column> (<column>, division, number)}. The first narrows by
     *        its index, the others look at what is left
     */
    public Page<Kept<T>> page(Scope scope, Map<String, ?> filters, Cursor after) {
        var reach = scope.condition("t.division");
        var params = new HashMap<String, @Nullable Object>(reach.params());
        params.putAll(filters);
        params.put("lastDivision", after.text(0));
        params.put("lastNumber", after.text(1));
        params.put("fetch", after.fetch());
        var index = table.name() + "_by_" + filters.keySet().stream().findFirst().orElse("division");
        var narrowed = filters.keySet().stream().map(column -> "t.%s = :%s and ".formatted(column, column))
                .collect(Collectors.joining());
        var found = jdbc.sql("""
                select t.* from %s t force index (%s)
                 where %s%s and t.division >= :lastDivision and (t.division > :lastDivision or t.number > :lastNumber)
                 order by t.division, t.number limit :fetch
                """.formatted(table.name(), index, narrowed, reach.sql())).params(params).query(this::kept).list();
        return Page.of(found, after, it -> List.of(it.division(), it.number()));
    }

    /**
     * One record.
     *
     * @throws NotInLedger if it is not there, or outside the scope
     */
    public Kept<T> get(String number, Scope scope) {
        return find(number, scope).orElseThrow(NotInLedger::new);
    }

    public Optional<Kept<T>> find(String number, Scope scope) {
        return one("select t.* from %s t where t.number = :number and %s", number, scope);
    }

    /** All that was written of a record, the newest first; each version is shown to who reaches where the record lies now. */
    public Page<Kept<T>> versions(String number, Scope scope, Cursor after) {
        get(number, scope);
        var found = jdbc.sql("""
                select t.* from %s_version t where t.number = :number and t.version < :before
                 order by t.version desc limit :fetch
                """.formatted(table.name())).param("number", number)
                .param("before", after.isStart() ? Integer.MAX_VALUE : after.number(0)).param("fetch", after.fetch())
                .query(this::kept).list();
        return Page.of(found, after, it -> List.of(it.version()));
    }

    /** Enters a record under a number that nobody else has. */
    public Kept<T> add(String number, String division, T content, Scope scope, Caller caller) {
        requireReach(division, scope);
        return transactions.inOne(() -> {
            var added = new Kept<>(number, division, 1, null, clock.instant(), caller.account(), content);
            try {
                insert(table.name(), added);
            } catch (DuplicateKeyException taken) {
                throw new NumberTaken();
            }
            written("created", added, null, Map.of(), caller);
            return added;
        });
    }

    /**
     * Replaces what is kept of a record; what is already as wanted stays in its version.
     *
     * @param sent the number that stands in the record as it was sent, which is no other than its own
     */
    public Kept<T> change(String number, String sent, String division, T content, IfMatch seen, Scope scope, Caller caller) {
        if (!number.equals(sent)) {
            throw new NumberStays();
        }
        return transactions.inOne(() -> {
            var before = open(number, seen, scope);
            requireReach(division, scope);
            if (before.division().equals(division) && table.columns(before.content()).equals(table.columns(content))) {
                return before;
            }
            var changed = new Kept<>(number, division, before.version() + 1, null, clock.instant(), caller.account(), content);
            update(changed);
            written("changed", changed, before, Map.of("fields", fields(before, changed)), caller);
            return changed;
        });
    }

    /** Ends a record instead of deleting it. */
    public Kept<T> close(String number, Closing closing, IfMatch seen, Scope scope, Caller caller) {
        if (closing.on().isAfter(LocalDate.now(clock))) {
            throw new ClosingInTheFuture();
        }
        return transactions.inOne(() -> {
            var before = open(number, seen, scope);
            var closed = new Kept<>(number, before.division(), before.version() + 1, closing,
                    clock.instant(), caller.account(), before.content());
            update(closed);
            written("closed", closed, before, Map.of("on", closing.on().toString()), caller);
            return closed;
        });
    }

    private Kept<T> open(String number, IfMatch seen, Scope scope) {
        var before = one("select t.* from %s t where t.number = :number and %s for update", number, scope)
                .orElseThrow(NotInLedger::new);
        seen.require(before.version());
        if (before.isClosed()) {
            throw new LedgerClosed();
        }
        return before;
    }

    private static void requireReach(String division, Scope scope) {
        if (!scope.covers(division)) {
            throw new AreaNotYours(division);
        }
    }

    private Optional<Kept<T>> one(String sql, String number, Scope scope) {
        var reach = scope.condition("t.division");
        return jdbc.sql(sql.formatted(table.name(), reach.sql())).params(reach.params()).param("number", number)
                .query(this::kept).optional();
    }

    private List<String> fields(Kept<T> before, Kept<T> after) {
        var was = row(before);
        var changed = new TreeSet<String>();
        row(after).forEach((column, value) -> {
            if (!Objects.equals(was.get(column), value)) {
                changed.add(column);
            }
        });
        changed.removeAll(List.of("version", "changed_at", "changed_by"));
        return List.copyOf(changed);
    }

    /** Everything that a deed leaves behind besides the row itself, in the same transaction. */
    private void written(String deed, Kept<T> now, @Nullable Kept<T> before, Map<String, ?> detail, Caller caller) {
        insert(table.name() + "_version", now);
        var told = new TreeMap<String, Object>(detail);
        if (before != null && !before.division().equals(now.division())) {
            told.put("from", before.division());
        }
        audit.record(caller, table.kind() + "." + deed, Subject.in(now.division(), table.kind(), now.number()), told);
        if (facts != null) {
            facts.write(NewFact.of(table.kind() + "-" + deed, new NewFact.Aggregate(table.kind(), now.number()), now.version(),
                    now.division(), now.closing() == null ? LocalDate.now(clock) : now.closing().on(), publicState(now))
                    .left(before == null ? null : before.division()));
        }
    }

    private Map<String, @Nullable Object> publicState(Kept<T> kept) {
        var state = new LinkedHashMap<>(table.publicState(kept.content()));
        state.put("closedOn", kept.closing() == null ? null : kept.closing().on().toString());
        return state;
    }

    private void insert(String into, Kept<T> kept) {
        var row = row(kept);
        jdbc.sql("insert into %s (%s) values (%s)".formatted(into, String.join(", ", row.keySet()),
                row.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", ")))).params(row).update();
    }

    private void update(Kept<T> kept) {
        var row = row(kept);
        jdbc.sql("update %s set %s where number = :number".formatted(table.name(), row.keySet().stream()
                .filter(column -> !column.equals("number"))
                .map(column -> column + " = :" + column).collect(Collectors.joining(", ")))).params(row).update();
    }

    private Map<String, @Nullable Object> row(Kept<T> kept) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("number", kept.number());
        row.put("division", kept.division());
        row.put("version", kept.version());
        row.put("closed_on", kept.closing() == null ? null : kept.closing().on());
        row.put("closing_reason", kept.closing() == null ? null : kept.closing().reason());
        row.put("changed_at", LocalDateTime.ofInstant(kept.changedAt(), ZoneOffset.UTC));
        row.put("changed_by", kept.changedBy());
        row.putAll(table.columns(kept.content()));
        return row;
    }

    private Kept<T> kept(ResultSet row, int index) throws SQLException {
        var closedOn = row.getObject("closed_on", LocalDate.class);
        return new Kept<>(row.getString("number"), row.getString("division"), row.getInt("version"),
                closedOn == null ? null : new Closing(closedOn, row.getString("closing_reason")),
                row.getObject("changed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("changed_by"),
                table.content(row));
    }
}
