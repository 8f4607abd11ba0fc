package org.jingzhun.household.imports;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.jingzhun.household.imports.Range.HOUSEHOLDS;
import static org.jingzhun.household.imports.Range.ROWS;

/**
 * Looks three ways at what a file says of a time before the register's: at the file, at the register of today, and at the register of the
 * file's day 【三方比对】.
 *
 * <p>What the file and the register of its day agree on, the register knows better today. What has not changed since that day, and no later
 * list has confirmed, is a plain change of the past. Everything else contradicts, and somebody has to decide.
 */
@Component
class ThreeWay {

    private final JdbcClient jdbc;
    private final Clock clock;

    ThreeWay(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void classify(Range range) {
        for (var day : days(range, "import_row r", "r", ROWS)) {
            persons(range, day);
            if (range.template().canCreate()) {
                memberships(range, day);
            }
        }
        for (var day : days(range, "import_household hh", "hh", HOUSEHOLDS)) {
            households(range, day);
            years(range, day);
            jdbc.sql("""
                    update import_household hh
                      join import_row r on r.import_id = hh.import_id and r.household_seq = hh.household_seq
                       set r.older = (r.older & 63) | if((hh.older & 12) <> 0, 64, 0) | if((hh.older & 3) <> 0, 128, 0)
                           | if((hh.older & 48) <> 0, 256, 0)
                     where %s and %s and hh.effective_on = :effectiveOn and r.refused = false
                    """.formatted(HOUSEHOLDS, range.headRow())).params(range.parameters(day)).update();
        }
    }

    private List<LocalDate> days(Range range, String table, String alias, String condition) {
        return jdbc.sql("select distinct %2$s.effective_on from %1$s where %3$s and %2$s.refused = false and %2$s.older <> 0"
                .formatted(table, alias, condition)).params(range.parameters()).query(LocalDate.class).list();
    }

    private void persons(Range range, LocalDate day) {
        var ids = ids(range, day, """
                select d.id from import_row r straight_join person d on d.resident_id_digest = r.resident_id_digest
                 where %s and r.effective_on = :effectiveOn and r.refused = false and (r.older & 1) <> 0
                """.formatted(ROWS));
        if (!ids.isEmpty()) {
            var fields = range.columns().compared(Holder.PERSON);
            update(range, day, """
                    update import_row r
                      join person d on d.resident_id_digest = r.resident_id_digest
                      join household hx on hx.number = r.household_number
                      left join %s b on b.id = d.id
                       set r.older = r.older | if(%s, 4, 0) | if(%s, 16, 0)
                     where %s and r.effective_on = :effectiveOn and r.refused = false and (r.older & 1) <> 0
                    """.formatted(Moment.rows(Holder.PERSON, "t.id in (" + ids + ")"),
                    contradicts(fields, "d", "r", Kinds.LATER_LIST), isUnchanged(fields, "d", "r", Kinds.LATER_LIST), ROWS));
        }
    }

    private void memberships(Range range, LocalDate day) {
        var ids = ids(range, day, """
                select d.id from import_row r straight_join person d on d.resident_id_digest = r.resident_id_digest
                 where %s and r.effective_on = :effectiveOn and r.refused = false and (r.older & 2) <> 0
                """.formatted(ROWS));
        update(range, day, """
                update import_row r
                  join household hx on hx.number = r.household_number
                  left join person d on d.resident_id_digest = r.resident_id_digest
                  left join membership dm on dm.open_person = d.id
                  left join %s b on b.person_id = d.id
                   set r.older = r.older | case
                         when b.household_id = hx.id and b.relation <=> r.relation then 0
                         when b.household_id = hx.id and dm.relation = b.relation and not %s then 32
                         else 8 end
                 where %s and r.effective_on = :effectiveOn and r.refused = false and (r.older & 2) <> 0
                """.formatted(Moment.rows(Holder.MEMBERSHIP, "t.person_id in (" + (ids.isEmpty() ? "0" : ids) + ")"),
                Kinds.LATER_LIST, ROWS));
    }

    private void households(Range range, LocalDate day) {
        var ids = ids(range, day, """
                select h.id from import_household hh straight_join household h on h.number = hh.number
                 where %s and hh.effective_on = :effectiveOn and hh.refused = false and (hh.older & 1) <> 0
                """.formatted(HOUSEHOLDS));
        if (!ids.isEmpty()) {
            var fields = range.columns().compared(Holder.HOUSEHOLD);
            update(range, day, """
                    update import_household hh
                      join household hx on hx.number = hh.number
                      left join %s b on b.id = hx.id
                       set hh.older = hh.older | if(%s, 4, 0) | if(%s, 16, 0)
                     where %s and hh.effective_on = :effectiveOn and hh.refused = false and (hh.older & 1) <> 0
                    """.formatted(Moment.rows(Holder.HOUSEHOLD, "t.id in (" + ids + ")"),
                    contradicts(fields, "hx", "hh", Kinds.LATER_LIST), isUnchanged(fields, "hx", "hh", Kinds.LATER_LIST),
                    HOUSEHOLDS));
        }
    }

    private void years(Range range, LocalDate day) {
        var ids = ids(range, day, """
                select h.id from import_household hh straight_join household h on h.number = hh.number
                 where %s and hh.effective_on = :effectiveOn and hh.refused = false and (hh.older & 2) <> 0
                """.formatted(HOUSEHOLDS));
        if (!ids.isEmpty()) {
            var fields = range.columns().compared(Holder.HOUSEHOLD_YEAR);
            update(range, day, """
                    update import_household hh
                      join household hx on hx.number = hh.number
                      join household_year y on y.household_id = hx.id and y.year = :dataYear
                      left join %s b on b.id = y.id
                       set hh.older = hh.older | if(%s, 8, 0) | if(%s, 32, 0)
                     where %s and hh.effective_on = :effectiveOn and hh.refused = false and (hh.older & 2) <> 0
                    """.formatted(Moment.rows(Holder.HOUSEHOLD_YEAR, "t.household_id in (" + ids + ")"),
                    contradicts(fields, "y", "hh", "false"), isUnchanged(fields, "y", "hh", "false"), HOUSEHOLDS));
        }
    }

    private String ids(Range range, LocalDate day, String query) {
        return jdbc.sql(query).params(range.parameters(day)).query(Long.class).list().stream().map(String::valueOf)
                .collect(Collectors.joining(","));
    }

    private void update(Range range, LocalDate day, String statement) {
        jdbc.sql(statement).params(parameters(range, day)).update();
    }

    private Map<String, @Nullable Object> parameters(Range range, LocalDate day) {
        var parameters = new HashMap<>(range.parameters(day));
        parameters.putAll(new Moment(day, clock.instant()).params());
        return parameters;
    }

    private static String contradicts(List<Field> fields, String register, String file, String laterList) {
        return fields.stream().map(field -> "(%s and (b.id is null or (%s and (%s or %s))))".formatted(
                RegisterColumns.differs(field, register, file), RegisterColumns.differs(field, "b", file),
                RegisterColumns.changed(field, "b", register), laterList)).collect(Collectors.joining(" or "));
    }

    private static String isUnchanged(List<Field> fields, String register, String file, String laterList) {
        return fields.stream().map(field -> "(%s and b.id is not null and %s and not %s and not %s)".formatted(
                RegisterColumns.differs(field, register, file), RegisterColumns.differs(field, "b", file),
                RegisterColumns.changed(field, "b", register), laterList)).collect(Collectors.joining(" or "));
    }
}
