package org.jingzhun.household.unmasking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;

import org.jingzhun.household.register.SensitiveWithheld;
import org.jingzhun.household.register.Sensitivity;
import org.jingzhun.household.unmasking.UnmaskingController.HouseholdField;
import org.jingzhun.household.unmasking.UnmaskingController.PersonField;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Deciphers one field of one record; the audit entry is committed before the value is answered. */
@Service
class Unmasking {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Sensitivity sensitivity;
    private final Audit audit;

    Unmasking(JdbcClient jdbc, FieldCipher cipher, Sensitivity sensitivity, Audit audit) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.sensitivity = sensitivity;
        this.audit = audit;
    }

    @Transactional
    public String ofPerson(String number, PersonField field, String purpose, Scope scope, Scope sensitive, Caller caller) {
        var column = field == PersonField.residentId ? "resident_id" : "phone";
        var person = jdbc.sql("""
                select h.village, p.birth_date, p.%s
                  from person p
                  join membership m on m.person_id = p.id and m.left_on is null
                  join household h on h.id = m.household_id
                 where p.number = ?
                """.formatted(column))
                .param(number)
                .query((row, index) -> new Shown(row.getString(1), row.getObject(2, LocalDate.class),
                        shown(row, 3, scope, "person." + column, number)))
                .optional()
                .filter(it -> scope.covers(it.village()))
                .orElseThrow(NothingToUnmask::new);
        if (sensitivity.isChild(person.born()) && !sensitive.covers(person.village())) {
            throw new SensitiveWithheld();
        }
        audit.record(caller, "person.unmasked", Subject.in(person.village(), "person", number),
                Map.of("field", field.name(), "purpose", purpose));
        // kind and grade of a disability certificate are not part of the resident ID
        var whole = field == PersonField.phone || sensitive.covers(person.village()) || person.value().length() <= 18;
        return whole ? person.value() : person.value().substring(0, 18);
    }

    @Transactional
    public String ofHousehold(String number, HouseholdField field, String purpose, Scope scope, Caller caller) {
        var household = jdbc.sql("select village, phone from household where number = ?")
                .param(number)
                .query((row, index) -> new Shown(row.getString(1), null, shown(row, 2, scope, "household.phone", number)))
                .optional()
                .filter(it -> scope.covers(it.village()))
                .orElseThrow(NothingToUnmask::new);
        audit.record(caller, "household.unmasked", Subject.in(household.village(), "household", number),
                Map.of("field", field.name(), "purpose", purpose));
        return household.value();
    }

    /** Nothing is deciphered for who may not look. */
    private String shown(ResultSet row, int index, Scope scope, String column, String number) throws SQLException {
        var encrypted = row.getBytes(index);
        if (encrypted == null || !scope.covers(row.getString(1))) {
            throw new NothingToUnmask();
        }
        return cipher.decryptText(encrypted, column, number);
    }

    private record Shown(String village, @Nullable LocalDate born, String value) {

        @Override
        public String toString() {
            return "Shown[]"; // it must not reach a log by way of its record
        }
    }
}
