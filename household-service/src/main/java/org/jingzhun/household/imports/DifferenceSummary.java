package org.jingzhun.household.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
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

/** How often each field of a file differs from the register. */
@Component
class DifferenceSummary {

    private final JdbcClient jdbc;
    private final Clock clock;

    DifferenceSummary(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Differences of one field. */
    record FieldCount(String field, long changed, long registerNewer, long conflicting) {

        private FieldCount and(long moreChanged, long moreNewer, long moreConflicting) {
            return new FieldCount(field, changed + moreChanged, registerNewer + moreNewer, conflicting + moreConflicting);
        }
    }

    /** A table of the register beside the file, by what joins them and which bits mark changes and what is older. */
    private record Side(Holder holder, String file, String register, String from, int changed, int older, String laterList) {}

    private static final List<Side> SIDES = List.of(
            new Side(Holder.PERSON, "r", "d", """
                    import_row r straight_join person d on d.resident_id_digest = r.resident_id_digest
                      left join household hx on hx.number = r.household_number
                    """, 2, 1, Kinds.LATER_LIST),
            new Side(Holder.HOUSEHOLD, "hh", "hx", "import_household hh straight_join household hx on hx.number = hh.number", 2,
                    1,
                    Kinds.LATER_LIST),
            new Side(Holder.HOUSEHOLD_YEAR, "hh", "y", """
                    import_household hh straight_join household hx on hx.number = hh.number
                      straight_join household_year y on y.household_id = hx.id and y.year = :dataYear
                    """, 8, 2, "false"));

    /** Fields that differ anywhere, in the order of the catalogue. */
    List<FieldCount> of(ImportJob job) {
        var counts = new EnumMap<Field, FieldCount>(Field.class);
        for (var side : SIDES) {
            var fields = job.columns().compared(side.holder);
            if (!fields.isEmpty()) {
                plain(job, side, fields, counts);
                days(job, side).forEach(day -> older(job, side, fields, day, counts));
            }
        }
        if (job.columns().told().contains(Field.RELATION)) {
            var relation = jdbc.sql("""
                    select coalesce(sum((change_kind & 8) <> 0 or (older & 32) <> 0), 0) as changed,
                           coalesce(sum((older & 2) <> 0 and (older & 40) = 0), 0) as newer,
                           coalesce(sum((older & 8) <> 0), 0) as conflicting
                      from import_row where import_id = ? and refused = false
                    """).param(job.id()).query((row, number) -> new FieldCount(Field.RELATION.key(), row.getLong(1),
                    row.getLong(2), row.getLong(3))).single();
            counts.put(Field.RELATION, relation);
        }
        return counts.values().stream().filter(count -> count.changed + count.registerNewer + count.conflicting > 0).toList();
    }

    private void plain(ImportJob job, Side side, List<Field> fields, Map<Field, FieldCount> counts) {
        jdbc.sql("select %s from %s where %s and (%s.change_kind & %d) <> 0".formatted(
                fields.stream().map(field -> sum(RegisterColumns.differs(field, side.register, side.file)))
                        .collect(Collectors.joining(", ")),
                side.from, condition(side), side.file, side.changed)).params(parameters(job))
                .query(row -> {
                    for (int i = 0; i < fields.size(); i++) {
                        add(counts, fields.get(i), row.getLong(i + 1), 0, 0);
                    }
                });
    }

    private List<LocalDate> days(ImportJob job, Side side) {
        return jdbc.sql("select distinct %1$s.effective_on from %2$s where %3$s and (%1$s.older & %4$d) <> 0".formatted(side.file,
                side.from, condition(side), side.older)).params(parameters(job)).query(LocalDate.class).list();
    }

    private void older(ImportJob job, Side side, List<Field> fields, LocalDate day, Map<Field, FieldCount> counts) {
        var which = "%s and (%s.older & %d) <> 0 and %s.effective_on = :asOf".formatted(condition(side), side.file, side.older,
                side.file);
        var sums = new ArrayList<String>();
        for (var field : fields) {
            var differs = RegisterColumns.differs(field, side.register, side.file);
            var sinceFile = RegisterColumns.differs(field, "b", side.file);
            var unchanged = "not %s and not %s".formatted(RegisterColumns.changed(field, "b", side.register), side.laterList);
            sums.add(sum("%s and b.id is not null and %s and %s".formatted(differs, sinceFile, unchanged)));
            sums.add(sum("%s and b.id is not null and not %s".formatted(differs, sinceFile)));
            sums.add(sum("%s and (b.id is null or (%s and not (%s)))".formatted(differs, sinceFile, unchanged)));
        }
        var base = Moment.rows(side.holder, "t.id in (select %s.id from %s where %s)".formatted(side.register, side.from, which));
        var parameters = parameters(job);
        parameters.putAll(new Moment(day, clock.instant()).params());
        jdbc.sql("select %s from %s left join %s b on b.id = %s.id where %s".formatted(String.join(", ", sums), side.from, base,
                side.register, which)).params(parameters).query(row -> {
                    for (int i = 0; i < fields.size(); i++) {
                        add(counts, fields.get(i), row, i * 3 + 1);
                    }
                });
    }

    private static void add(Map<Field, FieldCount> counts, Field field, ResultSet row, int column) throws SQLException {
        add(counts, field, row.getLong(column), row.getLong(column + 1), row.getLong(column + 2));
    }

    private static void add(Map<Field, FieldCount> counts, Field field, long changed, long newer, long conflicting) {
        counts.put(field, counts.getOrDefault(field, new FieldCount(field.key(), 0, 0, 0)).and(changed, newer, conflicting));
    }

    private static String sum(String condition) {
        return "coalesce(sum(" + condition + "), 0)";
    }

    private static String condition(Side side) {
        return "%1$s.import_id = :import and %1$s.refused = false".formatted(side.file);
    }

    private static Map<String, @Nullable Object> parameters(ImportJob job) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("import", job.id());
        parameters.put("dataYear", job.dataYear());
        return parameters;
    }
}
