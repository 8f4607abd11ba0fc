package org.jingzhun.household.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.History;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the new and the changed households and persons of a chunk, by one statement for each table, and files what they replace. */
@Component
class ImportWriting {

    private static final String ROWS = Range.ROWS + " and r.refused = false";
    private static final String HOUSEHOLDS = Range.HOUSEHOLDS + " and hh.refused = false";

    private final JdbcClient jdbc;
    private final History history;

    ImportWriting(JdbcClient jdbc, History history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    void write(Range range, int digestGeneration, String by, Instant at) {
        new Chunk(range, digestGeneration, by, at).write();
    }

    private final class Chunk {

        private final Range range;
        private final RegisterColumns columns;
        private final Instant at;
        private final Map<String, @Nullable Object> parameters;

        Chunk(Range range, int digestGeneration, String by, Instant at) {
            this.range = range;
            this.columns = range.columns();
            this.at = at;
            this.parameters = new HashMap<>(range.parameters());
            parameters.put("by", by);
            parameters.put("digestGeneration", digestGeneration);
            parameters.put("now", LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        }

        void write() {
            if (range.template().canCreate()) {
                insertHouseholds();
            }
            if (columns.tells(Holder.HOUSEHOLD)) {
                updateHouseholds();
            }
            if (columns.tells(Holder.HOUSEHOLD_YEAR)) {
                insertYears();
                updateYears();
            }
            if (range.template().canCreate()) {
                insertPersons();
            }
            if (columns.tells(Holder.PERSON)) {
                updatePersons();
            }
            if (range.template().canCreate()) {
                insertMemberships();
                updateMemberships();
            }
        }

        private void insertHouseholds() {
            change("""
                    insert into household (number, village%s, data_year, digest_generation, version, created_at, changed_at, changed_by, valid_from,
                           recorded_from)
                    select hh.number, hh.village%s, :dataYear, :digestGeneration, 1, :now, :now, :by, hh.effective_on, :now
                      from import_household hh where %s and hh.change_kind = 1 order by hh.number
                    """.formatted(listed(Holder.HOUSEHOLD), staged(Holder.HOUSEHOLD, "hh"), HOUSEHOLDS));
        }

        private void updateHouseholds() {
            file(Holder.HOUSEHOLD, """
                    select h.id, hh.effective_on as day from import_household hh straight_join household h on h.number = hh.number
                     where %s and (hh.change_kind & 2) <> 0
                    """.formatted(HOUSEHOLDS));
            change("""
                    update import_household hh straight_join household h on h.number = hh.number
                       set %s, h.data_year = greatest(coalesce(h.data_year, 0), :dataYear), %s
                     where %s and (hh.change_kind & 2) <> 0
                    """.formatted(columns.assignments(Holder.HOUSEHOLD, "h", "hh"), stamps("h", "hh"), HOUSEHOLDS));
        }

        private void insertYears() {
            change("""
                    insert into household_year (household_id, year%s, version, created_at, changed_at, changed_by, valid_from,
                           recorded_from)
                    select h.id, :dataYear%s, 1, :now, :now, :by, hh.effective_on, :now
                      from import_household hh straight_join household h on h.number = hh.number
                     where %s and (hh.change_kind & 4) <> 0 order by h.id
                    """.formatted(listed(Holder.HOUSEHOLD_YEAR), staged(Holder.HOUSEHOLD_YEAR, "hh"), HOUSEHOLDS));
        }

        private void updateYears() {
            var from = """
                    import_household hh straight_join household h on h.number = hh.number
                      straight_join household_year y on y.household_id = h.id and y.year = :dataYear
                    """;
            file(Holder.HOUSEHOLD_YEAR, "select y.id, hh.effective_on as day from %s where %s and (hh.change_kind & 8) <> 0"
                    .formatted(from, HOUSEHOLDS));
            change("update %s set %s, %s where %s and (hh.change_kind & 8) <> 0".formatted(from,
                    columns.assignments(Holder.HOUSEHOLD_YEAR, "y", "hh"), stamps("y", "hh"), HOUSEHOLDS));
        }

        private void insertPersons() {
            change("""
                    insert into person (number, resident_id_digest%s, digest_generation, version, created_at, changed_at, changed_by, valid_from,
                           recorded_from)
                    select r.person_number, r.resident_id_digest%s, :digestGeneration, 1, :now, :now, :by, r.effective_on, :now
                      from import_row r where %s and (r.change_kind & 1) <> 0 order by r.person_number
                    """.formatted(listed(Holder.PERSON), staged(Holder.PERSON, "r"), ROWS));
        }

        private void updatePersons() {
            file(Holder.PERSON, """
                    select p.id, r.effective_on as day from import_row r straight_join person p on p.number = r.person_number
                     where %s and (r.change_kind & 2) <> 0
                    """.formatted(ROWS));
            change("""
                    update import_row r straight_join person p on p.number = r.person_number
                       set %s, %s
                     where %s and (r.change_kind & 2) <> 0
                    """.formatted(columns.assignments(Holder.PERSON, "p", "r"), stamps("p", "r"), ROWS));
        }

        private void insertMemberships() {
            change("""
                    insert into membership (household_id, person_id, relation, version, created_at, changed_at, changed_by,
                           valid_from, recorded_from)
                    select h.id, p.id, r.relation, 1, :now, :now, :by, r.effective_on, :now
                      from import_row r
                      straight_join household h on h.number = r.household_number
                      straight_join person p on p.number = r.person_number
                     where %s and (r.change_kind & 4) <> 0 order by p.id
                    """.formatted(ROWS));
        }

        private void updateMemberships() {
            var from = """
                    import_row r
                      straight_join person p on p.number = r.person_number
                      straight_join membership m on m.open_person = p.id
                    """;
            file(Holder.MEMBERSHIP,
                    "select m.id, r.effective_on as day from %s where %s and (r.change_kind & 8) <> 0".formatted(from,
                            ROWS));
            change("update %s set m.relation = r.relation, %s where %s and (r.change_kind & 8) <> 0".formatted(from,
                    stamps("m", "r"), ROWS));
        }

        private String listed(Holder holder) {
            return columns.written(holder).stream().map(column -> ", " + column).collect(Collectors.joining());
        }

        private String staged(Holder holder, String alias) {
            return ", " + columns.staged(holder, alias);
        }

        private static String stamps(String register, String file) {
            return """
                    %1$s.version = %1$s.version + 1, %1$s.changed_at = :now, %1$s.changed_by = :by,
                    %1$s.valid_from = greatest(%1$s.valid_from, %2$s.effective_on), %1$s.recorded_from = :now
                    """.formatted(register, file);
        }

        /** By their numbers, so that no statement over the register depends on what is known of the staging tables. */
        private void file(Holder holder, String changed) {
            jdbc.sql(changed).params(parameters).query(Changed.class).list().stream()
                    .collect(Collectors.groupingBy(Changed::day)).forEach((day, rows) -> file(holder, day, rows));
        }

        private void file(Holder holder, LocalDate day, List<Changed> rows) {
            var ids = rows.stream().map(row -> Long.toString(row.id())).collect(Collectors.joining(","));
            history.file(holder, "t.id in (" + ids + ")", Map.of(), day, at);
        }

        private void change(String sql) {
            jdbc.sql(sql).params(parameters).update();
        }
    }

    private record Changed(long id, LocalDate day) {}
}
