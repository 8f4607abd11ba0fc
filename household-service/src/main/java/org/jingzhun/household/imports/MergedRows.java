package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jingzhun.household.register.PersonMerges;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Follows merges of persons: a row that names the number or the resident ID of an entry that was merged into another one is taken for the
 * row of the one who stays, where that is certain; else its finding says where the number went.
 *
 * <p>It is certain where number and resident ID lead to the same one, he lives in the household of the row, and the file has no other row
 * of him there.
 */
@Component
class MergedRows {

    /** What such a row is held back for, until it is known where its number went. */
    static final String FOUND = "person-merged";

    private static final String ELSEWHERE = "person-merged-elsewhere";

    private final JdbcClient jdbc;
    private final PersonMerges merges;
    private final Refusals refusals;
    private final FieldCipher cipher;

    MergedRows(JdbcClient jdbc, PersonMerges merges, Refusals refusals, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.merges = merges;
        this.refusals = refusals;
        this.cipher = cipher;
    }

    /** Whether some of the rows that were held back are now those of persons who stay, to be judged as such. */
    boolean follow(Range range) {
        if (range.template().isOfHouseholds()) {
            return false;
        }
        var rows = found(range);
        var certain = new ArrayList<Certain>();
        for (var row : rows) {
            var into = survivor(row);
            if (into.isPresent() && isCertain(range, row, into.get())) {
                certain.add(new Certain(row, into.get()));
            } else {
                explain(range, row);
            }
        }
        var once = certain.stream().collect(Collectors.groupingBy(it -> it.row.householdSeq + "/" + it.into.number));
        once.values().forEach(same -> same.forEach(it -> {
            if (same.size() == 1) {
                take(range, it);
            } else {
                explain(range, it.row);
            }
        }));
        return once.values().stream().anyMatch(same -> same.size() == 1);
    }

    /** The rows that were held back just now; by whose number and whose resident ID. */
    private List<Row> found(Range range) {
        return jdbc.sql("""
                select r.row_no, r.household_seq, h.id as household, r.person_number, p.number as by_number, d.number as by_id, r.phone
                  from import_finding f
                  straight_join import_row r on r.import_id = f.import_id and r.row_no = f.row_no
                   and r.household_seq = f.household_seq
                  left join household h on h.number = r.household_number
                  left join person p on p.number = r.person_number
                  left join person d on d.resident_id_digest = r.resident_id_digest
                 where f.import_id = :import and f.code = '%s' and f.arguments = '' and %s
                """.formatted(FOUND, Range.ROWS)).params(range.parameters()).query(Row.class).list();
    }

    private Optional<Survivor> survivor(Row row) {
        var byNumber = row.byNumber == null ? null : stays(row.byNumber);
        var byId = row.byId == null ? null : stays(row.byId);
        if (byNumber == null || !byNumber.equals(byId)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select p.number, p.resident_id_digest, m.household_id as household
                  from person p left join membership m on m.open_person = p.id
                 where p.number = ?
                """).param(byNumber)
                .query((found, index) -> new Survivor(found.getString(1), found.getBytes(2), found.getLong(3))).optional();
    }

    private String stays(String number) {
        return merges.into(number).map(PersonMerges.Merge::into).orElse(number);
    }

    private boolean isCertain(Range range, Row row, Survivor into) {
        return row.household != null && row.household == into.household && jdbc.sql("""
                select count(*) from import_row r
                 where r.import_id = :import and r.household_seq = :household and r.row_no <> :row
                   and (r.person_number = :number or r.resident_id_digest = :id)
                """).param("import", range.job().id()).param("household", row.householdSeq).param("row", row.rowNo)
                .param("number", into.number).param("id", into.id).query(Integer.class).single() == 0;
    }

    /** What follows from the resident ID goes with it; the phone is encrypted for the one who has it. */
    private void take(Range range, Certain it) {
        var number = Objects.requireNonNull(it.row.personNumber);
        jdbc.sql("""
                update import_row r join person p on p.number = :number
                   set r.person_number = p.number, r.resident_id = p.resident_id, r.resident_id_digest = p.resident_id_digest,
                       r.birth_date = p.birth_date, r.sex = p.sex, r.document_kind = p.document_kind, r.phone = :phone,
                       r.merged_from = :old, r.refused = false
                 where r.import_id = :import and r.household_seq = :household and r.row_no = :row
                """).param("import", range.job().id()).param("household", it.row.householdSeq).param("row", it.row.rowNo)
                .param("number", it.into.number).param("old", old(it))
                .param("phone", it.row.phone == null
                        ? null
                        : cipher.encrypt(cipher.decryptText(it.row.phone, "person.phone", number), "person.phone",
                                it.into.number))
                .update();
        jdbc.sql("delete from import_finding where import_id = :import and row_no = :row and code = :code")
                .param("import", range.job().id()).param("row", it.row.rowNo).param("code", FOUND).update();
    }

    private static @Nullable String old(Certain it) {
        return it.into.number.equals(it.row.byNumber) ? it.row.byId : it.row.byNumber;
    }

    /** Holds back the rows that were taken for those of persons into whom their entries are merged no more. */
    boolean refuseUndone(Range range) {
        var undone = jdbc.sql("""
                select r.row_no, r.person_number, r.merged_from from import_row r
                 where %s and r.merged_from is not null and r.refused = false
                """.formatted(Range.ROWS)).params(range.parameters()).query(Taken.class).list().stream()
                .filter(row -> !stays(row.mergedFrom).equals(row.personNumber)).map(row -> Integer.toString(row.rowNo)).toList();
        return !undone.isEmpty() && refusals.rows(range, """
                select r.import_id, r.row_no, r.household_seq, r.household_number, 'person-merge-undone' as code from import_row r
                 where %s and r.row_no in (%s)
                """.formatted(Range.ROWS, String.join(", ", undone)));
    }

    /** Names the number that stays, where he lives in the area of the file. */
    private void explain(Range range, Row row) {
        var into = Optional.ofNullable(row.byNumber).flatMap(merges::survivor)
                .or(() -> Optional.ofNullable(row.byId).flatMap(merges::survivor));
        var here = into.filter(it -> it.village() != null && range.job().range().contains(it.village()));
        jdbc.sql("""
                update import_finding set code = :code, arguments = :number
                 where import_id = :import and row_no = :row and code = :found
                """).param("import", range.job().id()).param("row", row.rowNo).param("found", FOUND)
                .param("code", here.isPresent() ? FOUND : ELSEWHERE)
                .param("number", here.map(PersonMerges.Survivor::number).orElse("")).update();
    }

    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    private record Row(int rowNo, int householdSeq, @Nullable Long household, @Nullable String personNumber,
            @Nullable String byNumber, @Nullable String byId, byte @Nullable [] phone) {}

    @SuppressWarnings("ArrayRecordComponent") // nothing compares them
    private record Survivor(String number, byte[] id, long household) {}

    private record Taken(int rowNo, String personNumber, String mergedFrom) {}

    private record Certain(Row row, Survivor into) {}
}
