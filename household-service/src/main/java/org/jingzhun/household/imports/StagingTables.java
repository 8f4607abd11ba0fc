package org.jingzhun.household.imports;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;

import com.mysql.cj.jdbc.JdbcStatement;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.stereotype.Component;

/** Where the rows of a file lie until they are in the register: never a resident ID or a phone in clear. */
@Component
class StagingTables {

    private static final String LOAD_ROWS = """
            load data local infile 'rows' into table import_row character set utf8mb4
            (import_id, household_seq, row_no, refused, change_kind, household_number, person_number, name, sex, birth_date,
             document_kind, @resident_id, @resident_id_digest, @phone, @phone_digest, ethnicity, education, school_status, health,
             labour, work_place, work_months, serious_illness_insurance, identified_on, relation, village, hamlet, stated_members,
             type, poor_kind, exit_state, main_cause, @household_phone, @household_phone_digest, dangerous_house, safe_water,
             water_difficulty, income_per_head, monitored_kind, first_identified_on, risk_identified_on, risk_eliminated,
             risk_eliminated_on, data_date)
            set resident_id = unhex(@resident_id), resident_id_digest = unhex(@resident_id_digest), phone = unhex(@phone),
                phone_digest = unhex(@phone_digest), household_phone = unhex(@household_phone),
                household_phone_digest = unhex(@household_phone_digest)
            """;
    private static final String LOAD_FINDINGS = """
            load data local infile 'findings' ignore into table import_finding character set utf8mb4
            (import_id, row_no, code, field, household_seq, household_number, arguments)
            """;
    private static final int ROWS_AT_ONCE = 5_000;
    private static final int NEW_PERSON_AND_MEMBERSHIP = 5;

    private final JdbcTemplate jdbc;
    private final FieldCipher cipher;
    private final Digests digests;

    StagingTables(JdbcTemplate jdbc, FieldCipher cipher, Digests digests) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.digests = digests;
    }

    /** What is remembered of one file while its rows are loaded. */
    static final class Loading {

        final long importId;
        final TabbedText rows = new TabbedText();
        final TabbedText findings = new TabbedText();
        final Fingerprints persons = new Fingerprints();
        final Fingerprints personNumbers = new Fingerprints();
        /** Persons and person numbers that may stand in the file more than once. */
        boolean repeatedPersons;
        boolean repeatedNumbers;
        private @Nullable String lastPhone;
        private byte @Nullable [] lastPhoneDigest;
        private int lastPhoneHousehold = -1;

        Loading(long importId) {
            this.importId = importId;
        }
    }

    /** Loads some rows with what is wrong with them; inside a transaction of the caller. */
    void load(Loading loading, List<StagedRow> rows) {
        var ids = rows.stream().map(row -> row.document == null ? null : digests.of("resident-id", row.document.substring(0, 18)))
                .toList();
        name(rows, ids);
        loading.rows.clear();
        loading.findings.clear();
        for (int i = 0; i < rows.size(); i++) {
            write(loading, rows.get(i), ids.get(i));
        }
        send(LOAD_ROWS, loading.rows);
        send(LOAD_FINDINGS, loading.findings);
    }

    /** Persons without a number in the file have the one of the register, or get a new one that follows from nothing readable. */
    private void name(List<StagedRow> rows, List<byte @Nullable []> ids) {
        var unnamed = new HashMap<ByteBuffer, StagedRow>();
        for (int i = 0; i < rows.size(); i++) {
            var id = ids.get(i);
            if (rows.get(i).personNumber == null && id != null) {
                rows.get(i).personNumber = "P" + numberFrom(digests.of("person-number", id));
                unnamed.put(ByteBuffer.wrap(id), rows.get(i));
            }
        }
        var keys = new ArrayList<>(unnamed.keySet());
        for (int from = 0; from < keys.size(); from += 500) {
            var some = keys.subList(from, Math.min(from + 500, keys.size()));
            var marks = String.join(",", Collections.nCopies(some.size(), "?"));
            jdbc.query("select resident_id_digest, number from person where resident_id_digest in (" + marks + ")", found -> {
                var row = unnamed.get(ByteBuffer.wrap(found.getBytes(1)));
                if (row != null) {
                    row.personNumber = found.getString(2);
                }
            }, some.stream().map(ByteBuffer::array).toArray());
        }
    }

    private static String numberFrom(byte[] digest) {
        var letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
        var number = new StringBuilder(13);
        for (int i = 0; i < 13; i++) {
            number.append(letters.charAt(digest[i] & 31));
        }
        return number.toString();
    }

    private void write(Loading loading, StagedRow row, byte @Nullable [] id) {
        if (id != null && loading.persons.putIfAbsent(ByteBuffer.wrap(id).getLong(), 1) != Fingerprints.NEW) {
            loading.repeatedPersons = true;
        }
        if (row.personNumber != null && loading.personNumbers.putIfAbsent(row.personNumber, 1) != Fingerprints.NEW) {
            loading.repeatedNumbers = true;
        }
        var person = row.personNumber;
        var encrypted = id == null || person == null || row.document == null || row.isRefused()
                ? null
                : cipher.encrypt(row.document, "person.resident_id", person);
        var phone = row.phone == null || person == null || row.isRefused() ? null : row.phone;
        var householdPhone = row.householdPhone == null || row.householdNumber == null ? null : row.householdPhone;
        if (householdPhone != null && !householdPhone.equals(loading.lastPhone)) {
            loading.lastPhone = householdPhone;
            loading.lastPhoneDigest = digests.of("phone", householdPhone);
            loading.lastPhoneHousehold = -1;
        }
        // one ciphertext for the rows of a household that follow each other is enough
        var householdCipher = householdPhone == null || row.householdNumber == null
                || loading.lastPhoneHousehold == row.householdSeq
                        ? null
                        : cipher.encrypt(householdPhone, "household.phone", row.householdNumber);
        if (householdCipher != null) {
            loading.lastPhoneHousehold = row.householdSeq;
        }
        loading.rows.number(loading.importId).number(row.householdSeq).number(row.rowNumber).flag(row.isRefused())
                .number(NEW_PERSON_AND_MEMBERSHIP).text(row.householdNumber).text(person).text(row.name).text(row.sex)
                .date(row.birthDate).text(row.documentKind).binary(encrypted).binary(id)
                .binary(phone == null || person == null ? null : cipher.encrypt(phone, "person.phone", person))
                .binary(phone == null
                        ? null
                        : phone.equals(loading.lastPhone) ? loading.lastPhoneDigest : digests.of("phone", phone))
                .text(row.ethnicity).text(row.education).text(row.schoolStatus).text(row.health).text(row.labour)
                .text(row.workPlace).number(row.workMonths).flag(row.seriousIllnessInsurance).date(row.identifiedOn)
                .text(row.relation).text(row.village).text(row.hamlet).number(row.members).text(row.type).text(row.poorKind)
                .text(row.exitState).text(row.mainCause)
                .binary(householdCipher)
                .binary(householdPhone == null ? null : loading.lastPhoneDigest).flag(row.dangerousHouse).flag(row.safeWater)
                .flag(row.waterDifficulty).amount(row.incomePerHead).text(row.monitoredKind).date(row.firstIdentifiedOn)
                .date(row.riskIdentifiedOn).flag(row.riskEliminated).date(row.riskEliminatedOn).date(row.dataDate).endLine();
        for (var finding : row.findings) {
            write(loading, row.rowNumber, row.householdSeq, row.householdNumber, finding);
        }
    }

    private static void write(Loading loading, int rowNumber, int householdSeq, @Nullable String household,
            Finding finding) {
        loading.findings.number(loading.importId).number(rowNumber).text(finding.code()).text(finding.field().key())
                .number(householdSeq).text(household).text(String.join("\u001F", finding.arguments())).endLine();
    }

    private void send(String statement, TabbedText lines) {
        if (lines.isEmpty()) {
            return;
        }
        jdbc.execute((StatementCallback<Boolean>) opened -> load(opened.unwrap(JdbcStatement.class), statement, lines.stream()));
    }

    private static boolean load(JdbcStatement statement, String sql, InputStream lines) throws SQLException {
        statement.setLocalInfileInputStream(lines);
        try {
            return statement.execute(sql);
        } finally {
            statement.setLocalInfileInputStream(null);
        }
    }

    /** Some hundred thousand rows have come since anybody looked; else the joins over them are planned as if there were none. */
    void refreshStatistics() {
        jdbc.execute("analyze no_write_to_binlog table import_row, import_household");
    }

    /** Forgets everything that was made of a file; findings too where it will be read again. */
    void clear(long importId, boolean findings) {
        clear("import_row", importId);
        clear("import_household", importId);
        if (findings) {
            clear("import_finding", importId);
        }
    }

    private void clear(String table, long importId) {
        while (jdbc.update("delete from " + table + " where import_id = ? limit " + ROWS_AT_ONCE, importId) == ROWS_AT_ONCE) {
            // short transactions: nothing waits for them, and the log stays small
        }
    }
}
