package org.jingzhun.endtoend;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of the register below its API: what the rows of one county are worth as a checksum, and how to take them out again
 * so that the same file can be imported a second time. Surrogate keys, times, versions of authorship and ciphertext (a fresh nonce
 * each) differ between equal registers and are left out; the keyed digests stand for what is encrypted.
 */
final class Register implements AutoCloseable {

    private static final String MINE = "h.village between '%s000000' and '%s999999'";
    private static final Map<String, String> ROWS = Map.of(
            "household", """
                    select concat_ws('|', h.number, h.village, h.hamlet, h.type, h.poor_kind, h.exit_state, h.main_cause,
                           hex(h.phone_digest), h.dangerous_house, h.safe_water, h.water_difficulty, h.income_per_head,
                           h.monitored_kind, h.first_identified_on, h.risk_identified_on, h.data_year, h.version) as r
                      from household h where %s""",
            "person", """
                    select concat_ws('|', p.number, p.name, p.sex, p.birth_date, hex(p.resident_id_digest), hex(p.phone_digest),
                           p.ethnicity, p.education, p.school_status, p.health, p.labour, p.work_place, p.work_months,
                           p.serious_illness_insurance, p.identified_on, p.version) as r
                      from person p join membership m on m.person_id = p.id join household h on h.id = m.household_id where %s""",
            "membership",
            """
                    select concat_ws('|', h.number, p.number, m.relation, m.joined_on, m.left_on, m.version) as r
                      from person p join membership m on m.person_id = p.id join household h on h.id = m.household_id where %s""");

    private final Connection database;

    Register(Suite suite) throws SQLException {
        database = DriverManager.getConnection("jdbc:mysql://127.0.0.1:" + suite.databasePort()
                + "/jz_household?useSSL=false&allowPublicKeyRetrieval=true", "household_migration",
                suite.secret("HOUSEHOLD_DB_MIGRATION_PASSWORD"));
    }

    /** Number of rows and checksum of each table, for one county. */
    Map<String, String> of(String county) throws SQLException {
        var sums = new LinkedHashMap<String, String>();
        for (var table : List.of("household", "person", "membership")) {
            var sql = "select count(*), coalesce(bit_xor(conv(left(md5(r), 16), 16, 10)), 0), coalesce(sum(crc32(r)), 0) from ("
                    + ROWS.get(table).formatted(MINE.formatted(county, county))
                    + ") rows_of_it";
            try (var statement = database.createStatement(); var row = statement.executeQuery(sql)) {
                row.next();
                sums.put(table, row.getLong(1) + " rows, " + row.getString(2) + ", " + row.getString(3));
            }
        }
        return sums;
    }

    /** Only for this test: no user can do that. */
    void forget(String county) throws SQLException {
        try (var statement = database.createStatement()) {
            var mine = MINE.formatted(county, county);
            statement.executeUpdate("create table forgotten as select p.id from person p join membership m on m.person_id = p.id"
                    + " join household h on h.id = m.household_id where " + mine);
            statement.executeUpdate("delete m from membership m join household h on h.id = m.household_id where " + mine);
            statement.executeUpdate("delete p from person p join forgotten f on f.id = p.id");
            statement.executeUpdate("delete h from household h where " + mine);
            statement.executeUpdate("drop table forgotten");
        }
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
