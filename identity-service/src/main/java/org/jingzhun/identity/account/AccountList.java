package org.jingzhun.identity.account;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Grant;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts of an area by login: those all of whose grants lie in it. */
@Component
class AccountList {

    private final JdbcClient jdbc;
    private final TemporaryGrants temporary;

    AccountList(JdbcClient jdbc, TemporaryGrants temporary) {
        this.jdbc = jdbc;
        this.temporary = temporary;
    }

    List<AccountView> of(AccountKind kind, Scope scope, Cursor after) {
        if (!(scope instanceof Scope.Ranges mine)) {
            return List.of();
        }
        var outside = outside(mine.ranges());
        var rows = jdbc.sql("""
                select a.id, a.kind, a.login, a.name, a.locked_at is not null as locked, a.password_temporary
                  from account a
                 where a.kind = :kind and a.login > :login
                   and exists (select 1 from account_grant g where g.account = a.id)
                   and not exists (select 1 from account_grant g where g.account = a.id and %s)
                 order by a.login
                 limit :limit
                """.formatted(outside.sql()))
                .params(outside.params())
                .param("kind", kind.name())
                .param("login", after.text(0))
                .param("limit", after.fetch())
                .query(Row.class)
                .list();
        var grants = grants(rows);
        var further = temporary.running(rows.stream().map(Row::id).toList());
        return rows.stream().map(row -> new AccountView(row.id(), row.kind().claim(), row.login(), row.name(),
                grants.getOrDefault(row.id(), List.of()), further.getOrDefault(row.id(), List.of()), row.locked(),
                row.passwordTemporary())).toList();
    }

    private Map<String, List<Grant>> grants(List<Row> rows) {
        if (rows.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql(
                "select account, role, department, area from account_grant where account in (:accounts) order by role, department, area")
                .param("accounts", rows.stream().map(Row::id).toList())
                .query((row, number) -> Map.entry(row.getString("account"),
                        new Grant(row.getString("role"), row.getString("department"), row.getString("area"))))
                .list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** A division is outside when no range holds it from its first to its last village. */
    private static Condition outside(List<CodeRange> ranges) {
        var inside = new ArrayList<String>();
        var params = new HashMap<String, Object>();
        for (int i = 0; i < ranges.size(); i++) {
            inside.add("(rpad(g.area, 12, '0') >= :from%d and rpad(g.area, 12, '9') <= :to%d)".formatted(i, i));
            params.put("from" + i, ranges.get(i).from());
            params.put("to" + i, ranges.get(i).to());
        }
        return new Condition("not (" + String.join(" or ", inside) + ")", params);
    }

    private record Condition(String sql, Map<String, Object> params) {}

    record Row(String id, AccountKind kind, String login, String name, boolean locked, boolean passwordTemporary) {}
}
