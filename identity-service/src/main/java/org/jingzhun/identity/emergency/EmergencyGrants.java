package org.jingzhun.identity.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jingzhun.identity.account.TemporaryGrant;
import org.jingzhun.identity.account.TemporaryGrants;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of emergency grants. */
@Component
class EmergencyGrants implements TemporaryGrants {

    /**
     * The last minute of a grant is left out of tokens: one that held it would have to be so short-lived that the gateway asked for the
     * next with each request.
     */
    private static final Duration LAST_MOMENT = Duration.ofMinutes(1);

    private static final String COLUMNS = "number, id, account, role, department, area, reason, taken_at, ends_at, ended_at, reviewed_at, reviewed_by, remark";

    private final JdbcClient jdbc;
    private final Clock clock;

    EmergencyGrants(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Map<String, List<TemporaryGrant>> running(Collection<String> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                select %s from emergency_grant
                 where account in (:accounts) and ends_at > :soon and ended_at is null
                 order by number
                """.formatted(COLUMNS))
                .param("accounts", accounts)
                .param("soon", utc(clock.instant().plus(LAST_MOMENT)))
                .query(EmergencyGrants::read).list().stream()
                .collect(Collectors.groupingBy(EmergencyGrant::account, Collectors.mapping(
                        it -> new TemporaryGrant(it.role(), it.department(), it.area(), it.endsAt()), Collectors.toList())));
    }

    /** Nobody else takes or ends a grant of this account before the transaction ends. */
    void lock(String account) {
        jdbc.sql("select id from account where id = :account for update").param("account", account).query(String.class)
                .optional();
    }

    void insert(EmergencyGrant taken) {
        jdbc.sql("""
                insert into emergency_grant (id, account, role, department, area, division, reason, taken_at, ends_at)
                values (:id, :account, :role, :department, :area, :division, :reason, :takenAt, :endsAt)
                """)
                .param("id", taken.id())
                .param("account", taken.account())
                .param("role", taken.role())
                .param("department", taken.department())
                .param("area", taken.area())
                .param("division", (taken.area() + "0".repeat(12)).substring(0, 12))
                .param("reason", taken.reason())
                .param("takenAt", utc(taken.takenAt()))
                .param("endsAt", utc(taken.endsAt()))
                .update();
    }

    /** The newest first. */
    List<EmergencyGrant> ofAccount(String account, Cursor after) {
        return page("account = :account", Map.of("account", account), after);
    }

    /** The newest first. */
    List<EmergencyGrant> in(Scope scope, Cursor after) {
        var mine = scope.condition("division");
        return page(mine.sql(), mine.params(), after);
    }

    private List<EmergencyGrant> page(String where, Map<String, ?> params, Cursor after) {
        return jdbc.sql("select %s from emergency_grant where %s and number < :last order by number desc limit :limit"
                .formatted(COLUMNS, where))
                .params(params)
                .param("last", after.isStart() ? Long.MAX_VALUE : after.number(0))
                .param("limit", after.fetch())
                .query(EmergencyGrants::read)
                .list();
    }

    Optional<EmergencyGrant> find(String id, Scope scope) {
        var mine = scope.condition("division");
        return jdbc.sql("select %s from emergency_grant where id = :id and %s".formatted(COLUMNS, mine.sql()))
                .params(mine.params()).param("id", id).query(EmergencyGrants::read).optional();
    }

    Optional<EmergencyGrant> findOwn(String id, String account) {
        return jdbc.sql("select %s from emergency_grant where id = :id and account = :account".formatted(COLUMNS))
                .param("id", id).param("account", account).query(EmergencyGrants::read).optional();
    }

    List<EmergencyGrant> notEnded(String account, Instant now) {
        return jdbc.sql("""
                select %s from emergency_grant where account = :account and ends_at > :now and ended_at is null
                 order by number
                """.formatted(COLUMNS)).param("account", account).param("now", utc(now)).query(EmergencyGrants::read).list();
    }

    boolean end(String id, @Nullable String by, Instant at) {
        return jdbc.sql(
                "update emergency_grant set ended_at = :at, ended_by = :by where id = :id and ended_at is null and ends_at > :at")
                .param("at", utc(at)).param("by", by).param("id", id).update() > 0;
    }

    boolean review(String id, String by, String remark, Instant at) {
        return jdbc.sql("""
                update emergency_grant set reviewed_at = :at, reviewed_by = :by, remark = :remark
                 where id = :id and reviewed_at is null
                """).param("at", utc(at)).param("by", by).param("remark", remark).param("id", id).update() > 0;
    }

    private static EmergencyGrant read(ResultSet row, int index) throws SQLException {
        return new EmergencyGrant(row.getLong("number"), row.getString("id"), row.getString("account"), row.getString("role"),
                row.getString("department"), row.getString("area"), row.getString("reason"),
                Objects.requireNonNull(instant(row, "taken_at")), Objects.requireNonNull(instant(row, "ends_at")),
                instant(row, "ended_at"), instant(row, "reviewed_at"), row.getString("reviewed_by"), row.getString("remark"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, LocalDateTime.class);
        return value == null ? null : value.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
