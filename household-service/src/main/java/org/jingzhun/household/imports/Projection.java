package org.jingzhun.household.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjLongConsumer;

import org.jingzhun.household.facts.FactCiphers;
import org.jingzhun.household.facts.FactColumns;
import org.jingzhun.household.facts.RegisterFacts;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.imports.ProjectedParts.FileRow;
import org.jingzhun.household.imports.ProjectedParts.Household;
import org.jingzhun.household.imports.ProjectedParts.Known;
import org.jingzhun.household.imports.ProjectedParts.Sealed;
import org.jingzhun.household.imports.ProjectedParts.Told;
import org.jingzhun.household.rules.Fields;
import org.jingzhun.household.rules.Values;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import static org.jingzhun.household.imports.Range.HOUSEHOLDS;
import static org.jingzhun.household.imports.Range.ROWS;

/**
 * Reads the households that a file changes as it would leave them: what it tells, and for the rest what the register has, with the
 * members of whom the file does not speak. What is older than the register does not lie over it.
 */
@Component
class Projection {

    private static final FactColumns HOUSEHOLD = FactColumns.of(Holder.HOUSEHOLD);
    private static final FactColumns PERSON = FactColumns.of(Holder.PERSON);
    private static final FactColumns MEMBERSHIP = FactColumns.of(Holder.MEMBERSHIP);
    private static final FactColumns YEAR = FactColumns.of(Holder.HOUSEHOLD_YEAR);
    private static final FactColumns RELATION = FactColumns.of(List.of(Field.RELATION));

    /** A phone that cannot be one does not come this far. */
    private static final Fields OF_HOUSEHOLDS = RegisterFacts.ALL.without(Field.HOUSEHOLD_PHONE);

    private static final String CHANGED = HOUSEHOLDS + """
             and hh.refused = false and (hh.change_kind <> 0 or exists (
                  select 1 from import_row c where c.import_id = hh.import_id and c.household_seq = hh.household_seq
                     and c.refused = false and c.change_kind <> 0))
            """;
    private static final String KNOWN = CHANGED + " and hh.change_kind <> 1";

    private final JdbcClient jdbc;
    private final FactCiphers ciphers;
    private final Clock clock;

    Projection(JdbcClient jdbc, FactCiphers ciphers, Clock clock) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
        this.clock = clock;
    }

    List<ProjectedHousehold> read(Range range) {
        var reading = new Reading(range);
        reading.households();
        if (reading.drafts.isEmpty()) {
            return List.of();
        }
        reading.rows();
        if (reading.drafts.values().stream().anyMatch(draft -> !draft.household().isNew())) {
            reading.members();
            reading.years();
        }
        reading.movingIn();
        reading.earlier();
        return reading.drafts.values().stream().map(draft -> draft.project(ciphers)).toList();
    }

    private final class Reading {

        private final Range range;
        private final Told told;
        private final LocalDate today = LocalDate.now(clock);
        private final Map<Integer, ProjectedDraft> drafts = new LinkedHashMap<>();

        Reading(Range range) {
            this.range = range;
            this.told = Told.by(range);
        }

        void households() {
            jdbc.sql("""
                    select hh.household_seq, hh.change_kind, hh.number, hh.village, hh.effective_on, h.id, h.valid_from, h.data_year%s%s%s
                      from import_household hh left join household h on h.number = hh.number
                     where %s order by hh.household_seq
                    """.formatted(told.household().after("hh"), told.year().after("hh"), HOUSEHOLD.after("h"), CHANGED))
                    .params(range.parameters()).query(row -> {
                        var household = household(row);
                        drafts.put(household.seq(),
                                new ProjectedDraft(household, told, range.job().dataYear(), today));
                    });
        }

        private Household household(ResultSet row) throws SQLException {
            var its = new Values(OF_HOUSEHOLDS);
            var year = new Values(RegisterFacts.ALL);
            var next = told.year().fill(row, told.household().fill(row, 9, its), year);
            var id = row.getLong(6);
            Values register = null;
            if (id != 0) {
                register = new Values(OF_HOUSEHOLDS);
                HOUSEHOLD.fill(row, next, register);
            }
            var effectiveOn = row.getObject(5, LocalDate.class);
            return new Household(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4), effectiveOn, its, year,
                    register, id, id == 0 ? effectiveOn : row.getObject(7, LocalDate.class), row.getInt(8));
        }

        void rows() {
            jdbc.sql("""
                    select r.household_seq, r.row_no, r.change_kind, r.person_number, r.effective_on, r.resident_id, r.phone%s%s
                      from import_row r where %s and r.refused = false order by r.household_seq, r.row_no
                    """.formatted(told.person().after("r"), told.relation() ? RELATION.after("r") : "", ROWS))
                    .params(range.parameters()).query(row -> {
                        var draft = drafts.get(row.getInt(1));
                        if (draft != null) {
                            draft.add(row(row));
                        }
                    });
        }

        private FileRow row(ResultSet row) throws SQLException {
            var kind = row.getInt(3);
            var number = String.valueOf(row.getString(4));
            var values = new Values(RegisterFacts.ALL);
            var next = told.person().fill(row, 8, values);
            if (told.relation()) {
                RELATION.fill(row, next, values);
            }
            var read = new FileRow(row.getInt(2), kind, number, row.getObject(5, LocalDate.class), values,
                    new Sealed(row.getBytes(7)));
            if (read.isOfNewPerson()) {
                ciphers.fill(values, Field.RESIDENT_ID, row.getBytes(6), number); // a known one keeps the register's
            }
            return read;
        }

        void members() {
            jdbc.sql("""
                    select hh.household_seq, p.number, p.id, p.valid_from, p.resident_id, p.phone%s%s
                      from import_household hh
                      straight_join household h on h.number = hh.number
                      straight_join membership m force index (membership_by_household) on m.household_id = h.id and m.left_on is null
                      straight_join person p force index (primary) on p.id = m.person_id
                     where %s
                    """.formatted(PERSON.after("p"), MEMBERSHIP.after("m"), KNOWN)).params(range.parameters()).query(row -> {
                var draft = drafts.get(row.getInt(1));
                if (draft != null) {
                    var values = new Values(RegisterFacts.ALL);
                    MEMBERSHIP.fill(row, PERSON.fill(row, 7, values), values);
                    draft.add(known(row, values, true));
                }
            });
        }

        /** Persons whom the register knows, and of whom it does not know that they live there. */
        void movingIn() {
            var places = new HashMap<String, ProjectedDraft>();
            drafts.values().forEach(draft -> draft.rows().stream().filter(FileRow::movesIn)
                    .forEach(row -> places.put(row.number(), draft)));
            if (!places.isEmpty()) {
                jdbc.sql(
                        "select 0, p.number, p.id, p.valid_from, p.resident_id, p.phone%s from person p where p.number in (:numbers)"
                                .formatted(PERSON.after("p")))
                        .param("numbers", places.keySet()).query(row -> {
                            var values = new Values(RegisterFacts.ALL);
                            PERSON.fill(row, 7, values);
                            Objects.requireNonNull(places.get(row.getString(2))).add(known(row, values, false));
                        });
            }
        }

        private Known known(ResultSet row, Values values, boolean lives) throws SQLException {
            var number = row.getString(2);
            ciphers.fill(values, Field.RESIDENT_ID, row.getBytes(5), number);
            return new Known(number, row.getLong(3), row.getObject(4, LocalDate.class), values, new Sealed(row.getBytes(6)),
                    lives);
        }

        void years() {
            jdbc.sql("""
                    select hh.household_seq, y.year%s
                      from import_household hh
                      straight_join household h on h.number = hh.number
                      straight_join household_year y force index (household_year_by_household) on y.household_id = h.id
                     where %s
                    """.formatted(YEAR.after("y"), KNOWN)).params(range.parameters()).query(row -> {
                var draft = drafts.get(row.getInt(1));
                if (draft != null) {
                    var values = new Values(RegisterFacts.ALL);
                    YEAR.fill(row, 3, values);
                    draft.addYear(row.getInt(2), values);
                }
            });
        }

        /** What was before, of what is corrected as of the day from which it is known; of all else that is what the register has. */
        void earlier() {
            var households = new HashMap<Long, ProjectedDraft>();
            var persons = new HashMap<Long, ProjectedDraft>();
            drafts.values().forEach(draft -> {
                if (draft.isOfTheSameDay()) {
                    households.put(draft.household().id(), draft);
                }
                draft.personsOfTheSameDay().forEach(person -> persons.put(person, draft));
            });
            earlier(Holder.HOUSEHOLD, FactColumns.EARLIER_HOUSEHOLD, households,
                    (values, id) -> Objects.requireNonNull(households.get(id)).addEarlier(values));
            earlier(Holder.PERSON, FactColumns.EARLIER_PERSON, persons,
                    (values, id) -> Objects.requireNonNull(persons.get(id)).addEarlier(id, values));
        }

        private void earlier(Holder holder, FactColumns columns, Map<Long, ProjectedDraft> of, ObjLongConsumer<Values> into) {
            if (of.isEmpty()) {
                return;
            }
            jdbc.sql("""
                    select t.id%s from %s c straight_join %s t force index (%s_by_id)
                        on t.id = c.id and t.valid_to <= c.valid_from and t.recorded_to = '9999-12-31'
                     where c.id in (:ids) order by t.id, t.valid_from
                    """.formatted(columns.after("t"), holder.table(), holder.history(), holder.history()))
                    .param("ids", new ArrayList<>(of.keySet())).query(row -> {
                        var values = new Values(RegisterFacts.ALL);
                        columns.fill(row, 2, values);
                        into.accept(values, row.getLong(1));
                    });
        }
    }
}
