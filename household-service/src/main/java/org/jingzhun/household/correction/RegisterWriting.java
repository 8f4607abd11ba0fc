package org.jingzhun.household.correction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.household.correction.LockedHousehold.LockedMember;
import org.jingzhun.household.person.ResidentId;
import org.jingzhun.household.register.HouseholdVersion;
import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads a household under lock and writes changed fields back; rows are locked in the order household, memberships, persons. */
@Component
class RegisterWriting {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final Digests digests;

    RegisterWriting(JdbcClient jdbc, FieldCipher cipher, Digests digests) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.digests = digests;
    }

    /** The household, if the caller may see it. Nobody else changes it before the transaction ends. */
    Optional<LockedHousehold> lock(String number, Scope scope) {
        var household = jdbc.sql("select h.* from household h where h.number = ? for update").param(number)
                .query((row, index) -> new LockedHousehold(row.getLong("id"), number, row.getString("village"),
                        HouseholdVersion.of(row.getInt("version")), values(row, Target.HOUSEHOLD, number), List.of()))
                .optional().filter(it -> scope.covers(it.village()));
        return household.map(this::withMembers);
    }

    private LockedHousehold withMembers(LockedHousehold household) {
        var version = new long[]{household.version()};
        var members = jdbc.sql("""
                select m.id membership_id, m.version membership_version, m.relation, p.*
                  from membership m join person p on p.id = m.person_id
                 where m.household_id = ? and m.left_on is null
                 order by m.id
                   for update
                """).param(household.id()).query((row, index) -> {
            version[0] = HouseholdVersion.with(version[0], row.getLong("membership_id"), row.getInt("membership_version"),
                    row.getInt("version"));
            var person = row.getString("number");
            var values = values(row, Target.PERSON, person);
            values.putAll(values(row, Target.MEMBERSHIP, person));
            return new LockedMember(row.getLong("id"), row.getLong("membership_id"), person,
                    row.getObject("birth_date", LocalDate.class),
                    values);
        }).list();
        return new LockedHousehold(household.id(), household.number(), household.village(), version[0], household.values(),
                members);
    }

    private Map<CorrectableField, @Nullable String> values(ResultSet row, Target target, String number) throws SQLException {
        var values = new EnumMap<CorrectableField, @Nullable String>(CorrectableField.class);
        for (var field : CorrectableField.of(target)) {
            if (field.isEncrypted()) {
                var encrypted = row.getBytes(field.column());
                values.put(field, encrypted == null ? null : cipher.decryptText(encrypted, field.cipherColumn(), number));
            } else {
                values.put(field, field.kind().stored(row, field.column()));
            }
        }
        return values;
    }

    /** Whether somebody else is registered with this resident ID. */
    boolean isRegistered(String document, String otherThan) {
        return jdbc.sql("select count(*) from person where resident_id_digest = ? and number <> ?")
                .param(residentIdDigest(document)).param(otherThan).query(Integer.class).single() > 0;
    }

    /** Writes the new values; every row that changes counts its version up. */
    void write(LockedHousehold household, List<Change> changes, String officer, Instant at) {
        var rows = new LinkedHashMap<Row, List<Change>>();
        for (var change : changes) {
            rows.computeIfAbsent(row(household, change), row -> new ArrayList<>()).add(change);
        }
        rows.forEach((row, itsChanges) -> write(row, itsChanges, officer, at));
    }

    private static Row row(LockedHousehold household, Change change) {
        var person = change.person();
        if (person == null) {
            return new Row(Target.HOUSEHOLD, household.id(), household.number());
        }
        var member = household.member(person).orElseThrow(HouseholdUnknown::new);
        return change.field().target() == Target.PERSON
                ? new Row(Target.PERSON, member.personId(), person)
                : new Row(Target.MEMBERSHIP, member.membershipId(), person);
    }

    private void write(Row row, List<Change> changes, String officer, Instant at) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        for (var change : changes) {
            put(columns, row, change.field(), change.newValue());
        }
        var assignments = String.join(", ", columns.keySet().stream().map(column -> column + " = :" + column).toList());
        columns.put("id", row.id());
        columns.put("changed_by", officer);
        columns.put("changed_at", LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        jdbc.sql("update %s set %s, version = version + 1, changed_by = :changed_by, changed_at = :changed_at where id = :id"
                .formatted(row.target().table(), assignments)).params(columns).update();
    }

    private void put(Map<String, @Nullable Object> columns, Row row, CorrectableField field, @Nullable String value) {
        if (!field.isEncrypted()) {
            columns.put(field.column(), value == null ? null : field.kind().column(value));
            return;
        }
        columns.put(field.column(), value == null ? null : cipher.encrypt(value, field.cipherColumn(), row.number()));
        if (field != CorrectableField.RESIDENT_ID) {
            columns.put("phone_digest", value == null ? null : digests.of("phone", value));
        } else if (value != null) {
            var id = new ResidentId(value.substring(0, 18));
            columns.put("resident_id_digest", residentIdDigest(value));
            columns.put("birth_date", id.birthDate());
            columns.put("sex", id.sex());
            columns.put("document_kind", value.length() > 18 ? "2" : "1");
        }
    }

    private byte[] residentIdDigest(String document) {
        return digests.of("resident-id", document.substring(0, 18));
    }

    private record Row(Target target, long id, String number) {}
}
