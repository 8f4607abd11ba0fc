package org.jingzhun.household.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.history.Moment;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.page.Cursor;
import org.jingzhun.starter.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The households of an area, village by village: those of today without the removed ones, or those of a moment. */
@Component
class HouseholdList {

    private final JdbcClient jdbc;
    private final Divisions divisions;
    private final Sensitivity sensitivity;
    private final FilterCheck check;
    private final HeadsThen heads;
    private final Clock clock;

    HouseholdList(JdbcClient jdbc, Divisions divisions, Sensitivity sensitivity, FilterCheck check, HeadsThen heads,
            Clock clock) {
        this.jdbc = jdbc;
        this.divisions = divisions;
        this.sensitivity = sensitivity;
        this.check = check;
        this.heads = heads;
        this.clock = clock;
    }

    /** A page; who asks for what is sensitive is only shown where he may see it, lest a filter tell what the answer withholds. */
    Page<HouseholdLine> page(Scope scope, HouseholdFilter filter, @Nullable Moment moment, Scope sensitive, Cursor after) {
        check.check(filter);
        var onlySensitive = check.isSensitive(filter);
        if (onlySensitive && sensitive instanceof Scope.None) {
            throw new SensitiveWithheld();
        }
        var statements = statements(scope, filter, moment, sensitive, onlySensitive, after);
        if (!statements.isBounded()) {
            var page = jdbc.sql(statements.page(false)).params(statements.params());
            return Page.of(lines(page, moment, sensitive), after, HouseholdLine::position);
        }
        var lines = new ArrayList<HouseholdLine>();
        var from = List.of(after.text(0), after.text(1));
        for (var look : statements.looks()) {
            var horizon = horizon(statements, from, look);
            lines.addAll(lines(page(statements, from, horizon).param("fetch", after.fetch() - lines.size()), moment, sensitive));
            if (lines.size() > after.limit() || horizon.isEmpty()) {
                return Page.of(lines, after, HouseholdLine::position);
            }
            from = horizon.get();
        }
        return Page.upTo(lines, after, from);
    }

    /** The last place of a look that begins behind another place; empty where the list ends before. */
    private Optional<List<String>> horizon(ListStatements statements, List<String> from, int look) {
        return jdbc.sql(statements.horizon()).params(statements.params()).param("village", from.get(0))
                .param("number", from.get(1))
                .param("before", look - 1).query((row, index) -> List.of(row.getString(1), row.getString(2))).optional();
    }

    private JdbcClient.StatementSpec page(ListStatements statements, List<String> from, Optional<List<String>> horizon) {
        var page = jdbc.sql(statements.page(horizon.isPresent())).params(statements.params()).param("village", from.get(0))
                .param("number", from.get(1));
        return horizon.map(to -> page.param("toVillage", to.get(0)).param("toNumber", to.get(1))).orElse(page);
    }

    private List<HouseholdLine> lines(JdbcClient.StatementSpec page, @Nullable Moment moment, Scope sensitive) {
        var rows = page.query((row, index) -> row(row, moment == null)).list();
        var seen = moment == null ? rows : heads.add(rows, moment);
        return seen.stream().map(row -> line(row, sensitive.covers(row.village()))).toList();
    }

    /** The statements of a page, apart from their reading, so that their plans can be looked at. */
    ListStatements statements(Scope scope, HouseholdFilter filter, @Nullable Moment moment, Scope sensitive,
            boolean onlySensitive, Cursor after) {
        return new ListStatements(scope, sensitive, onlySensitive, filter, moment,
                moment == null ? LocalDate.now(clock) : moment.asOf(), sensitivity.childrenBornAfter(), after);
    }

    private static Row row(ResultSet row, boolean withHead) throws SQLException {
        return new Row(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), row.getString(6),
                row.getString(7), row.getString(8), row.getString(9), withHead ? row.getInt(10) : 0,
                withHead ? row.getString(11) : null, withHead ? row.getObject(12, LocalDate.class) : null);
    }

    private HouseholdLine line(Row row, boolean open) {
        var headIsHidden = !open && sensitivity.isChild(row.headBorn());
        var causeIsHidden = !open && sensitivity.tellsOfHealth(row.mainCause());
        return new HouseholdLine(row.number(), row.village(), divisions.name(row.village()), row.hamlet(),
                headIsHidden ? null : row.head(), row.members(), row.type(), row.poorKind(), row.exitState(),
                causeIsHidden ? null : row.mainCause(), row.monitoredKind(), withheld(headIsHidden, causeIsHidden));
    }

    private static @Nullable List<String> withheld(boolean head, boolean cause) {
        if (!head && !cause) {
            return null;
        }
        return head && cause ? List.of("head", "mainCause") : List.of(head ? "head" : "mainCause");
    }

    /** A household before it is known what of it may be seen. */
    record Row(long id, String number, String village, @Nullable String hamlet, @Nullable String type, @Nullable String poorKind,
            @Nullable String exitState, @Nullable String mainCause, @Nullable String monitoredKind, int members,
            @Nullable String head, @Nullable LocalDate headBorn) {

        Row with(int itsMembers, @Nullable String itsHead, @Nullable LocalDate born) {
            return new Row(id, number, village, hamlet, type, poorKind, exitState, mainCause, monitoredKind, itsMembers, itsHead,
                    born);
        }
    }

    /** A line of the list; {@code head} is the name of the head of household, {@code members} how many live there. */
    record HouseholdLine(String number, String village, String villageName, @Nullable String hamlet, @Nullable String head,
            int members,
            @Nullable String type, @Nullable String poorKind, @Nullable String exitState, @Nullable String mainCause,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String monitoredKind,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> withheld) {

        List<String> position() {
            return List.of(village, number);
        }
    }
}
