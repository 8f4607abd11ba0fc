package org.jingzhun.household.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.field.Shape;
import org.jingzhun.household.rules.Fields;
import org.jingzhun.household.rules.HouseholdFacts;
import org.jingzhun.household.rules.PersonFacts;
import org.jingzhun.household.rules.Values;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns the stored register into the facts that the rules look at, some villages at once. Order and indexes of the joins are prescribed:
 * just after an import the database's knowledge of the tables is out of date, and a scan for each chunk costs tenfold.
 */
@Component
class RegisterReader {

    private static final Fields ALL = Fields.all();
    private static final Fields NO_WORK_PLACE = ALL.without(Field.WORK_PLACE);
    private static final Columns HOUSEHOLD = new Columns(Holder.HOUSEHOLD, "h");
    private static final Columns PERSON = new Columns(Holder.PERSON, "p");
    private static final Columns MEMBERSHIP = new Columns(Holder.MEMBERSHIP, "m");
    private static final Columns YEAR = new Columns(Holder.HOUSEHOLD_YEAR, "y");

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final QualitySettings settings;

    RegisterReader(JdbcClient jdbc, FieldCipher cipher, QualitySettings settings) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.settings = settings;
    }

    /** A household with the keys of its rows beside the facts. */
    record Stored(long id, String number, HouseholdFacts facts, List<StoredPerson> persons) {}

    /** A member with the keys of his row. */
    record StoredPerson(long id, String number, PersonFacts facts) {}

    /** All households of these villages that are not removed, each with its members and years. */
    List<Stored> read(List<String> villages, LocalDate today) {
        var households = new LinkedHashMap<Long, Row>();
        jdbc.sql("""
                select h.id, h.number, h.village, h.data_year, h.valid_from, %s from household h
                 where h.village in (:villages) and h.removed_on is null order by h.village, h.number
                """.formatted(HOUSEHOLD.list)).param("villages", villages).query(row -> {
            households.put(row.getLong(1), household(row, today));
        });
        if (households.isEmpty()) {
            return List.of();
        }
        var persons = earlierPersons(villages);
        jdbc.sql("""
                select m.household_id, p.id, p.number, p.valid_from, %s, %s
                  from household h
                  straight_join membership m force index (membership_by_household) on m.household_id = h.id and m.left_on is null
                  straight_join person p force index (primary) on p.id = m.person_id
                 where h.village in (:villages) and h.removed_on is null
                """.formatted(PERSON.list, MEMBERSHIP.list)).param("villages", villages).query(row -> {
            var household = households.get(row.getLong(1));
            if (household != null) {
                household.members.add(member(row, household, today));
            }
        });
        years(villages, households);
        var earlier = earlierHouseholds(villages);
        return households.values().stream().map(row -> row.stored(persons, earlier)).toList();
    }

    private Row household(ResultSet row, LocalDate today) throws SQLException {
        var number = row.getString(2);
        var values = new Values(settings.phones() ? ALL : ALL.without(Field.HOUSEHOLD_PHONE));
        fill(row, HOUSEHOLD, 6, values, number);
        var year = row.getInt(4);
        var from = row.getObject(5, LocalDate.class);
        var ofData = row.wasNull() || year == 0 ? from : later(from, LocalDate.of(year, 12, 31));
        return new Row(row.getLong(1), number, row.getString(3), values, ofData.isAfter(today) ? today : ofData);
    }

    private Member member(ResultSet row, Row household, LocalDate today) throws SQLException {
        var number = row.getString(3);
        var values = new Values(settings.phones() ? ALL : ALL.without(Field.PHONE));
        var next = fill(row, PERSON, 5, values, number);
        fill(row, MEMBERSHIP, next, values, number);
        var on = later(row.getObject(4, LocalDate.class), household.on);
        household.workPlaceIsKnown |= values.has(Field.WORK_PLACE);
        return new Member(row.getLong(2), number, values, on.isAfter(today) ? today : on);
    }

    private int fill(ResultSet row, Columns columns, int from, Values values, String number) throws SQLException {
        var column = from;
        for (var field : columns.fields) {
            values.set(field, value(row, column++, field, number));
        }
        return column;
    }

    private @Nullable Object value(ResultSet row, int column, Field field, String number) throws SQLException {
        return switch (field.kind()) {
            case TEXT, CODE, CODES -> row.getString(column);
            case YES_NO -> {
                var yes = row.getBoolean(column);
                yield row.wasNull() ? null : (Object) yes;
            }
            case DAY -> row.getObject(column, LocalDate.class);
            case MONEY, DECIMAL -> row.getBigDecimal(column);
            case COUNT -> {
                var count = row.getInt(column);
                yield row.wasNull() ? null : (Object) count;
            }
            case PHONE, DOCUMENT -> {
                var stored = settings.phones() || field.kind() == Shape.Kind.DOCUMENT
                        ? row.getBytes(column)
                        : null;
                yield stored == null ? null : cipher.decryptText(stored, field.cipherColumn(), number);
            }
        };
    }

    /** The two latest sheets of each household. */
    private void years(List<String> villages, Map<Long, Row> households) {
        jdbc.sql("""
                select y.household_id, y.year, %s
                  from household h straight_join household_year y force index (household_year_by_household) on y.household_id = h.id
                 where h.village in (:villages) and h.removed_on is null order by y.household_id, y.year desc
                """.formatted(YEAR.list)).param("villages", villages).query(row -> {
            var household = households.get(row.getLong(1));
            if (household != null && (household.year == null || household.lastYear == null)) {
                var values = new Values(ALL);
                fill(row, YEAR, 3, values, household.number);
                if (household.year == null) {
                    household.year = values;
                    household.yearOfSheet = row.getInt(2);
                } else if (row.getInt(2) == household.yearOfSheet - 1) {
                    household.lastYear = values;
                }
            }
        });
    }

    /** What was true of each member before what is true now; the last of several. */
    private Map<Long, Values> earlierPersons(List<String> villages) {
        var found = new HashMap<Long, Values>();
        jdbc.sql("""
                select t.id, t.birth_date, t.sex, t.education, t.school_status, t.health, t.labour, t.ethnicity, t.work_started_on,
                       t.work_ended_on
                  from household h
                  straight_join membership m force index (membership_by_household) on m.household_id = h.id and m.left_on is null
                  straight_join person p force index (primary) on p.id = m.person_id
                  straight_join person_history t force index (person_history_by_id)
                     on t.id = p.id and t.valid_to <= p.valid_from and t.recorded_to = '9999-12-31'
                 where h.village in (:villages) and h.removed_on is null order by t.id, t.valid_from
                """).param("villages", villages).query(row -> {
            found.put(row.getLong(1), new Values(ALL).set(Field.BIRTH_DATE, row.getObject(2, LocalDate.class))
                    .set(Field.SEX, row.getString(3)).set(Field.EDUCATION, row.getString(4))
                    .set(Field.SCHOOL_STATUS, row.getString(5)).set(Field.HEALTH, row.getString(6))
                    .set(Field.LABOUR, row.getString(7)).set(Field.ETHNICITY, row.getString(8))
                    .set(Field.WORK_STARTED_ON, row.getObject(9, LocalDate.class))
                    .set(Field.WORK_ENDED_ON, row.getObject(10, LocalDate.class)));
        });
        return found;
    }

    private Map<Long, Values> earlierHouseholds(List<String> villages) {
        var found = new HashMap<Long, Values>();
        jdbc.sql("""
                select t.id, t.type, t.exit_state, t.dangerous_house, t.safe_water, t.first_identified_on
                  from household h
                  straight_join household_history t force index (household_history_by_id)
                     on t.id = h.id and t.valid_to <= h.valid_from and t.recorded_to = '9999-12-31'
                 where h.village in (:villages) and h.removed_on is null order by t.id, t.valid_from
                """).param("villages", villages).query(row -> {
            found.put(row.getLong(1), new Values(ALL).set(Field.HOUSEHOLD_TYPE, row.getString(2))
                    .set(Field.EXIT_STATE, row.getString(3)).set(Field.DANGEROUS_HOUSE, row.getObject(4, Boolean.class))
                    .set(Field.SAFE_WATER, row.getObject(5, Boolean.class))
                    .set(Field.FIRST_IDENTIFIED_ON, row.getObject(6, LocalDate.class)));
        });
        return found;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The fields of a table in the order in which they are selected. */
    private static final class Columns {

        private final List<Field> fields;
        private final String list;

        Columns(Holder holder, String alias) {
            fields = List.copyOf(Field.of(holder));
            list = fields.stream().map(field -> alias + "." + field.column()).collect(Collectors.joining(", "));
        }
    }

    private record Member(long id, String number, Values values, LocalDate on) {

        StoredPerson stored(Map<Long, Values> earlier, Fields asked) {
            return new StoredPerson(id, number, new PersonFacts(values.askingOnly(asked), earlier.get(id), on));
        }
    }

    /** A household while its parts come in. */
    private static final class Row {

        private final long id;
        private final String number;
        private final String village;
        private final Values values;
        private final LocalDate on;
        private final List<Member> members = new ArrayList<>();
        private boolean workPlaceIsKnown;
        private int yearOfSheet;
        private @Nullable Values year;
        private @Nullable Values lastYear;

        Row(long id, String number, String village, Values values, LocalDate on) {
            this.id = id;
            this.number = number;
            this.village = village;
            this.values = values;
            this.on = on;
        }

        Stored stored(Map<Long, Values> persons, Map<Long, Values> households) {
            var asked = workPlaceIsKnown ? ALL : NO_WORK_PLACE;
            var all = members.stream().map(member -> member.stored(persons, asked)).toList();
            return new Stored(id, number,
                    new HouseholdFacts(values, all.stream().map(StoredPerson::facts).toList(), year, lastYear,
                            households.get(id), on, village),
                    all);
        }
    }
}
