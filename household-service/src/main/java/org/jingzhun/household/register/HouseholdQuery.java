package org.jingzhun.household.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jingzhun.household.division.Divisions;
import org.jingzhun.household.person.Phone;
import org.jingzhun.household.person.ResidentId;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.stereotype.Component;

/**
 * One household with its members, in one statement.
 *
 * <p>This is the read that everything else waits for: columns are fetched by place and without reflection, names come from memory.
 */
@Component
class HouseholdQuery {

    private static final String SQL = """
            select h.number, h.village, h.hamlet, h.type, h.poor_kind, h.exit_state, h.main_cause, h.phone, h.dangerous_house,
                   h.safe_water, h.water_difficulty, h.income_per_head, h.monitored_kind, h.first_identified_on, h.risk_identified_on,
                   h.risk_eliminated, h.risk_eliminated_on, h.data_year, h.version,
                   m.id, m.version, m.relation, m.joined_on,
                   p.number, p.name, p.sex, p.birth_date, p.document_kind, p.resident_id, p.phone, p.ethnicity, p.education,
                   p.school_status, p.health, p.labour, p.work_place, p.work_months, p.serious_illness_insurance, p.identified_on,
                   p.version
              from household h
              left join membership m on m.household_id = h.id and m.left_on is null
              left join person p on p.id = m.person_id
             where h.number = ?
             order by m.relation, p.birth_date, m.id
            """;

    private final JdbcTemplate jdbc;
    private final FieldCipher cipher;
    private final Divisions divisions;
    private final Sensitivity sensitivity;

    HouseholdQuery(JdbcTemplate jdbc, FieldCipher cipher, Divisions divisions, Sensitivity sensitivity) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.divisions = divisions;
        this.sensitivity = sensitivity;
    }

    /** The household as this caller may see it; empty where it does not exist or lies elsewhere. */
    Optional<HouseholdView> find(String number, Scope scope, Scope sensitive) {
        ResultSetExtractor<Optional<HouseholdView>> reading = rows -> read(rows, scope, sensitive);
        var found = jdbc.query(SQL, reading, number);
        return found == null ? Optional.empty() : found;
    }

    private Optional<HouseholdView> read(ResultSet rows, Scope scope, Scope sensitive) throws SQLException {
        if (!rows.next() || !scope.covers(rows.getString(2))) {
            return Optional.empty();
        }
        var open = sensitive.covers(rows.getString(2));
        var members = new ArrayList<MemberView>(6);
        var reading = new HouseholdReading(rows, open);
        do {
            if (rows.getLong(20) != 0) {
                members.add(member(rows, open));
                reading.add(rows);
            }
        } while (rows.next());
        return Optional.of(reading.view(members));
    }

    private MemberView member(ResultSet row, boolean open) throws SQLException {
        var number = row.getString(24);
        var born = row.getObject(27, LocalDate.class);
        if (!open && sensitivity.isChild(born)) {
            return MemberView.withheldChild(number, row.getString(22));
        }
        var phone = row.getBytes(30);
        return new MemberView(number, row.getString(25), row.getString(26), born, open ? row.getString(28) : null,
                ResidentId.mask(cipher.decryptText(row.getBytes(29), "person.resident_id", number)),
                phone == null ? null : Phone.mask(cipher.decryptText(phone, "person.phone", number)), row.getString(31),
                row.getString(32),
                row.getString(33), open ? List.of(row.getString(34).split(",")) : null, row.getString(35), row.getString(36),
                integer(row, 37), bool(row, 38), row.getObject(39, LocalDate.class), row.getString(22),
                row.getObject(23, LocalDate.class),
                open ? null : MemberView.HEALTH);
    }

    private static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        var value = row.getInt(column);
        return row.wasNull() ? null : value;
    }

    private static @Nullable Boolean bool(ResultSet row, int column) throws SQLException {
        var value = row.getBoolean(column);
        return row.wasNull() ? null : value;
    }

    /** The columns of the household, read from the first row, and the versions of all rows. */
    private final class HouseholdReading {

        private final HouseholdView household;
        private long version;

        HouseholdReading(ResultSet row, boolean open) throws SQLException {
            var number = row.getString(1);
            var village = row.getString(2);
            var phone = row.getBytes(8);
            var cause = row.getString(7);
            var hidden = !open && sensitivity.tellsOfHealth(cause);
            household = new HouseholdView(number, village, divisions.name(village), row.getString(3), row.getString(4),
                    row.getString(5),
                    row.getString(6), hidden ? null : cause,
                    phone == null ? null : Phone.mask(cipher.decryptText(phone, "household.phone", number)), bool(row, 9),
                    bool(row, 10),
                    bool(row, 11), row.getBigDecimal(12), row.getString(13), row.getObject(14, LocalDate.class),
                    row.getObject(15, LocalDate.class), bool(row, 16), row.getObject(17, LocalDate.class), integer(row, 18), 0,
                    List.of(),
                    hidden ? HouseholdView.CAUSE : null);
            version = HouseholdVersion.of(row.getInt(19));
        }

        void add(ResultSet row) throws SQLException {
            version = HouseholdVersion.with(version, row.getLong(20), row.getInt(21), row.getInt(40));
        }

        HouseholdView view(List<MemberView> members) {
            return household.with(version, members);
        }
    }
}
