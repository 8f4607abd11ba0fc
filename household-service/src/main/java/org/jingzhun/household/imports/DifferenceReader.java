package org.jingzhun.household.imports;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Compares some households and rows of a file with the register, field by field 【逐项比对】. */
@Component
class DifferenceReader {

    private static final String HOUSEHOLDS = """
              from import_household hh
              left join household hx on hx.number = hh.number
              left join household_year y on y.household_id = hx.id and y.year = :dataYear
             where hh.import_id = :import and hh.household_seq in (:households)
            """;
    private static final String ROWS = """
              from import_row r
              left join person d on d.resident_id_digest = r.resident_id_digest
              left join membership dm on dm.open_person = d.id
              left join household hx on hx.number = r.household_number
             where r.import_id = :import and r.household_seq in (:households) and r.row_no in (:rows)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DifferenceReader(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order of the keys. */
    List<Difference> read(ImportJob job, Collection<DifferenceKey> keys) {
        var found = new TreeMap<DifferenceKey, Difference>(DifferenceKey.ORDER);
        var households = keys.stream().filter(DifferenceKey::isHousehold).toList();
        var rows = keys.stream().filter(key -> !key.isHousehold()).toList();
        if (!households.isEmpty()) {
            new Reading(job,
                    List.of(new Side(Holder.HOUSEHOLD, "hx", "hh", 1, 2), new Side(Holder.HOUSEHOLD_YEAR, "y", "hh", 2, 12)))
                    .read("hh", HOUSEHOLDS, households, found);
        }
        if (!rows.isEmpty()) {
            new Reading(job, List.of(new Side(Holder.PERSON, "d", "r", 1, 3), new Side(Holder.MEMBERSHIP, "dm", "r", 2, 12)))
                    .read("r", ROWS, rows, found);
        }
        return keys.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** A table of the register beside the file: how it is called in the statement, and which bits say that it is older or changes. */
    private record Side(Holder holder, String register, String file, int older, int changes) {

        String name(Field field, String of) {
            return "%s_%s_%s".formatted(holder.name().toLowerCase(Locale.ROOT), field.column(), of);
        }
    }

    private final class Reading {

        private final ImportJob job;
        private final RegisterColumns columns;
        private final List<Side> sides;

        Reading(ImportJob job, List<Side> sides) {
            this.job = job;
            this.columns = job.columns();
            this.sides = sides;
        }

        void read(String alias, String from, List<DifferenceKey> keys, Map<DifferenceKey, Difference> into) {
            var select = new ArrayList<String>();
            for (var side : sides) {
                select.add(side.register + ".id as " + side.holder.name());
                for (var field : columns.compared(side.holder)) {
                    select.add(side.register + "." + RegisterColumns.compared(field) + " as " + side.name(field, "register"));
                    select.add(side.file + "." + RegisterColumns.staged(field, side.file) + " as " + side.name(field, "file"));
                    if (field.isEncrypted()) {
                        select.add(side.register + "." + field.column() + " as " + side.name(field, "register_cipher"));
                        select.add(side.file + "." + (side.file.equals("r")
                                ? RegisterColumns.inRow(side.holder, field.column())
                                : field.column()) + " as " + side.name(field, "file_cipher"));
                    }
                }
            }
            var lines = jdbc
                    .sql("select %1$s.household_seq, %2$s, %1$s.village, %1$s.effective_on, %1$s.change_kind, %1$s.older, %3$s, "
                            .formatted(alias, alias.equals("r")
                                    ? "r.row_no, r.household_number, r.person_number, coalesce(d.birth_date, r.birth_date) as born, r.merged_from, hx.id as hx_id"
                                    : "0 as row_no, hh.number as household_number, null as person_number, null as born, null as merged_from, hx.id as hx_id",
                                    Kinds.LATER_LIST
                                            + " as later_list")
                            + String.join(", ", select) + from)
                    .param("import", job.id()).param("dataYear", job.dataYear())
                    .param("households", keys.stream().map(DifferenceKey::householdSeq).distinct().toList())
                    .param("rows", keys.stream().map(DifferenceKey::rowNo).toList())
                    .query((row, number) -> line(row)).list();
            var bases = new Bases(lines);
            var wanted = Set.copyOf(keys);
            for (var line : lines) {
                var key = new DifferenceKey((int) line.number("household_seq"), (int) line.number("row_no"));
                if (wanted.contains(key)) {
                    into.put(key, difference(line, bases));
                }
            }
        }

        private Line line(ResultSet row) throws SQLException {
            var values = new HashMap<String, @Nullable Object>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                values.put(row.getMetaData().getColumnLabel(i), value(row, i));
            }
            return new Line(values);
        }

        private Difference difference(Line line, Bases bases) {
            var kind = line.number("change_kind");
            var older = line.number("older");
            var fields = new ArrayList<FieldDifference>();
            var ids = new HashMap<Holder, Long>();
            var ciphers = new HashMap<String, byte[]>();
            for (var side : sides) {
                if (line.values.get(side.holder.name()) instanceof Number id) {
                    ids.put(side.holder, id.longValue());
                }
                var isOlder = (older & side.older) != 0;
                if (isOlder || (kind & (side.changes | 1)) != 0) {
                    compare(line, side, isOlder, bases, fields, ciphers);
                }
            }
            return new Difference((int) line.number("household_seq"), (int) line.number("row_no"), line.text("household_number"),
                    line.text("village"), (String) line.values.get("person_number"), (LocalDate) line.values.get("born"),
                    line.values.get("merged_from") != null,
                    (LocalDate) Objects.requireNonNull(line.values.get("effective_on")), (kind & 1) != 0, ids, fields,
                    ciphers);
        }

        private void compare(Line line, Side side, boolean isOlder, Bases bases, List<FieldDifference> into,
                Map<String, byte[]> ciphers) {
            var base = isOlder ? bases.of(line, side) : null;
            for (var field : columns.compared(side.holder)) {
                var register = line.values.get(side.name(field, "register"));
                var file = line.values.get(side.name(field, "file"));
                if (FieldDifference.isSame(register, file)) {
                    continue;
                }
                var confirmed = side.holder != Holder.HOUSEHOLD_YEAR && line.number("later_list") != 0;
                into.add(new FieldDifference(field, FieldDifference.state(register, file, isOlder, confirmed, base != null,
                        base == null ? null : base.get(RegisterColumns.compared(field))), isOlder, register, file));
                for (var of : List.of("register", "file")) {
                    if (field.isEncrypted() && line.values.get(side.name(field, of + "_cipher")) instanceof byte[] cipher) {
                        ciphers.put(of + "." + field.column(), cipher);
                    }
                }
            }
        }

        /** The register of the days of the file, of those lines that are older than the register of today. */
        private final class Bases {

            private final Map<Holder, Map<Long, Map<String, @Nullable Object>>> found = new HashMap<>();

            Bases(List<Line> lines) {
                var days = lines.stream().filter(line -> line.number("older") != 0)
                        .collect(Collectors
                                .groupingBy(line -> (LocalDate) Objects.requireNonNull(line.values.get("effective_on"))));
                days.forEach((day, its) -> sides.forEach(side -> find(side, day, its)));
            }

            private void find(Side side, LocalDate day, List<Line> lines) {
                var membership = side.holder == Holder.MEMBERSHIP;
                var ids = lines.stream().filter(line -> (line.number("older") & side.older) != 0)
                        .map(line -> line.values.get((membership ? Holder.PERSON : side.holder).name()))
                        .filter(Number.class::isInstance).map(String::valueOf).collect(Collectors.joining(","));
                if (ids.isEmpty()) {
                    return;
                }
                var key = membership ? "person_id" : "id";
                var rows = Moment.rows(side.holder, "t." + key + " in (" + ids + ")");
                jdbc.sql("select b.* from " + rows + " b").params(new Moment(day, clock.instant()).params())
                        .query((row, number) -> line(row)).list()
                        .forEach(base -> found.computeIfAbsent(side.holder, it -> new HashMap<>()).put(base.number(key),
                                base.values));
            }

            @Nullable
            Map<String, @Nullable Object> of(Line line, Side side) {
                var id = line.values.get((side.holder == Holder.MEMBERSHIP ? Holder.PERSON : side.holder).name());
                var base = id instanceof Number number ? found.getOrDefault(side.holder, Map.of()).get(number.longValue()) : null;
                return base == null || side.holder != Holder.MEMBERSHIP
                        || line.number("hx_id") == new Line(base).number("household_id") ? base : null; // he lived elsewhere then
            }
        }
    }

    private static @Nullable Object value(ResultSet row, int column) throws SQLException {
        var value = row.getObject(column);
        return value instanceof Date day ? day.toLocalDate() : value;
    }

    private record Line(Map<String, @Nullable Object> values) {

        long number(String column) {
            return switch (values.get(column)) {
                case Number number -> number.longValue();
                case Boolean flag -> flag ? 1 : 0;
                case null, default -> 0;
            };
        }

        String text(String column) {
            return String.valueOf(values.get(column));
        }
    }
}
