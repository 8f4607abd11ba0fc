package org.jingzhun.starter.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.audit.Audit;
import org.jingzhun.starter.audit.AuditChain;
import org.jingzhun.starter.audit.Subject;
import org.jingzhun.starter.database.ServiceWithDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.NONE, properties = {
        "jingzhun.test.schema=jz_schedule", "jingzhun.audit.seal-every=200ms", "db-scheduler.polling-interval=100ms"})
@Import(ScheduleTest.Job.class)
class ScheduleTest {

    record Order(String file, int rows) {}

    @Autowired
    Scheduler scheduler;
    @Autowired
    DbSchedulerProperties settings;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    OneTimeTask<Order> job;
    @Autowired
    Audit audit;
    @Autowired
    AuditChain chain;

    @Test
    void aKilledInstanceIsCalledDeadInTime() {
        var dead = settings.getHeartbeatInterval().multipliedBy(settings.getMissedHeartbeatsLimit());
        var looked = settings.getHeartbeatInterval().multipliedBy(2);

        assertThat(dead.plus(looked).plusSeconds(1)).isLessThanOrEqualTo(Duration.ofSeconds(25));
        assertThat(settings.getSchedulerName()).hasSizeLessThanOrEqualTo(50).contains(":");
    }

    @Test
    void aJobRunsWithItsDataWhichAreStoredAsJson() {
        scheduler.schedule(job.instance("tomorrow", new Order("list.xlsx", 7)), Instant.now().plus(Duration.ofDays(1)));
        assertThat(jdbc.sql("select convert(task_data using utf8mb4) from scheduled_tasks where task_instance = 'tomorrow'")
                .query(String.class).single()).isEqualTo("{\"file\":\"list.xlsx\",\"rows\":7}");

        scheduler.schedule(job.instance("now", new Order("list.xlsx", 8)), Instant.now());
        await().atMost(Duration.ofSeconds(20)).until(() -> Job.DONE.contains(new Order("list.xlsx", 8)));
    }

    @Test
    void theStartersOwnJobsRun() {
        audit.record(new Caller("a", Caller.Kind.PERSON, null, "10.0.0.1", "r"), "x.read", Subject.of("x", "1"));

        await().atMost(Duration.ofSeconds(20)).until(() -> chain.verify().entries() >= 1);
        assertThat(jdbc.sql("select task_name from scheduled_tasks where task_instance = 'recurring'").query(String.class).list())
                .contains("audit-seal", "idempotency-ageing");
    }

    @Test
    void aRestartedInstanceTakesItsJobsBackButNotThoseOfTheLiving() {
        var now = Instant.parse("2026-03-01T08:00:00Z");
        picked("of-mine", "host:8081", now.minusSeconds(10));
        picked("of-a-namesake-alive", "host:8081", now.minusSeconds(3));
        picked("of-another", "host:8082", now.minusSeconds(10));

        var taken = new TakeBack(jdbc, Clock.fixed(now, ZoneOffset.UTC), "host:8081", Duration.ofSeconds(4)).takeBack();

        assertThat(taken).isEqualTo(1);
        assertThat(jdbc.sql("select task_instance from scheduled_tasks where task_name = 'foreign' and not picked")
                .query(String.class).list())
                .isEqualTo(List.of("of-mine"));
        assertThat(jdbc.sql("select cast(execution_time as char) from scheduled_tasks where task_instance = 'of-mine'")
                .query(String.class)
                .single()).startsWith("2026-03-01 08:00:00");
    }

    @Test
    void theSchedulerAndTheTakingBackMeasureTheSameTime() {
        scheduler.schedule(job.instance("stamp", new Order("x", 1)), Instant.parse("2030-01-01T00:00:00Z"));

        assertThat(jdbc.sql("select cast(execution_time as char) from scheduled_tasks where task_instance = 'stamp'")
                .query(String.class)
                .single()).startsWith("2030-01-01 00:00:00");
    }

    private void picked(String instance, String by, Instant heartbeat) {
        jdbc.sql("""
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)
                values ('foreign', ?, ?, true, ?, ?, 1)
                """)
                .param(instance)
                .param(LocalDateTime.ofInstant(heartbeat, ZoneOffset.UTC))
                .param(by)
                .param(LocalDateTime.ofInstant(heartbeat, ZoneOffset.UTC))
                .update();
    }

    static class Job {

        static final List<Order> DONE = new CopyOnWriteArrayList<>();

        @Bean
        OneTimeTask<Order> job() {
            return Tasks.oneTime("job", Order.class).execute((instance, context) -> DONE.add(instance.getData()));
        }
    }
}
