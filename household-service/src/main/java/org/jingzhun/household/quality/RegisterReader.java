package org.jingzhun.household.quality;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jingzhun.household.facts.FactCiphers;
import org.jingzhun.household.facts.FactColumns;
import org.jingzhun.household.facts.RegisterFacts;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.rules.Fields;
import org.jingzhun.household.rules.HouseholdFacts;
import org.jingzhun.household.rules.PersonFacts;
import org.jingzhun.household.rules.Values;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns the stored register into the facts that the rules look at, some villages at once. Order and indexes of the joins are prescribed:
 * just after an import the database's knowledge of the tables is out of date, and a scan for each chunk costs tenfold.
 */
@Component
class RegisterReader {

    private static final FactColumns HOUSEHOLD = FactColumns.of(Holder.HOUSEHOLD);
    private static final FactColumns PERSON = FactColumns.of(Holder.PERSON);
    private static final FactColumns MEMBERSHIP = FactColumns.of(Holder.MEMBERSHIP);
    private static final FactColumns YEAR = FactColumns.of(Holder.HOUSEHOLD_YEAR);

    private final JdbcClient jdbc;
    private final FactCiphers ciphers;
    private final boolean phones;
    private final Fields ofHouseholds;
    private final Fields ofPersons;

    RegisterReader(JdbcClient jdbc, FactCiphers ciphers, QualitySettings settings) {
        this.jdbc = jdbc;
        this.ciphers = ciphers;
        this.phones = settings.phones();
        this.ofHouseholds = phones ? RegisterFacts.ALL : RegisterFacts.ALL.without(Field.HOUSEHOLD_PHONE);
        this.ofPersons = phones ? RegisterFacts.ALL : RegisterFacts.ALL.without(Field.PHONE);
    }

    /** A household with the keys of its rows beside the facts. */
    record Stored(long id, String number, HouseholdFacts facts, List<StoredPerson> persons) {}

    /** A member with the keys of his row. */
    record StoredPerson(long id, String number, PersonFacts facts) {}

    /** All households of these villages that are not removed, each with its members and years. */
    List<Stored> read(List<String> villages, LocalDate today) {
        var households = new LinkedHashMap<Long, Row>();
        jdbc.sql("""
                select h.id, h.number, h.village, h.data_year, h.valid_from, %s%s from household h
                 where h.village in (:villages) and h.removed_on is null order by h.village, h.number
                """.formatted(phones ? "h.phone" : "null", HOUSEHOLD.after("h"))).param("villages", villages).query(row -> {
            households.put(row.getLong(1), household(row, today));
        });
        if (households.isEmpty()) {
            return List.of();
        }
        var persons = earlierPersons(villages);
        jdbc.sql("""
                select m.household_id, p.id, p.number, p.valid_from, p.resident_id, %s%s%s
                  from household h
                  straight_join membership m force index (membership_by_household) on m.household_id = h.id and m.left_on is null
                  straight_join person p force index (primary) on p.id = m.person_id
                 where h.village in (:villages) and h.removed_on is null
                """.formatted(phones ? "p.phone" : "null", PERSON.after("p"), MEMBERSHIP.after("m")))
                .param("villages", villages).query(row -> {
                    var household = households.get(row.getLong(1));
                    if (household != null) {
                        household.add(member(row, household, persons, today));
                    }
                });
        years(villages, households);
        var earlier = earlierHouseholds(villages);
        return households.values().stream().map(row -> row.stored(earlier)).toList();
    }

    private Row household(ResultSet row, LocalDate today) throws SQLException {
        var number = row.getString(2);
        var values = new Values(ofHouseholds);
        ciphers.fill(values, Field.HOUSEHOLD_PHONE, row.getBytes(6), number);
        HOUSEHOLD.fill(row, 7, values);
        var on = RegisterFacts.day(row.getObject(5, LocalDate.class), row.getInt(4), today);
        return new Row(row.getLong(1), number, row.getString(3), values, on);
    }

    private Member member(ResultSet row, Row household, Map<Long, Values> earlier, LocalDate today) throws SQLException {
        var id = row.getLong(2);
        var number = row.getString(3);
        var values = new Values(ofPersons);
        ciphers.fill(values, Field.RESIDENT_ID, row.getBytes(5), number);
        ciphers.fill(values, Field.PHONE, row.getBytes(6), number);
        MEMBERSHIP.fill(row, PERSON.fill(row, 7, values), values);
        var on = RegisterFacts.dayOfMember(row.getObject(4, LocalDate.class), household.on, today);
        return new Member(id, number, new RegisterFacts.Member(values, earlier.get(id), on));
    }

    /** The two latest sheets of each household. */
    private void years(List<String> villages, Map<Long, Row> households) {
        jdbc.sql("""
                select y.household_id, y.year%s
                  from household h straight_join household_year y force index (household_year_by_household) on y.household_id = h.id
                 where h.village in (:villages) and h.removed_on is null order by y.household_id, y.year desc
                """.formatted(YEAR.after("y"))).param("villages", villages).query(row -> {
            var household = households.get(row.getLong(1));
            if (household != null && (household.year == null || household.lastYear == null)) {
                var values = new Values(RegisterFacts.ALL);
                YEAR.fill(row, 3, values);
                household.sheet(row.getInt(2), values);
            }
        });
    }

    /** What was true of each member before what is true now; the last of several. */
    private Map<Long, Values> earlierPersons(List<String> villages) {
        var found = new HashMap<Long, Values>();
        jdbc.sql("""
                select t.id%s
                  from household h
                  straight_join membership m force index (membership_by_household) on m.household_id = h.id and m.left_on is null
                  straight_join person p force index (primary) on p.id = m.person_id
                  straight_join person_history t force index (person_history_by_id)
                     on t.id = p.id and t.valid_to <= p.valid_from and t.recorded_to = '9999-12-31'
                 where h.village in (:villages) and h.removed_on is null order by t.id, t.valid_from
                """.formatted(FactColumns.EARLIER_PERSON.after("t"))).param("villages", villages).query(row -> {
            found.put(row.getLong(1), earlier(row, FactColumns.EARLIER_PERSON));
        });
        return found;
    }

    private Map<Long, Values> earlierHouseholds(List<String> villages) {
        var found = new HashMap<Long, Values>();
        jdbc.sql("""
                select t.id%s
                  from household h
                  straight_join household_history t force index (household_history_by_id)
                     on t.id = h.id and t.valid_to <= h.valid_from and t.recorded_to = '9999-12-31'
                 where h.village in (:villages) and h.removed_on is null order by t.id, t.valid_from
                """.formatted(FactColumns.EARLIER_HOUSEHOLD.after("t"))).param("villages", villages).query(row -> {
            found.put(row.getLong(1), earlier(row, FactColumns.EARLIER_HOUSEHOLD));
        });
        return found;
    }

    private static Values earlier(ResultSet row, FactColumns columns) throws SQLException {
        var values = new Values(RegisterFacts.ALL);
        columns.fill(row, 2, values);
        return values;
    }

    private record Member(long id, String number, RegisterFacts.Member facts) {}

    /** A household while its parts come in. */
    private static final class Row {

        private final long id;
        private final String number;
        private final String village;
        private final Values values;
        private final LocalDate on;
        private final List<Member> members = new ArrayList<>();
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

        void add(Member member) {
            members.add(member);
        }

        /** The latest comes first. */
        void sheet(int of, Values reported) {
            if (year == null) {
                year = reported;
                yearOfSheet = of;
            } else if (of == yearOfSheet - 1) {
                lastYear = reported;
            }
        }

        Stored stored(Map<Long, Values> earlier) {
            var facts = RegisterFacts.join(values, members.stream().map(Member::facts).toList(),
                    new RegisterFacts.Years(year, lastYear), earlier.get(id), on, village);
            return new Stored(id, number, facts, IntStream.range(0, members.size())
                    .mapToObj(i -> new StoredPerson(members.get(i).id, members.get(i).number, facts.members().get(i))).toList());
        }
    }
}
