package org.jingzhun.household.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.history.History;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.imports.Sheets.B;
import static org.jingzhun.household.imports.Sheets.households;
import static org.jingzhun.household.imports.Sheets.with;
import static org.jingzhun.household.imports.Sheets.xlsx;

/** What an import leaves behind it. */
@HouseholdServiceTest
class ImportHistoryTest {

    private static final Set<String> OF_ONE_ROW = Set.of("history_id", "id", "number", "household_id", "person_id", "open_person",
            "resident_id", "resident_id_digest", "phone", "phone_digest", "created_at", "changed_at", "changed_by",
            "recorded_from",
            "recorded_to");

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    History history;
    @Autowired
    TransactionTemplate transaction;

    ImportApi imports;

    @BeforeEach
    void anEmptyRegister() {
        imports = new ImportApi(api);
        givens.forgetAll();
    }

    @Test
    void aFileAndTheSameChangesOneByOneGiveEqualRowsInRegisterAndHistory() {
        imports.run(Api.COUNTY, xlsx(B, households("A", 11, 16)), 2019, "WHEN_CHECKED");
        imports.run(Api.COUNTY, xlsx(B, households("B", 41, 46)), 2019, "WHEN_CHECKED");

        var changed = new ArrayList<>(households("A", 11, 16));
        IntStream.range(0, 3).forEach(i -> changed.set(i, with(changed.get(i), "自然村", "那屯", "人均纯收入", 6100)));
        changed.set(4, with(changed.get(4), "劳动技能", "技能劳动力", "务工时间（月）", 8));
        changed.set(8, with(changed.get(8), "与户主关系", "之孙子"));
        var job = imports.run(Api.COUNTY, xlsx(B, changed), 2020, "WHEN_CHECKED");
        assertThat(job.path("state").asString()).as(job.toString()).isEqualTo("DONE");
        var day = LocalDate.of(2020, 12, 31);
        for (int i = 41; i < 46; i++) {
            write(Holder.HOUSEHOLD, "B" + i, i == 41
                    ? Map.of("data_year", 2020, "hamlet", "那屯", "income_per_head", 6100)
                    : Map.of("data_year", 2020), day);
        }
        write(Holder.PERSON, "B42-127", Map.of("labour", "2", "work_months", 8), day);
        var membership = jdbc.sql("select m.id from membership m join person p on p.id = m.person_id where p.number = 'B43-131'")
                .query(Long.class).single();
        transaction
                .executeWithoutResult(status -> history.write(Holder.MEMBERSHIP, membership, Map.of("relation", "07"), day, "x",
                        Instant.now()));

        for (var table : List.of("household", "person")) {
            assertThat(rows(table, "number like 'A%'")).as(table).isEqualTo(rows(table, "number like 'B%'"))
                    .hasSizeGreaterThan(4);
            assertThat(rows(table + "_history", "id in (select id from " + table + " where number like 'A%')"))
                    .as(table + "_history").isNotEmpty()
                    .isEqualTo(rows(table + "_history", "id in (select id from " + table + " where number like 'B%')"));
        }
        for (var table : List.of("membership", "membership_history")) {
            assertThat(rows(table, "person_id in (select id from person where number like 'A%')")).as(table).isNotEmpty()
                    .isEqualTo(rows(table, "person_id in (select id from person where number like 'B%')"));
        }
    }

    @Test
    void theLifeOfEachTouchedHouseholdNamesTheFileAndTheFields() {
        imports.run(Api.COUNTY, xlsx(B, households("A", 1, 4)), 2019, "WHEN_CHECKED");
        var changed = households("A", 1, 4);
        changed.set(1, with(changed.get(1), "劳动技能", "技能劳动力"));
        var job = imports.run(Api.COUNTY, xlsx(B, changed), 2019, "WHEN_CHECKED");

        assertThat(jdbc.sql("""
                select concat_ws('|', action, effective_on, village, coalesce(fields, '-')) from register_event
                 where household = 'A1' and import_number is not null order by id
                """).query(String.class).list()).containsSubsequence("imported|2019-12-31|451481101201|-",
                "changed-by-import|2019-12-31|451481101201|labour");
        assertThat(jdbc.sql("select count(*) from register_event where import_number = ?").param(job.path("id").asString())
                .query(Integer.class).single()).isEqualTo(1);
    }

    private void write(Holder holder, String number, Map<String, ?> columns, LocalDate from) {
        var id = jdbc.sql("select id from " + holder.table() + " where number = ?").param(number).query(Long.class).single();
        transaction.executeWithoutResult(
                status -> history.write(holder, id, new java.util.HashMap<>(columns), from, "x", Instant.now()));
    }

    private List<Map<String, Object>> rows(String table, String where) {
        var order = table.startsWith("membership") ? "person_id" : "number";
        return jdbc.sql("select * from %s where %s order by %s, valid_from%s".formatted(table, where, order,
                table.endsWith("_history") ? ", history_id" : "")).query().listOfRows().stream().map(row -> {
                    row.keySet().removeAll(OF_ONE_ROW);
                    return row;
                }).toList();
    }
}
