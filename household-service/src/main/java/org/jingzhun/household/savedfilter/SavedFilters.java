package org.jingzhun.household.savedfilter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.household.register.FilterCheck;
import org.jingzhun.household.register.HouseholdFilter;
import org.jingzhun.starter.access.AreaNotYours;
import org.jingzhun.starter.access.CodeRange;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.web.IfMatch;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps filters for their accounts. */
@Service
class SavedFilters {

    private final JdbcClient jdbc;
    private final FilterCheck check;
    private final Clock clock;
    private final int most;
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    SavedFilters(JdbcClient jdbc, FilterCheck check, Clock clock, @Value("${household.saved-filters-per-account:50}") int most) {
        this.jdbc = jdbc;
        this.check = check;
        this.clock = clock;
        this.most = most;
    }

    /** The caller's own, and those that are shared in his area; as they were saved. */
    List<SavedFilter> of(String account, Scope scope, long after, int limit) {
        return jdbc.sql("select * from saved_filter f where f.id > :after and (f.account = :account or f.shared) order by f.id")
                .param("after", after).param("account", account).query((row, index) -> filter(row, account)).list().stream()
                .filter(it -> it.own() || meets(scope, it.area())).limit(limit).toList();
    }

    Optional<SavedFilter> own(String number, String account) {
        return jdbc.sql("select * from saved_filter f where f.number = :number and f.account = :account").param("number", number)
                .param("account", account).query((row, index) -> filter(row, account)).optional();
    }

    @Transactional
    public SavedFilter add(SavedFilterController.NewFilter wanted, String account, Scope scope) {
        check(wanted, scope);
        if (jdbc.sql("select count(*) from saved_filter where account = :account").param("account", account).query(Integer.class)
                .single() >= most) {
            throw new TooManySavedFilters(most);
        }
        var number = "F" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
        jdbc.sql("""
                insert into saved_filter (number, account, name, area, shared, filter, created_at, changed_at)
                values (:number, :account, :name, :area, :shared, :filter, :now, :now)
                """).param("number", number).param("account", account).param("name", wanted.name().strip())
                .param("area", wanted.area()).param("shared", wanted.shared())
                .param("filter", json.writeValueAsString(wanted.filter())).param("now", now()).update();
        return own(number, account).orElseThrow();
    }

    @Transactional
    public SavedFilter change(String number, SavedFilterController.NewFilter wanted, String account, Scope scope, IfMatch seen) {
        check(wanted, scope);
        var found = own(number, account).orElseThrow(SavedFilterNotFound::new);
        seen.require(found.version());
        jdbc.sql("""
                update saved_filter set name = :name, area = :area, shared = :shared, filter = :filter, changed_at = :now,
                       version = version + 1
                 where id = :id
                """).param("name", wanted.name().strip()).param("area", wanted.area()).param("shared", wanted.shared())
                .param("filter", json.writeValueAsString(wanted.filter())).param("now", now()).param("id", found.id()).update();
        return own(number, account).orElseThrow();
    }

    void delete(String number, String account) {
        if (jdbc.sql("delete from saved_filter where number = :number and account = :account").param("number", number)
                .param("account", account).update() == 0) {
            throw new SavedFilterNotFound();
        }
    }

    private void check(SavedFilterController.NewFilter wanted, Scope scope) {
        check.check(wanted.filter());
        if (!CodeRange.isPrefix(wanted.area()) || !meets(scope, wanted.area())) {
            throw new AreaNotYours(wanted.area());
        }
    }

    private static boolean meets(Scope scope, String area) {
        var wanted = CodeRange.under(area);
        return scope instanceof Scope.Ranges ranges && ranges.ranges().stream()
                .anyMatch(range -> range.contains(wanted) || wanted.contains(range));
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private SavedFilter filter(ResultSet row, String account) throws SQLException {
        return new SavedFilter(row.getLong("id"), row.getString("number"), row.getString("name"), row.getString("area"),
                row.getBoolean("shared"), row.getString("account").equals(account),
                json.readValue(row.getString("filter"), HouseholdFilter.class), row.getInt("version"));
    }
}
