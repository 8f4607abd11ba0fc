package org.jingzhun.household.imports;

import java.util.List;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.telling.ToldRegister;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.household.imports.Sheets.B;
import static org.jingzhun.household.imports.Sheets.member;
import static org.jingzhun.household.imports.Sheets.xlsx;

/** What other departments are told of an import. */
@HouseholdServiceTest
class ToldImportTest {

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    ToldRegister told;
    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void empty() {
        givens.forgetAll();
    }

    @Test
    void aFileIsToldOnceAndNothingIsLeftUntold() {
        var imports = new ImportApi(api);
        var mark = told.mark(ToldRegister.COUNTY);
        var file = xlsx(B, List.of(member("TI-1", 2, "户主", 0), member("TI-1", 2, "之子", 1), member("TI-2", 1, "户主", 2)));
        imports.run(Api.COUNTY, file, 2021, "WHEN_CHECKED");

        var facts = told.after(ToldRegister.COUNTY, mark);
        assertThat(facts).extracting(it -> it.path("kind").asString()).containsExactly("household-registered",
                "household-registered", "person-changed", "person-changed", "person-changed");
        assertThat(facts.getFirst().path("body").path("members").size()).isEqualTo(2);
        assertThat(facts.subList(2, 5)).extracting(it -> it.path("body").path("matchKey").asString()).doesNotHaveDuplicates()
                .allMatch(it -> it.matches("m1-[0-9a-f]{8}\\.[0-9a-f]{64}"));
        var all = jdbc.sql("select number from household").query(String.class).list();
        assertThat(told.untold(all)).isZero();

        mark = told.mark(ToldRegister.COUNTY);
        imports.run(Api.COUNTY, file, 2021, "WHEN_CHECKED");
        assertThat(told.after(ToldRegister.COUNTY, mark)).isEmpty();

        var more = xlsx(B, List.of(member("TI-1", 3, "户主", 0), member("TI-1", 3, "之子", 1), member("TI-1", 3, "之子", 3)));
        imports.run(Api.COUNTY, more, 2021, "WHEN_CHECKED");
        assertThat(told.after(ToldRegister.COUNTY, mark)).extracting(it -> it.path("kind").asString())
                .containsExactly("household-changed", "person-changed");
        assertThat(told.untold(all)).isZero();
    }
}
