package org.jingzhun.household.imports;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

import com.mysql.cj.jdbc.JdbcStatement;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.rules.Finding;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.crypto.StoredDigests;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.stereotype.Component;

/** Where the rows of a file lie until they are in the register: never a resident ID or a phone in clear. */
@Component
class StagingTables {

    private static final String LOAD_FINDINGS = """
            load data local infile 'findings' ignore into table import_finding character set utf8mb4
            (import_id, row_no, code, field, household_seq, household_number, arguments, refuses)
            """;
    private static final int ROWS_AT_ONCE = 5_000;
    private static final int NEW_PERSON_AND_MEMBERSHIP = 5;

    private final JdbcTemplate jdbc;
    private final FieldCipher cipher;
    private final StoredDigests digests;
    private final Digests numbers;

    StagingTables(JdbcTemplate jdbc, FieldCipher cipher, StoredDigests digests, Digests numbers) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.digests = digests;
        this.numbers = numbers;
    }

    /** Under which a file is staged that is read now: what may stand in the register as well can be raised from there. */
    int digestGeneration() {
        return digests.oldest();
    }

    /** What is remembered of one file while its rows are loaded. */
    static final class Loading {

        final long importId;
        final int generation;
        final StagingColumns columns;
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

        /** Many a member has the phone of his household. */
        private byte[] digest(String phone, StoredDigests digests) {
            var known = lastPhoneDigest;
            return known != null && phone.equals(lastPhone) ? known : digests.of("phone", phone, generation);
        }

        /** Whether a household's phone is to be encrypted: once for the rows that follow each other. */
        private boolean isNew(String phone, int household, byte[] digest) {
            var known = phone.equals(lastPhone) && lastPhoneHousehold == household;
            lastPhone = phone;
            lastPhoneDigest = digest;
            lastPhoneHousehold = household;
            return !known;
        }

        Loading(ImportJob job, Set<Field> told) {
            this.importId = job.id();
            this.generation = job.digestGeneration();
            this.columns = StagingColumns.of(told, generation);
        }
    }

    /** Loads some rows with what is wrong with them; inside a transaction of the caller. */
    void load(Loading loading, List<StagedRow> rows) {
        var ids = rows.stream().map(row -> row.document == null ? null : residentId(loading, row.document)).toList();
        name(loading, rows, ids);
        loading.rows.clear();
        loading.findings.clear();
        for (int i = 0; i < rows.size(); i++) {
            write(loading, rows.get(i), ids.get(i));
        }
        send(loading.columns.statement(), loading.rows);
        send(LOAD_FINDINGS, loading.findings);
    }

    /** Persons without a number in the file have the one of the register, or get a new one that follows from nothing readable. */
    private void name(Loading loading, List<StagedRow> rows, List<byte @Nullable []> ids) {
        var unnamed = new HashMap<ByteBuffer, StagedRow>();
        for (int i = 0; i < rows.size(); i++) {
            var id = ids.get(i);
            var row = rows.get(i);
            if (row.personNumber == null && id != null && row.document != null) {
                var first = loading.generation == 1 ? id : digests.of("resident-id", row.document.substring(0, 18), 1);
                row.personNumber = "P" + numberFrom(numbers.of("person-number", first));
                digests.all("resident-id", id, loading.generation).forEach(digest -> unnamed.put(ByteBuffer.wrap(digest), row));
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

    private byte[] residentId(Loading loading, String document) {
        return digests.of("resident-id", document.substring(0, 18), loading.generation);
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
                || loading.columns.hasNameToFind()
                        ? null
                        : cipher.encrypt(row.document, "person.resident_id", person);
        var line = loading.rows;
        line.number(loading.importId).number(row.householdSeq).number(row.rowNumber).flag(row.isRefused())
                .number(NEW_PERSON_AND_MEMBERSHIP).text(row.householdNumber).text(person).text(row.village).number(row.members)
                .date(row.effectiveOn).text(row.headName)
                .binary(row.headDocument == null ? null : residentId(loading, row.headDocument))
                .binary(encrypted).binary(id);
        if (loading.columns.hasNameToFind()) {
            line.text(row.text(Field.NAME));
        }
        for (var field : loading.columns.phones()) {
            if (field == Field.PHONE) {
                writePhone(loading, row, person);
            } else {
                writeHouseholdPhone(loading, row);
            }
        }
        loading.columns.plain().forEach(field -> line.value(row.values.get(field)));
        line.endLine();
        row.findings.forEach(finding -> write(loading, row, finding, true));
        row.warnings.forEach(finding -> write(loading, row, finding, false));
    }

    private void writePhone(Loading loading, StagedRow row, @Nullable String person) {
        var phone = person == null || row.isRefused() ? null : row.text(Field.PHONE);
        if (phone == null || person == null) {
            loading.rows.binary(null).binary(null);
        } else {
            loading.rows.binary(cipher.encrypt(phone, "person.phone", person)).binary(loading.digest(phone, digests));
        }
    }

    private void writeHouseholdPhone(Loading loading, StagedRow row) {
        var phone = row.text(Field.HOUSEHOLD_PHONE);
        var number = row.householdNumber;
        if (phone == null || number == null) {
            loading.rows.binary(null).binary(null);
            return;
        }
        var digest = loading.digest(phone, digests);
        var encrypted = loading.isNew(phone, row.householdSeq, digest) ? cipher.encrypt(phone, "household.phone", number) : null;
        loading.rows.binary(encrypted).binary(digest);
    }

    private static void write(Loading loading, StagedRow row, Finding finding, boolean refuses) {
        write(loading.findings, loading.importId, row.rowNumber, row.householdSeq, row.householdNumber, finding, refuses);
    }

    /** A finding as {@link #loadFindings} takes it. */
    static void write(TabbedText lines, long importId, int rowNumber, int householdSeq, @Nullable String household,
            Finding finding, boolean refuses) {
        lines.number(importId).number(rowNumber).text(finding.code()).text(finding.field().key()).number(householdSeq)
                .text(household).text(String.join("\u001F", finding.arguments())).flag(refuses).endLine();
    }

    /** Loads findings; inside a transaction of the caller. What is there already stays as it is. */
    void loadFindings(TabbedText lines) {
        send(LOAD_FINDINGS, lines);
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
