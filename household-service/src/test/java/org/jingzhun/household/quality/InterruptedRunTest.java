package org.jingzhun.household.quality;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HouseholdServiceTest
class InterruptedRunTest {

    private static final String VILLAGE = "451481103203";

    @Autowired
    Givens givens;
    @Autowired
    QualityRuns runs;
    @Autowired
    QualityCheck check;
    @Autowired
    JdbcClient jdbc;

    @Test
    void aRunGoesOnBehindWhatIsDoneAndCountsNothingTwice() {
        givens.forget("IR1");
        givens.household("IR1", VILLAGE, Map.of("safe_water", true, "water_difficulty", true));
        givens.member("IR1", "IR1-1", "覃四", Givens.residentId("451481", "19700101", 231), "01", Map.of());
        var number = UUID.randomUUID().toString().substring(0, 16);
        runs.create(number, VILLAGE, "county");
        var run = runs.find(number).orElseThrow();
        var looks = new AtomicInteger();

        assertThat(runs.take(run.id(), "first")).isTrue();
        assertThat(check.run(run.id(), "first", () -> looks.incrementAndGet() == 2)).isFalse();
        assertThat(runs.get(run.id()).state()).isEqualTo(QualityRun.State.RUNNING);
        assertThat(runs.get(run.id()).position()).isEqualTo(VILLAGE);

        assertThat(runs.take(run.id(), "second")).isTrue();
        assertThatThrownBy(() -> check.run(run.id(), "first", () -> false)).isInstanceOf(QualityRuns.NoLongerOurs.class);
        assertThat(check.run(run.id(), "second", () -> false)).isTrue();

        var done = runs.get(run.id());
        assertThat(done.state()).isEqualTo(QualityRun.State.DONE);
        assertThat(done.households()).isEqualTo(1);
        assertThat(
                jdbc.sql("select times_seen from finding where household = 'IR1' and rule = 'safe-water-contradicts-difficulty'")
                        .query(Integer.class).single())
                .isEqualTo(1);
    }

    @Test
    void whileOneRunWorksTheNextOneWaits() {
        var first = UUID.randomUUID().toString().substring(0, 16);
        var next = UUID.randomUUID().toString().substring(0, 16);
        runs.create(first, VILLAGE, "county");
        runs.create(next, VILLAGE, "county");

        assertThat(runs.take(runs.find(first).orElseThrow().id(), "one")).isTrue();
        assertThat(runs.take(runs.find(next).orElseThrow().id(), "two")).isFalse();
        runs.cancel(runs.find(first).orElseThrow().id());
        assertThat(runs.take(runs.find(next).orElseThrow().id(), "two")).isTrue();
        runs.cancel(runs.find(next).orElseThrow().id());
    }
}
