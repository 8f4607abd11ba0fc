package org.jingzhun.starter.accesslog;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.concurrent.Executors;

import org.jingzhun.starter.access.Caller;
import org.jingzhun.starter.database.ServiceWithDatabase;
import org.jingzhun.starter.database.Transactions;
import org.jingzhun.test.server.EmbeddedMariaDb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.NONE, properties = {
        "jingzhun.test.schema=jz_access_log", "db-scheduler.enabled=false"})
class AccessLogTest {

    private static final Caller LI = new Caller("a-li", Caller.Kind.SERVICE, "a-wang", "10.0.0.7", "request-1");
    private static final Opened DOSSIER = Opened.one("household.opened", "H1", "451481101201");
    private static final Duration NEVER = Duration.ofDays(1);

    @Autowired
    AccessLog log;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    JdbcTemplate template;
    @Autowired
    Clock clock;
    @Autowired
    Transactions transactions;

    @BeforeEach
    void nothingWasOpenedYet() {
        tamper("delete from access_log");
    }

    @Test
    void anEntrySaysWhoOpenedWhatWhenAndFromWhere() {
        log.record(LI, new Opened("export.made", null, "4514", "年度核查", 1200));

        var row = jdbc.sql("select * from access_log").query().singleRow();
        assertThat(row).containsEntry("account", "a-li").containsEntry("kind", "service").containsEntry("acting_for", "a-wang")
                .containsEntry("address", "10.0.0.7").containsEntry("request_id", "request-1")
                .containsEntry("opened", "export.made").containsEntry("subject", null).containsEntry("area", "4514")
                .containsEntry("county", "4514").containsEntry("purpose", "年度核查").containsEntry("records", 1200);
        assertThat((LocalDateTime) row.get("at")).isBetween(now().minusMinutes(1), now());
    }

    @Test
    void whatIsRecordedGoesWithItsTransaction() {
        assertThatThrownBy(() -> transactions.inOne(() -> {
            log.record(LI, DOSSIER);
            throw new IllegalStateException("the export failed");
        })).isInstanceOf(IllegalStateException.class);

        assertThat(count()).isZero();
    }

    @Test
    void openedDossiersAreWrittenShortlyAfterwards() {
        log.opened(LI, DOSSIER);

        await().atMost(Duration.ofSeconds(10)).until(() -> count() == 1);
        assertThat(jdbc.sql("select county from access_log").query(String.class).single()).isEqualTo("451481");
    }

    @Test
    void nothingIsDroppedWhenThereIsNoRoomLeft() throws Exception {
        var queue = new AccessQueue(template, NEVER, 100);
        var small = new AccessLog(template, queue, clock);
        queue.start();

        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 350; i++) {
                callers.execute(() -> small.opened(LI, DOSSIER));
            }
        }
        assertThat(count()).isEqualTo(250); // they wrote their own

        queue.stop();
        assertThat(count()).isEqualTo(350);

        small.opened(LI, DOSSIER);
        assertThat(count()).isEqualTo(351); // nobody writes for them any more
    }

    @Test
    void entriesWaitUntilTheDatabaseIsBack() {
        var nowhere = new JdbcTemplate(new DriverManagerDataSource("jdbc:mysql://127.0.0.1:1/none?connectTimeout=200"));
        var away = new Switchable(nowhere);
        var queue = new AccessQueue(away, Duration.ofMillis(20), 3);
        var patient = new AccessLog(away, queue, clock);
        queue.start();

        patient.opened(LI, DOSSIER);
        await().atMost(Duration.ofSeconds(10)).until(() -> away.failures > 0);
        assertThatThrownBy(() -> { // room for three, and one in the writer's hands
            for (int i = 0; i < 5; i++) {
                patient.opened(LI, DOSSIER);
            }
        }).isInstanceOf(DataAccessException.class);
        assertThat(count()).isZero();

        away.to = template;
        await().atMost(Duration.ofSeconds(10)).until(() -> count() == 4);
        queue.stop();
        assertThat(count()).isEqualTo(4);
    }

    @Test
    void anEntryThatDoesNotFitIsRefusedAtOnce() {
        assertThatThrownBy(() -> Opened.one("household.opened", "x".repeat(65), "451481101201"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Opened.one("household.opened", "H1", "45148")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theApplicationCannotChangeWhatItWrote() {
        log.record(LI, DOSSIER);

        assertThatThrownBy(() -> jdbc.sql("delete from access_log").update()).rootCause().hasMessageContaining("denied");
        assertThatThrownBy(() -> jdbc.sql("update access_log set account = 'a-wang'").update()).rootCause()
                .hasMessageContaining("denied");
    }

    @Test
    void onlyEntriesOfMoreThanThreeYearsCanBeForgotten() {
        at(now().minusYears(3).minusDays(2));
        at(now().minusYears(3).minusDays(1));
        at(now().minusYears(3).plusDays(1));
        at(now());

        assertThat(new AccessForgetting(jdbc, clock, Period.ofYears(4)).forgetOld()).isZero();
        assertThat(new AccessForgetting(jdbc, Clock.offset(clock, Duration.ofDays(3000)), Period.ofDays(1)).forgetOld())
                .isEqualTo(2);
        assertThat(count()).isEqualTo(2);
    }

    private void at(LocalDateTime at) {
        jdbc.sql("""
                insert into access_log (at, account, kind, opened, area, county, records)
                values (?, 'a', 'person', 'x', '', '', 1)
                """).param(at).update();
    }

    private int count() {
        return jdbc.sql("select count(*) from access_log").query(Integer.class).single();
    }

    private static LocalDateTime now() {
        return LocalDateTime.ofInstant(Instant.now(Clock.systemUTC()), ZoneOffset.UTC);
    }

    private static void tamper(String sql) {
        var admin = EmbeddedMariaDb.administrator("jz_access_log");
        try (var connection = DriverManager.getConnection(admin.getJdbcUrl(), admin.getUsername(), admin.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A database that is away, and later is not. */
    private static final class Switchable extends JdbcTemplate {

        volatile JdbcTemplate to;
        volatile int failures;

        Switchable(JdbcTemplate first) {
            to = first;
        }

        @Override
        public int update(String sql, PreparedStatementSetter setter) {
            return to.update(sql, setter);
        }

        @Override
        @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
        public <T> int[][] batchUpdate(String sql, Collection<T> rows, int size,
                ParameterizedPreparedStatementSetter<T> setter) {
            try {
                return to.batchUpdate(sql, rows, size, setter);
            } catch (DataAccessException e) {
                failures++;
                throw e;
            }
        }
    }
}
