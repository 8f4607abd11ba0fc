package org.jingzhun.household.quality;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.rules.RuleRow;
import org.jingzhun.household.rules.Rules;
import org.jingzhun.starter.crypto.Digests;
import org.jingzhun.starter.crypto.FieldCipher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole table of rules put into the register, read from it and judged: as the facts themselves are judged. */
@HouseholdServiceTest
class StoredRowsTest {

    private static final LocalDateTime EARLIER = LocalDateTime.of(2020, 1, 1, 0, 0);
    private static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    @Autowired
    JdbcClient jdbc;
    @Autowired
    FieldCipher cipher;
    @Autowired
    Digests digests;
    @Autowired
    RegisterReader reader;
    @Autowired
    QualityCheck check;

    @AfterEach
    void forget() {
        jdbc.sql("delete m from membership m join household h on h.id = m.household_id where h.number like 'TAB%'").update();
        jdbc.sql("delete from person where number like 'TAB%'").update();
        jdbc.sql("delete y from household_year y join household h on h.id = y.household_id where h.number like 'TAB%'").update();
        jdbc.sql("delete from household where number like 'TAB%'").update();
    }

    @Test
    void theRegisterIsJudgedAsTheTableSays() {
        var rows = RuleRow.all().stream().filter(StoredRowsTest::canBeStored).toList();
        var expected = new TreeMap<String, TreeSet<String>>();
        var rules = Rules.shipped();
        for (int i = 0; i < rows.size(); i++) {
            store("TAB" + i, village(i), rows.get(i));
            expected.put("TAB" + i, rows.get(i).judged(rules));
        }
        var villages = expected.keySet().stream().map(number -> village(Integer.parseInt(number.substring(3)))).toList();

        var stored = reader.read(villages, LocalDate.of(2026, 1, 1));
        var found = check.judge(stored).stream().collect(Collectors.groupingBy(Judgement::household,
                Collectors.mapping(Judgement::rule, Collectors.toCollection(TreeSet::new))));

        assertThat(stored).hasSameSizeAs(rows).hasSizeGreaterThan(500);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(found.getOrDefault("TAB" + i, new TreeSet<>())).as(rows.get(i).toString())
                    .isEqualTo(expected.get("TAB" + i));
        }
    }

    /** The register has no row without a resident ID or labour ability, and does not store what a list states. */
    private static boolean canBeStored(RuleRow row) {
        return !row.household().containsKey(Field.MEMBERS) && row.members().stream().allMatch(
                member -> member.containsKey(Field.RESIDENT_ID) && member.containsKey(Field.LABOUR));
    }

    private static String village(int row) {
        return "4514819%05d".formatted(row);
    }

    private void store(String number, String village, RuleRow row) {
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
