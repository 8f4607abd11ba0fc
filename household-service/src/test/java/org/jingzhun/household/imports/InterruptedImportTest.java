package org.jingzhun.household.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import org.jingzhun.household.Api;
import org.jingzhun.household.Givens;
import org.jingzhun.household.HouseholdServiceTest;
import org.jingzhun.household.template.Template;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jingzhun.household.imports.Sheets.B;
import static org.jingzhun.household.imports.Sheets.households;
import static org.jingzhun.household.imports.Sheets.xlsx;

/** Imports that are killed, that meet each other, and that find the register changed. */
@HouseholdServiceTest
@TestPropertySource(properties = {"household.imports.households-per-chunk=5", "household.imports.rows-per-batch=20",
        "household.imports.households-per-step=7"})
class InterruptedImportTest {

    @Autowired
    Givens givens;
    @Autowired
    Api api;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ImportJobs jobs;
    @Autowired
    ImportCommit commit;
    @Autowired
    ImportCheck check;
    @Autowired
    Comparison comparison;
    @Autowired
    SchedulerClient scheduler;

    ImportApi imports;

    @BeforeEach
    void anEmptyRegister() {
        imports = new ImportApi(api);
        givens.forgetAll();
    }

    @Test
    void aCommitThatWasKilledGoesOnAndEndsAsIfItHadNotBeen() {
        var file = xlsx(B, households("A", 1, 43));
        imports.run(Api.COUNTY, file, 2019, "WHEN_CHECKED");
        var undisturbed = register();
        anEmptyRegister();

        var id = imports.run(Api.COUNTY, file, 2019, "MANUAL").path("id").asString();
        var job = jobs.find(id).orElseThrow();
        jobs.startCommitting(job.id(), job.account());
        killAfter(3, jobs.get(job.id()));
        assertThat(jdbc.sql("select count(*) from household").query(Integer.class).single()).isEqualTo(15);
        scheduler.scheduleIfNotExists(ImportTask.DESCRIPTOR.instance(id + "/commit").build(),
                Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(imports.await(Api.COUNTY, id).path("state").asString()).isEqualTo("DONE");
        assertThat(register()).isEqualTo(undisturbed);
        assertThat(jdbc.sql("select count(*) from audit_entry where detail like ?").param("%" + id + "%").query(Integer.class)
                .single())
                .as("one entry per household, none twice").isEqualTo(42);
    }

    /** The third look at whether to stop never returns: what kill -9 leaves behind. */
    private void killAfter(int chunks, ImportJob job) {
        var looks = new AtomicInteger();
        jobs.take(job.id(), "killed");
        assertThatThrownBy(() -> commit.run(job, "killed", () -> {
            if (looks.getAndIncrement() == chunks) {
                throw new IllegalStateException("killed");
            }
            return false;
        })).hasMessage("killed");
    }

    @Test
    void aWorkerThatWasGivenUpForDeadChangesNothing() {
        var id = imports.run(Api.COUNTY, xlsx(B, households("A", 1, 12)), 2019, "MANUAL").path("id").asString();
        var job = jobs.find(id).orElseThrow();
        jobs.startCommitting(job.id(), job.account());
        jobs.take(job.id(), "old");
        jobs.take(job.id(), "new");

        assertThatThrownBy(() -> commit.run(jobs.get(job.id()), "old", () -> false))
                .isInstanceOf(ImportJobs.NoLongerOurs.class);

        assertThat(jdbc.sql("select count(*) from household").query(Integer.class).single()).isZero();
        jobs.cancel(job.id());
    }

    @Test
    void aCheckThatWasKilledStartsAgain() {
        var id = imports.run(Api.COUNTY, xlsx(B, households("A", 1, 12)), 2019, "MANUAL").path("id").asString();
        var job = jobs.find(id).orElseThrow();
        jdbc.sql("update import_job set state = 'CHECKING' where number = ?").param(id).update();
        jdbc.sql("delete from import_row where import_id = ? and row_no > 20").param(job.id()).update();
        jobs.take(job.id(), "second");

        check.run(jobs.get(job.id()), "second");

        assertThat(jobs.get(job.id()).newRows()).isEqualTo(33);
    }

    @Test
    void twoPeopleImportTheSameFileAtOnce() {
        var file = xlsx(B, households("A", 1, 61));

        var first = CompletableFuture.supplyAsync(() -> imports.run(Api.COUNTY, file, 2019, "WHEN_CHECKED"));
        var second = CompletableFuture.supplyAsync(() -> imports.run(Api.COUNTY2, file, 2019, "WHEN_CHECKED"));

        var jobsOfBoth = List.of(first.join(), second.join());
        assertThat(jobsOfBoth).allMatch(job -> job.path("state").asString().equals("DONE"));
        assertThat(jobsOfBoth.stream().mapToInt(job -> job.path("counts").path("new").asInt()).sum()).isEqualTo(180);
        assertThat(jobsOfBoth.stream().mapToInt(job -> job.path("counts").path("unchanged").asInt()).sum()).isEqualTo(180);
        assertThat(jdbc.sql("select count(*) from person where version = 1").query(Integer.class).single()).isEqualTo(180);
    }

    @Test
    void aHouseholdThatSomebodyElseWritesInTheMiddleOfACheckHasNoOtherHead() {
        var file = xlsx(B, households("A", 1, 12));
        var id = imports.run(Api.COUNTY, file, 2019, "MANUAL").path("id").asString();
        var job = jobs.find(id).orElseThrow();
        imports.run(Api.COUNTY2, file, 2019, "WHEN_CHECKED");

        comparison.markForSecond(new Range(job, Template.LIST_B, job.columns(), 0, job.lastHousehold()));

        assertThat(comparison.count(job.id()).sensitiveHouseholds()).isZero();
        jobs.cancel(job.id());
    }

    @Test
    void whatChangedInTheRegisterSinceTheCheckIsSeen() {
        var rows = households("A", 1, 8);
        imports.run(Api.COUNTY, xlsx(B, rows), 2019, "WHEN_CHECKED");
        var income = rows.stream().map(row -> Sheets.with(row, "人均纯收入", 6000)).toList();
        var id = imports.run(Api.COUNTY, xlsx(B, income), 2019, "MANUAL").path("id").asString();
        jdbc.sql("update household set village = '451423100201' where number = 'A1'").update();
        jdbc.sql("update household set income_per_head = 6000, version = version + 1 where number = 'A2'").update();
        jdbc.sql("update membership m join person p on p.id = m.person_id set m.relation = if(p.number = 'A3-9', '99', '01')"
                + " where p.number in ('A3-9', 'A3-10')").update();

        assertThat(api.put(Api.COUNTY, "/imports/" + id + "/commit", null).status()).isEqualTo(202);

        var job = imports.await(Api.COUNTY, id);
        assertThat(job.path("state").asString()).isEqualTo("DONE");
        var errors = imports.errors(Api.COUNTY, id);
        assertThat(errors.get(2)).containsExactly("household-registered-elsewhere");
        assertThat(errors.get(8)).containsExactly("sensitive-change-second-officer");
        assertThat(errors).hasSize(6);
        assertThat(jdbc.sql("select number, version from household order by number").query().listOfRows().stream()
                .map(row -> row.get("number") + ":" + row.get("version"))).containsExactly("A1:1", "A2:2", "A3:1", "A4:2", "A5:2",
                        "A6:2", "A7:2");
    }

    private List<Map<String, Object>> register() {
        return jdbc.sql("""
                select h.number, h.village, h.income_per_head, hex(h.phone_digest) as household_phone, h.version, p.number as person,
                       p.name, hex(p.resident_id_digest) as id, hex(p.phone_digest) as phone, p.health, p.version as person_version,
                       m.relation, m.version as membership_version
                  from household h join membership m on m.household_id = h.id join person p on p.id = m.person_id order by 1, 6
                """).query().listOfRows();
    }
}
