package org.jingzhun.identity.account;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jingzhun.starter.access.Grant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asked whenever a token is made, so that a token never says more than the account may do at that moment. */
@Component
public class AccessQuery {

    private final JdbcClient jdbc;
    private final TemporaryGrants temporary;

    AccessQuery(JdbcClient jdbc, TemporaryGrants temporary) {
        this.jdbc = jdbc;
        this.temporary = temporary;
    }

    public Optional<Access> ofAccount(String id) {
        return find("id", id);
    }

    public Optional<Access> ofLogin(String login) {
        return find("login", login);
    }

    private Optional<Access> find(String column, String value) {
        return jdbc.sql("select id, kind, login, name, locked_at is not null as locked, scopes from account where %s = :value"
                .formatted(column))
                .param("value", value)
                .query(Row.class)
                .optional()
                .map(row -> new Access(row.id(), row.kind(), row.login(), row.name(), row.locked(),
                        Arrays.stream(row.scopes().split(" ", -1)).filter(scope -> !scope.isEmpty()).collect(Collectors.toSet()),
                        jdbc.sql(
                                "select role, department, area from account_grant where account = :id order by role, department, area")
                                .param("id", row.id())
                                .query(Grant.class)
                                .list(),
                        temporary.running(row.id())));
    }

    record Row(String id, AccountKind kind, String login, String name, boolean locked, String scopes) {}
}
