package org.jingzhun.household.quality;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.rules.RuleRow;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.crypto.FieldCipher;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Puts rows of the table of rules into the register as they are: also those that neither an officer nor a list could bring there. */
@TestComponent
public class StoredRows {

    private static final LocalDateTime EARLIER = LocalDateTime.of(2020, 1, 1, 0, 0);
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final JdbcClient owner; // the application's account cannot delete a history
    private final FieldCipher cipher;
    private final Digests digests;

    StoredRows(JdbcClient jdbc, FlywayConnectionDetails migrations, FieldCipher cipher, Digests digests) {
        this.jdbc = jdbc;
        this.owner = JdbcClient.create(new DriverManagerDataSource(String.valueOf(migrations.getJdbcUrl()),
                migrations.getUsername(), migrations.getPassword()));
        this.cipher = cipher;
        this.digests = digests;
    }

    /** Forgets the households whose numbers begin so. */
    public void forget(String prefix) {
        var like = prefix + "%";
        jdbc.sql("delete m from membership m join household h on h.id = m.household_id where h.number like ?").param(like)
                .update();
        jdbc.sql("delete from person where number like ?").param(like).update();
        jdbc.sql("delete y from household_year y join household h on h.id = y.household_id where h.number like ?").param(like)
                .update();
        jdbc.sql("delete from household where number like ?").param(like).update();
        owner.sql("delete from household_history where number like ?").param(like).update();
        owner.sql("delete from person_history where number like ?").param(like).update();
    }

    /** The register has no row without a resident ID or labour ability, and does not store what a list states. */
    public static boolean canBeStored(RuleRow row) {
        return !row.household().containsKey(Field.MEMBERS) && row.members().stream().allMatch(
                member -> member.containsKey(Field.RESIDENT_ID) && member.containsKey(Field.LABOUR));
    }

    /** A household with members, years and what was before, as the row has them. */
    public void store(String number, String village, RuleRow row) {
        var household = columns(row.household(), number);
        household.putAll(Map.of("number", number, "village", village, "valid_from", row.on()));
        var id = insert("household", household);
        if (!row.earlier().isEmpty() && !row.ofPerson()) {
            file("household_history", id, columns(row.earlier(), number), Map.of("number", number, "village", village), row.on());
        }
        sheet(id, row.year(), row.on().getYear());
        sheet(id, row.lastYear(), row.on().getYear() - 1);
        for (int i = 0; i < row.members().size(); i++) {
            var person = number + "-" + i;
            var values = columns(row.members().get(i), person);
            values.put("number", person);
            values.put("valid_from", row.on());
            var relation = values.remove("relation");
            values.put("resident_id_digest", digests.of("resident-id", person)); // numbers of the table come more than once
            var personId = insert("person", values);
            insert("membership", new HashMap<>(Map.of("household_id", id, "person_id", personId, "relation", relation)));
            if (i == 0 && row.ofPerson()) {
                var base = new HashMap<>(values);
                base.remove("valid_from");
                file("person_history", personId, columns(row.earlier(), person), base, row.on());
            }
        }
    }

    private void sheet(long household, Map<Field, Object> values, int year) {
        if (!values.isEmpty()) {
            var columns = columns(values, "");
            columns.putAll(Map.of("household_id", household, "year", year, "valid_from", LocalDate.of(year, 12, 31),
                    "recorded_from", EARLIER));
            insert("household_year", columns);
        }
    }

    private void file(String table, long id, Map<String, Object> earlier, Map<String, Object> base, LocalDate until) {
        var row = new LinkedHashMap<>(base);
        row.putAll(earlier);
        row.putAll(Map.of("id", id, "valid_from", LocalDate.of(2015, 1, 1), "valid_to", until, "recorded_from", EARLIER,
                "recorded_to", FOR_EVER.atStartOfDay(), "changed_by", "table"));
        write(table, row);
    }

    private Map<String, Object> columns(Map<Field, Object> values, String number) {
        var columns = new LinkedHashMap<String, Object>();
        values.forEach((field, value) -> {
            if (field.holder() == Holder.NONE) {
                return;
            }
            columns.put(field.column(),
                    field.isEncrypted() ? cipher.encrypt((String) value, field.cipherColumn(), number) : value);
        });
        return columns;
    }

    private long insert(String table, Map<String, Object> row) {
        var all = new LinkedHashMap<>(row);
        all.putAll(Map.of("created_at", EARLIER, "changed_at", EARLIER, "changed_by", "table"));
        write(table, all);
        return jdbc.sql("select max(id) from " + table).query(Long.class).single();
    }

    private void write(String table, Map<String, Object> row) {
        jdbc.sql("insert into %s (%s) values (%s)".formatted(table, String.join(", ", row.keySet()),
                row.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", ")))).params(row).update();
    }
}
