package org.jingzhun.household.correction;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jingzhun.starter.access.Scope;
import org.jingzhun.starter.crypto.FieldCipher;
import org.jingzhun.starter.page.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All corrections. Their changes are only ever added; old and new values of encrypted fields are encrypted here as well. */
@Repository
class Corrections {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String OLD = "correction_change.old_cipher";
    private static final String NEW = "correction_change.new_cipher";
    private static final String COLUMNS = """
            id, number, household, village, reason, evidence, state, four_eyes, entered_by, entered_at, decided_by, decided_at, refusal, version
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;
    private final SecureRandom random = new SecureRandom();

    Corrections(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** A number that no correction has had: opaque. */
    String newNumber() {
        return "C" + random.ints(15, 0, LETTERS.length()).mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }

    /** Whether one of these fields needs a second officer on that day. */
    boolean needFourEyes(List<String> fields, LocalDate on) {
        return jdbc.sql("""
                select count(*) from four_eyes_field
                 where field in (:fields) and valid_from <= :on and (valid_to is null or valid_to > :on)
                """).param("fields", fields).param("on", on).query(Integer.class).single() > 0;
    }

    void add(Correction correction) {
        jdbc.sql("""
                insert into correction (number, household, village, reason, evidence, state, four_eyes, entered_by, entered_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .param(correction.number())
                .param(correction.household())
                .param(correction.village())
                .param(correction.reason())
                .param(correction.evidence())
                .param(correction.state().name())
                .param(correction.fourEyes())
                .param(correction.enteredBy())
                .param(utc(correction.enteredAt()))
                .param(correction.version())
                .update();
        int position = 0;
        for (var change : correction.changes()) {
            add(correction.number(), position++, change);
        }
    }

    private void add(String number, int position, Change change) {
        var encrypted = change.field().isEncrypted();
        jdbc.sql("""
                insert into correction_change (correction_id, position, person, field, old_value, new_value, old_cipher, new_cipher)
                select id, ?, ?, ?, ?, ?, ?, ? from correction where number = ?
                """).param(position).param(change.person()).param(change.field().key())
                .param(encrypted ? null : change.oldValue()).param(encrypted ? null : change.newValue())
                .param(encrypted ? encrypted(change.oldValue(), OLD, number, position) : null)
                .param(encrypted ? encrypted(change.newValue(), NEW, number, position) : null).param(number).update();
    }

    Optional<Correction> find(String number, Scope scope) {
        return read("select " + COLUMNS + " from correction where number = :number", Map.of("number", number)).stream()
                .findFirst()
                .filter(it -> scope.covers(it.correction().village())).map(Identified::correction);
    }

    /** The same, and nobody else decides it before the transaction ends. */
    Optional<Correction> lock(String number) {
        return read("select " + COLUMNS + " from correction where number = :number for update", Map.of("number", number)).stream()
                .findFirst().map(Identified::correction);
    }

    /** The corrections of an area, village by village, the oldest first. */
    List<Identified> page(Scope scope, @Nullable CorrectionState state, @Nullable String household, Cursor after) {
        var condition = scope.condition("village");
        var params = new HashMap<>(condition.params());
        params.put("village", after.text(0));
        params.put("id", after.isStart() ? 0L : after.number(1));
        params.put("fetch", after.fetch());
        var filters = "";
        var index = "correction_by_village";
        if (state != null) {
            filters += " and state = :state";
            params.put("state", state.name());
            index = "correction_by_state";
        }
        if (household != null) {
            filters += " and household = :household";
            params.put("household", household);
            index = "correction_by_household";
        }
        return read("select " + COLUMNS + " from correction force index (" + index + ") where " + condition.sql() + filters
                + " and village >= :village and (village > :village or id > :id) order by village, id limit :fetch", params);
    }

    void decide(Correction decided) {
        jdbc.sql("update correction set state = ?, decided_by = ?, decided_at = ?, refusal = ?, version = ? where number = ?")
                .param(decided.state().name()).param(decided.decidedBy())
                .param(decided.decidedAt() == null ? null : utc(decided.decidedAt())).param(decided.refusal())
                .param(decided.version())
                .param(decided.number()).update();
    }

    private List<Identified> read(String sql, Map<String, ?> params) {
        var found = new LinkedHashMap<Long, Correction>();
        jdbc.sql(sql).params(params).query(row -> {
            found.put(row.getLong(1),
                    new Correction(row.getString(2), row.getString(3), row.getString(4), List.of(), row.getString(5),
                            row.getString(6), CorrectionState.valueOf(row.getString(7)), row.getBoolean(8), row.getString(9),
                            instant(row.getObject(10, LocalDateTime.class)), row.getString(11),
                            row.getObject(12) == null ? null : instant(row.getObject(12, LocalDateTime.class)), row.getString(13),
                            row.getInt(14)));
        });
        if (found.isEmpty()) {
            return List.of();
        }
        var changes = new HashMap<Long, List<Change>>();
        jdbc.sql("""
                select correction_id, position, person, field, old_value, new_value, old_cipher, new_cipher
                  from correction_change where correction_id in (:ids) order by correction_id, position
                """).param("ids", found.keySet()).query(row -> {
            var id = row.getLong(1);
            var correction = found.get(id);
            var field = CorrectableField.of(row.getString(4)).orElseThrow();
            if (correction != null) {
                changes.computeIfAbsent(id, key -> new ArrayList<>()).add(field.isEncrypted()
                        ? new Change(row.getString(3), field, decrypted(row.getBytes(7), OLD, correction.number(), row.getInt(2)),
                                decrypted(row.getBytes(8), NEW, correction.number(), row.getInt(2)))
                        : new Change(row.getString(3), field, row.getString(5), row.getString(6)));
            }
        });
        return found.entrySet().stream()
                .map(entry -> new Identified(entry.getKey(),
                        with(entry.getValue(), changes.getOrDefault(entry.getKey(), List.of()))))
                .toList();
    }

    private static Correction with(Correction it, List<Change> changes) {
        return new Correction(it.number(), it.household(), it.village(), changes, it.reason(), it.evidence(), it.state(),
                it.fourEyes(),
                it.enteredBy(), it.enteredAt(), it.decidedBy(), it.decidedAt(), it.refusal(), it.version());
    }

    private byte @Nullable [] encrypted(@Nullable String value, String column, String number, int position) {
        return value == null ? null : cipher.encrypt(value, column, number + "/" + position);
    }

    private @Nullable String decrypted(byte @Nullable [] value, String column, String number, int position) {
        return value == null ? null : cipher.decryptText(value, column, number + "/" + position);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime utc) {
        return utc.toInstant(ZoneOffset.UTC);
    }

    /** A correction and its place in the order of entry. */
    record Identified(long id, Correction correction) {}
}
