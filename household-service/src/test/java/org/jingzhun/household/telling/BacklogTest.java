package org.jingzhun.household.telling;

import java.util.Map;

import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.starter.database.Transactions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A register that is older than its facts. */
@HouseholdServiceTest
class BacklogTest {

    @Autowired
    Api api;
    @Autowired
    Givens givens;
    @Autowired
    ToldRegister told;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Transactions transactions;
    @Autowired
    Telling telling;
    @Autowired
    PersonKeys keys;

    @Test
    void itIsToldStepByStepAndOnce() {
        givens.forgetAll();
        for (int i = 1; i <= 5; i++) {
            givens.household("BL" + i, "451481101201", Map.of());
            givens.member("BL" + i, "BL" + i + "-1", "农" + i, Givens.residentId("451481", "19700101", 700 + i), "01", Map.of());
        }
        var mark = told.mark(ToldRegister.COUNTY);
        var backlog = new Backlog(jdbc, transactions, telling, keys, new TellingSettings(2));
        jdbc.sql("update telling_progress set household_id = 0, complete = false").update();

        assertThat(backlog.next()).isTrue();
        assertThat(told.after(ToldRegister.COUNTY, mark)).hasSize(4);
        while (backlog.next()) {
            // the next two
        }
        assertThat(told.after(ToldRegister.COUNTY, mark)).hasSize(10);
        assertThat(jdbc.sql("select complete from telling_progress").query(Boolean.class).single()).isTrue();

        jdbc.sql("update telling_progress set household_id = 0, complete = false").update();
        while (backlog.next()) {
            // nothing is told twice
        }
        assertThat(told.after(ToldRegister.COUNTY, mark)).hasSize(10);
    }
}
