package org.jingzhun.household.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The households of an area, village by village.
 *
 * <p>Scope, order and cursor are the two columns that every index used here ends with. The index is named, so that no statistics can talk
 * the database out of it. With more than one filter the second looks at a bounded number of rows, and a page may be short.
 */
@Component
class HouseholdList {

    private static final int LOOKED_AT = 5_000;

    private final JdbcClient jdbc;
    private final Divisions divisions;
    private final Sensitivity sensitivity;

    HouseholdList(JdbcClient jdbc, Divisions divisions, Sensitivity sensitivity) {
        this.jdbc = jdbc;
        this.divisions = divisions;
        this.sensitivity = sensitivity;
    }

    Page<HouseholdLine> page(Scope scope, Filter filter, Scope sensitive, Cursor after) {
        return page(statement(scope, null, filter, after), filter, sensitive, after);
    }

    /** Only where the caller may see what is sensitive, lest a filter tell what the answer withholds. */
    Page<HouseholdLine> pageOfSensitive(Scope scope, Filter filter, Scope sensitive, Cursor after) {
        return page(statement(scope, sensitive, filter, after), filter, sensitive, after);
    }

    private Page<HouseholdLine> page(Statement statement, Filter filter, Scope sensitive, Cursor after) {
        var rows = jdbc.sql(statement.sql()).params(statement.params()).query((row, number) -> {
            var village = row.getString(2);
            var open = sensitive.covers(village);
            var cause = row.getString(7);
            var headIsHidden = !open && sensitivity.isChild(row.getObject(10, LocalDate.class));
            var causeIsHidden = !open && sensitivity.tellsOfHealth(cause);
            return new Row(new HouseholdLine(row.getString(1), village, divisions.name(village), row.getString(3),
                    headIsHidden ? null : row.getString(9), row.getInt(8), row.getString(4), row.getString(5), row.getString(6),
                    causeIsHidden ? null : cause, withheld(headIsHidden, causeIsHidden)), row.getBoolean(11));
        }).list();
        if (!filter.isManifold()) {
            return Page.of(rows.stream().map(Row::item).toList(), after, HouseholdLine::position);
        }
        return bounded(rows, after);
    }

    /** The statement of a page, apart from its reading, so that its plan can be looked at. */
    Statement statement(Scope scope, @Nullable Scope also, Filter filter, Cursor after) {
        var condition = scope.condition("h.village");
        var second = also == null ? null : also.condition("h.village", "sensitive");
        var params = new HashMap<>(condition.params());
        if (second != null) {
            params.putAll(second.params());
        }
        params.put("village", after.text(0));
        params.put("number", after.text(1));
        params.put("fetch", filter.isManifold() ? LOOKED_AT : after.fetch());
        var indexed = filter.indexed();
        indexed.forEach(it -> params.put(it.column(), it.value()));
        var first = indexed.isEmpty() ? "" : "and h.%1$s = :%1$s".formatted(indexed.getFirst().column());
        var matches = indexed.size() < 2
                ? "true"
                : String.join(" and ", indexed.stream().skip(1).map(it -> "h.%1$s <=> :%1$s".formatted(it.column())).toList());
        var sql = """
                select k.number, k.village, k.hamlet, k.type, k.poor_kind, k.exit_state, k.main_cause,
                       (select count(*) from membership m where m.household_id = k.id and m.left_on is null) members,
                       p.name, p.birth_date, k.matches
                  from (select h.id, h.number, h.village, h.hamlet, h.type, h.poor_kind, h.exit_state, h.main_cause, %s matches
                          from household h force index (%s)
                         where %s %s
                           and h.village >= :village and (h.village > :village or h.number > :number)
                         order by h.village, h.number
                         limit :fetch) k
                  left join membership head on head.household_id = k.id and head.left_on is null and head.relation = '01'
                  left join person p on p.id = head.person_id
                 order by k.village, k.number
                """.formatted(matches, filter.index(), condition.sql() + (second == null ? "" : " and " + second.sql()), first);
        return new Statement(sql, params);
    }

    /** At most a page of what matches among the rows looked at; goes on behind the last of them. */
    private static Page<HouseholdLine> bounded(List<Row> rows, Cursor after) {
        var found = new ArrayList<HouseholdLine>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.matches()) {
                found.add(row.item());
            }
            if (found.size() == after.limit() && i < rows.size() - 1) {
                return Page.upTo(found, after, row.item().position());
            }
        }
        return Page.upTo(found, after, rows.size() < LOOKED_AT ? null : rows.getLast().item().position());
    }

    private static @Nullable List<String> withheld(boolean head, boolean cause) {
        if (!head && !cause) {
            return null;
        }
        return head && cause ? List.of("head", "mainCause") : List.of(head ? "head" : "mainCause");
    }

    /** What the list is narrowed to; a filter that is not given is null. */
    record Filter(@Nullable String type, @Nullable String exitState, @Nullable String mainCause) {

        boolean isManifold() {
            return indexed().size() > 1;
        }

        /** The rarest first: a cause tells more than a type, and a type more than the state of exit. */
        List<Column> indexed() {
            var columns = new ArrayList<Column>(3);
            if (mainCause != null) {
                columns.add(new Column("main_cause", mainCause));
            }
            if (type != null) {
                columns.add(new Column("type", type));
            }
            if (exitState != null) {
                columns.add(new Column("exit_state", exitState));
            }
            return columns;
        }

        String index() {
            var columns = indexed();
            return "household_by_" + (columns.isEmpty() ? "village" : columns.getFirst().column());
        }
    }

    record Column(String column, String value) {}

    record Statement(String sql, Map<String, Object> params) {}

    private record Row(HouseholdLine item, boolean matches) {}

    /** A line of the list; {@code head} is the name of the head of household, {@code members} how many live there. */
    record HouseholdLine(String number, String village, String villageName, @Nullable String hamlet, @Nullable String head,
            int members,
            @Nullable String type, @Nullable String poorKind, @Nullable String exitState, @Nullable String mainCause,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> withheld) {

        List<String> position() {
            return List.of(village, number);
        }
    }
}
