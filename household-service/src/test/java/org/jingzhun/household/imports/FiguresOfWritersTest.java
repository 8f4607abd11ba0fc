package org.jingzhun.household.imports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Map;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.Merges;
import org.jingzhun.household.figure.CountedRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.imports.Sheets.B;
import static org.jingzhun.household.imports.Sheets.households;
import static org.jingzhun.household.imports.Sheets.with;
import static org.jingzhun.household.imports.Sheets.xlsx;

/** Whoever writes to the register, the figures count what it shows: files, older files with decisions, merges and what undoes them. */
@HouseholdServiceTest
class FiguresOfWritersTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Merges merges;
    @Autowired
    CountedRegister counted;

    ImportApi imports;

    @BeforeEach
    void anEmptyRegister() {
        imports = new ImportApi(api);
        givens.forgetAll();
        counted.fill();
    }

    @Test
    void filesAndOlderFiles() {
        var rows = households("A", 1, 9);
        done(imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED").path("state").asString());
        requireEqual("a new file");

        var changed = new ArrayList<>(rows);
        changed.set(1, with(changed.get(1), "劳动技能", "技能劳动力"));
        changed.set(3, with(changed.get(3), "主要致贫原因", "因学", "人均纯收入", 6100));
        changed.set(5, with(changed.get(5), "健康状况", "长期慢性病"));
        done(imports.run(Api.COUNTY, xlsx(B, changed), 2020, "WHEN_CHECKED").path("state").asString());
        requireEqual("a later file");
        assertThat(jdbc.sql("select count(*) from person_history").query(Integer.class).single()).isPositive();

        var older = new ArrayList<>(rows);
        older.set(1, with(older.get(1), "劳动技能", "弱劳动力或半劳动力"));
        older.set(6, with(older.get(6), "文化程度", "高中"));
        var job = imports.run(Api.COUNTY, xlsx(B, older), 2018, "MANUAL").path("id").asString();
        api.put(Api.COUNTY, "/imports/" + job + "/decisions", "{\"default\":\"TAKE_FILE\"}");
        assertThat(api.put(Api.COUNTY, "/imports/" + job + "/commit", null).status()).isEqualTo(202);
        done(imports.await(Api.COUNTY, job).path("state").asString());
        requireEqual("an older file");
    }

    @Test
    void mergesAndWhatUndoesThem() {
        for (var household : new String[]{"A", "B"}) {
            givens.household(household, "451481101213", Map.of("exit_state", "1"));
            givens.member(household, household + "1", "农大海",
                    Givens.residentId("451481", "19700101", household.equals("A") ? 1 : 3),
                    "01", Map.of());
        }
        counted.fill();

        var pair = merges.merge("B1", "A1");
        requireEqual("a merge");
        assertThat(counted.figures("451481101213", TODAY, TODAY)).containsEntry("poor//", "1/1");

        merges.undo(pair);
        requireEqual("the merge undone");
        assertThat(counted.figures("451481101213", TODAY, TODAY)).containsEntry("poor//", "2/2");
    }

    private void requireEqual(String when) {
        var villages = jdbc.sql("select distinct village from household order by village").query(String.class).list();
        assertThat(villages).isNotEmpty();
        for (var village : villages) {
            for (var asOf : new LocalDate[]{TODAY, LocalDate.of(2018, 12, 31), LocalDate.of(2019, 12, 31),
                    LocalDate.of(2020, 12, 31)}) {
                assertThat(counted.figures(village, asOf, TODAY)).as("after %s as of %s in %s", when, asOf, village)
                        .isEqualTo(counted.counts(village, asOf, TODAY));
            }
        }
        assertThat(counted.figures(villages.getFirst(), TODAY, TODAY)).as(when).isNotEmpty();
    }

    private static void done(String state) {
        assertThat(state).isEqualTo("DONE");
    }
}
