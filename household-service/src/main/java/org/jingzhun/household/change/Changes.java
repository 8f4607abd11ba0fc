package org.jingzhun.household.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.page.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All changes. What was asked for, and old and new values, are encrypted as one and never updated. */
@Repository
class Changes {

    private static final String CIPHER = "household_change.content";
    private static final String COLUMNS = """
            c.id, c.number, c.household, c.village, c.other_household, c.other_village, c.matters, c.content, c.four_eyes, c.state,
            c.entered_by, c.entered_at, c.decided_by, c.decided_at, c.refusal, c.conflicts, c.version, c.warnings
            """;

    private static final int MOST_CONFLICTS = 30;
    private static final int MOST_WARNINGS = 200;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final JsonMapper json = JsonMapper.builder().build();

    Changes(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void add(Change change) {
        var content = json.writeValueAsBytes(new Content(change.wanted(), change.numbers(), change.lines()));
        var partner = change.partner();
        jdbc.sql("""
                insert into household_change (number, action, household, village, other_household, other_village, effective_on, reason,
                       evidence, matters, content, four_eyes, state, entered_by, entered_at, decided_by, decided_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(change.number())
                .param(change.wanted().name())
                .param(change.main().household())
                .param(change.main().village())
                .param(partner == null ? null : partner.household())
                .param(partner == null ? null : partner.village())
                .param(change.wanted().effectiveOn())
                .param(change.wanted().reason().strip())
                .param(change.wanted().evidence().strip())
                .param(String.join(",", change.matters()))
                .param(cipher.encrypt(content, CIPHER, change.number()))
                .param(change.fourEyes())
                .param(change.state().name())
                .param(change.enteredBy())
                .param(utc(change.enteredAt()))
                .param(change.decidedBy())
                .param(change.decidedAt() == null ? null : utc(change.decidedAt()))
                .param(change.version())
                .update();
        place(change, 0, change.main().household(), change.main().village());
        if (partner != null) {
            place(change, 1, partner.household() == null ? change.main().household() : partner.household(), partner.village());
        }
    }

    private void place(Change change, int position, String household, String village) {
        jdbc.sql("""
                insert into household_change_place (change_id, position, household, village, action, state)
                select id, ?, ?, ?, action, state from household_change where number = ?
                """).param(position).param(household).param(village).param(change.number()).update();
    }

    /** What the rules warn of, once the change was written or tried. */
    void warn(Change change, List<Warning> warnings) {
        if (!warnings.isEmpty()) {
            jdbc.sql("update household_change set warnings = ? where number = ?").param(written(warnings))
                    .param(change.number()).update();
        }
    }

    private @Nullable String written(List<Warning> warnings) {
        return warnings.isEmpty() ? null : json.writeValueAsString(warnings.stream().limit(MOST_WARNINGS).toList());
    }

    /** What became of a change. */
    void decide(Change change) {
        jdbc.sql("""
                update household_change
                   set state = ?, decided_by = ?, decided_at = ?, refusal = ?, conflicts = ?, warnings = ?,
                       version = ?
                 where number = ?
                """)
                .param(change.state().name())
                .param(change.decidedBy())
                .param(change.decidedAt() == null ? null : utc(change.decidedAt()))
                .param(change.refusal())
                .param(change.conflicts().isEmpty()
                        ? null
                        : json.writeValueAsString(change.conflicts().stream().limit(MOST_CONFLICTS).toList()))
                .param(written(change.warnings()))
                .param(change.version())
                .param(change.number())
                .update();
        jdbc.sql("""
                update household_change_place set state = ?
                 where change_id = (select id from household_change where number = ?)
                """).param(change.state().name()).param(change.number()).update();
    }

    /** A change that lies in the caller's area, or comes there, or goes from there. */
    Optional<Change> find(String number, Scope scope) {
        return read("where c.number = ?", number).filter(it -> isIn(it, scope));
    }

    /** The same, and nobody else decides it before the transaction ends. */
    Optional<Change> lock(String number) {
        return read("where c.number = ? for update", number);
    }

    /** The changes that wait for a window, the oldest first; what they say is not read. */
    List<Waiting> waiting() {
        return jdbc.sql("select number, village, matters from household_change where state = 'WAITING' order by id")
                .query((row, index) -> new Waiting(row.getString(1), row.getString(2), List.of(row.getString(3).split(","))))
                .list();
    }

    /** A change that waits, and what a window must be open for. */
    record Waiting(String number, String village, List<String> matters) {}

    static boolean isIn(Change change, Scope scope) {
        var partner = change.partner();
        return scope.covers(change.main().village()) || (partner != null && scope.covers(partner.village()));
    }

    /** The changes of an area, village by village, the oldest first; one that concerns two villages comes once. */
    List<Identified> page(Scope scope, Filter filter, Cursor after) {
        var here = scope.condition("p.village");
        var there = scope.condition("f.village", "first");
        var params = new HashMap<String, @Nullable Object>(here.params());
        params.putAll(there.params());
        params.put("village", after.text(0));
        params.put("id", after.isStart() ? 0L : after.number(1));
        params.put("fetch", after.fetch());
        var filters = new ArrayList<String>();
        var index = "household_change_place_by_village";
        if (filter.action() != null) {
            filters.add(" and p.action = :action");
            params.put("action", filter.action());
            index = "household_change_place_by_action";
        }
        if (filter.state() != null) {
            filters.add(" and p.state = :state");
            params.put("state", filter.state().name());
            index = "household_change_place_by_state";
        }
        if (filter.household() != null) {
            filters.add(" and p.household = :household");
            params.put("household", filter.household());
            index = "household_change_place_by_household";
        } else {
            filters.add("""
                     and (p.position = 0 or not exists (select 1 from household_change_place f
                                                         where f.change_id = p.change_id and f.position = 0 and %s))
                    """.formatted(there.sql()));
        }
        return jdbc.sql("select " + COLUMNS + ", p.village from household_change_place p force index (" + index
                + ") straight_join household_change c on c.id = p.change_id where " + here.sql() + String.join("", filters)
                + " and p.village >= :village and (p.village > :village or p.change_id > :id)"
                + " order by p.village, p.change_id limit :fetch").params(params)
                .query((row, number) -> new Identified(row.getLong(1), row.getString(19), change(row))).list();
    }

    /** What a list is limited to. */
    record Filter(@Nullable ChangeState state, @Nullable String action, @Nullable String household) {}

    /** A change and its place in the list. */
    record Identified(long id, String village, Change change) {}

    private Optional<Change> read(String where, String number) {
        return jdbc.sql("select " + COLUMNS + " from household_change c " + where).param(number)
                .query((row, index) -> change(row)).optional();
    }

    private Change change(ResultSet row) throws SQLException {
        var number = row.getString(2);
        var content = json.readValue(cipher.decrypt(row.getBytes(8), CIPHER, number), Content.class);
        var otherVillage = row.getString(6);
        var conflicts = row.getString(16);
        var warnings = row.getString(18);
        return new Change(number, content.wanted(), new Action.Main(row.getString(3), row.getString(4)),
                otherVillage == null ? null : new Draft.Partner(row.getString(5), otherVillage),
                new LinkedHashSet<>(List.of(row.getString(7).split(","))), content.numbers(), content.lines(), row.getBoolean(9),
                ChangeState.valueOf(row.getString(10)), row.getString(11), Objects.requireNonNull(instant(row, 12)),
                row.getString(13), instant(row, 14), row.getString(15),
                conflicts == null ? List.of() : List.of(json.readValue(conflicts, Conflict[].class)), row.getInt(17),
                warnings == null ? List.of() : List.of(json.readValue(warnings, Warning[].class)));
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var utc = row.getObject(column, LocalDateTime.class);
        return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
    }

    /** What is encrypted. */
    private record Content(Action wanted, List<String> numbers, List<Line> lines) {}
}
