package org.jingzhun.household.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.field.Holder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HouseholdServiceTest
class HistoryTest {

    @Autowired
    History history;
    @Autowired
    Givens givens;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;

    @Test
    void aChangeFromADayOnLeavesTheDaysBeforeAndWhatWasBelieved() {
        var id = household("2019-12-31");
        type(id, "2", "2021-06-01", "2021-06-02T00:00:00Z");

        assertThat(at(id, "2021-05-31", "2022-01-01T00:00:00Z")).isEqualTo("1");
        assertThat(at(id, "2021-06-01", "2022-01-01T00:00:00Z")).isEqualTo("2");
        assertThat(at(id, "2021-06-01", "2021-06-01T00:00:00Z")).isEqualTo("1");
        assertThat(at(id, "2019-12-30", "2022-01-01T00:00:00Z")).isNull();
    }

    @Test
    void aCorrectionOfThePastEndsWhereALaterChangeBegan() {
        var id = household("2019-12-31");
        type(id, "2", "2021-01-01", "2021-01-02T00:00:00Z");
        type(id, "3", "2022-01-01", "2022-01-02T00:00:00Z");
        type(id, "4", "2020-07-01", "2023-01-01T00:00:00Z");

        assertThat(List.of("2020-06-30", "2020-07-01", "2020-12-31", "2021-01-01", "2022-01-01"))
                .extracting(day -> at(id, day, "2024-01-01T00:00:00Z")).containsExactly("1", "4", "4", "2", "3");
        assertThat(at(id, "2020-07-01", "2022-06-01T00:00:00Z")).isEqualTo("1");
    }

    @Test
    void aCorrectionReachesTodayWhereNothingElseChangedTheColumn() {
        var id = household("2019-12-31");
        transaction.executeWithoutResult(status -> history.write(Holder.HOUSEHOLD, id, Map.of("hamlet", "那屯"),
                LocalDate.parse("2021-01-01"), "officer", Instant.parse("2021-01-02T00:00:00Z")));
        type(id, "5", "2020-03-01", "2022-01-01T00:00:00Z");

        assertThat(jdbc.sql("select type from household where id = ?").param(id).query(String.class).single()).isEqualTo("5");
        assertThat(at(id, "2020-03-01", "2023-01-01T00:00:00Z")).isEqualTo("5");
        assertThat(at(id, "2020-02-29", "2023-01-01T00:00:00Z")).isEqualTo("1");
        assertThat(at(id, "2021-02-01", "2021-06-01T00:00:00Z")).isEqualTo("1");
    }

    @Test
    void whatTheRegisterDidNotKnowCannotBeCorrected() {
        var id = household("2019-12-31");

        assertThatThrownBy(() -> type(id, "5", "2019-12-30", "2022-01-01T00:00:00Z")).isInstanceOf(NotYetKnown.class);
    }

    private long household(String from) {
        var number = "history-" + java.util.UUID.randomUUID().toString().substring(0, 8);
        givens.household(number, "620402100200", Map.of("type", "1", "valid_from", from, "recorded_from", "2020-01-10 00:00:00"));
        return jdbc.sql("select id from household where number = ?").param(number).query(Long.class).single();
    }

    private void type(long id, String type, String from, String at) {
        transaction
                .executeWithoutResult(status -> history.write(Holder.HOUSEHOLD, id, Map.of("type", type), LocalDate.parse(from),
                        "officer", Instant.parse(at)));
    }

    private String at(long id, String day, String known) {
        return jdbc.sql("select x.type from " + Moment.rows(Holder.HOUSEHOLD, "t.id = :id") + " x").param("id", id)
                .params(new Moment(LocalDate.parse(day), Instant.parse(known)).params())
                .query(String.class).optional().orElse(null);
    }
}
