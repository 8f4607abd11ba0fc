package org.jingzhun.household.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.web.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/**
 * One household with its members as it is today, in one statement.
 *
 * <p>This is the read that everything else waits for: columns are fetched by place and without reflection, names come from memory, and
 * members are put in order here, as the database would need a temporary table for that.
 */
@Component
class HouseholdQuery {

    private static final int MEMBERSHIP = 5;
    private static final int MEMBERSHIP_FIELDS = MEMBERSHIP + 2;
    private static final int PERSON = MEMBERSHIP_FIELDS + FieldColumns.MEMBERSHIP.packedSize();
    private static final int PERSON_FIELDS = PERSON + 2;
    private static final int HOUSEHOLD_FIELDS = PERSON_FIELDS + FieldColumns.PERSON.packedSize();

    static final String SQL = """
            select h.number, h.village, h.data_year, h.version, m.id, m.version, %s, p.number, p.version, %s, %s
              from household h
              left join membership m on m.household_id = h.id and m.left_on is null
              left join person p on p.id = m.person_id
             where h.number = ?
            """.formatted(FieldColumns.MEMBERSHIP.packed("m"), FieldColumns.PERSON.packed("p"),
            FieldColumns.HOUSEHOLD.packed("h"));

    static final String YEARS = """
            select y.year, y.id, y.version, %s
              from household_year y join household h on h.id = y.household_id
             where h.number = ?
             order by y.year
            """.formatted(FieldColumns.HOUSEHOLD_YEAR.listed("y"));

    private final JdbcTemplate jdbc;
    private final Disclosure disclosure;

    HouseholdQuery(JdbcTemplate jdbc, Disclosure disclosure) {
        this.jdbc = jdbc;
        this.disclosure = disclosure;
    }

    /** The household as this caller may see it; empty where it does not exist or lies elsewhere. */
    Optional<HouseholdView> find(String number, Scope scope, Scope sensitive) {
        ResultSetExtractor<Optional<HouseholdView>> reading = rows -> read(rows, scope, sensitive);
        var found = jdbc.query(SQL, reading, number);
        return found == null ? Optional.empty() : found;
    }

    /** The same with what it reported year by year. */
    Optional<HouseholdView> findWithYears(String number, Scope scope, Scope sensitive) {
        return find(number, scope, sensitive).map(household -> {
            var version = new long[1];
            var years = jdbc.query(YEARS, (row, index) -> {
                version[0] = HouseholdVersion.with(version[0], row.getLong(2), row.getInt(3), 0);
                return disclosure.year(row.getInt(1), FieldColumns.HOUSEHOLD_YEAR.read(row, 4));
            }, number);
            var tag = household.tag();
            return household.with(years)
                    .tagged("%s.y%d\"".formatted(tag == null ? "\"" : tag.replaceFirst("\"$", ""), version[0]));
        });
    }

    private Optional<HouseholdView> read(ResultSet rows, Scope scope, Scope sensitive) throws SQLException {
        if (!rows.next() || !scope.covers(rows.getString(2))) {
            return Optional.empty();
        }
        var number = rows.getString(1);
        var village = rows.getString(2);
        var year = rows.getInt(3);
        @Nullable
        Integer dataYear = rows.wasNull() ? null : year;
        long version = HouseholdVersion.of(rows.getInt(4));
        var values = FieldColumns.HOUSEHOLD.readPacked(rows, HOUSEHOLD_FIELDS);
        var open = sensitive.covers(village);
        List<MemberRow> members = new ArrayList<>(6);
        do {
            var membership = rows.getLong(MEMBERSHIP);
            if (membership != 0) {
                members.add(new MemberRow(membership, rows.getString(PERSON), FieldColumns.PERSON.readPacked(rows, PERSON_FIELDS),
                        FieldColumns.MEMBERSHIP.readPacked(rows, MEMBERSHIP_FIELDS)));
                version = HouseholdVersion.with(version, membership, rows.getInt(MEMBERSHIP + 1), rows.getInt(PERSON + 1));
            }
        } while (rows.next());
        return Optional.of(disclosure.household(number, village, dataYear, values, disclosure.members(members, open), open)
                .tagged(Version.tag(version)));
    }
}
