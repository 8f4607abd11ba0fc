package org.jingzhun.starter.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jingzhun.starter.crypto.KeyRingFile;
import org.jingzhun.test.server.EmbeddedMariaDb;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SpringBootTest(classes = ServiceWithDatabase.class, webEnvironment = WebEnvironment.NONE, properties = {
        "jingzhun.test.schema=jz_database", "db-scheduler.enabled=false",
        "jingzhun.database.append-only=purse_history",
        "spring.datasource.hikari.data-source-properties.allowLoadLocalInfile=true"}) // beside it, the defaults must stay
@Import(DatabaseTest.Transfer.class)
class DatabaseTest {

    private static final SingletonSupplier<String> KEY_RING = SingletonSupplier.of(DatabaseTest::keyRing);

    @Autowired
    JdbcClient jdbc;
    @Autowired
    Transactions transactions;
    @Autowired
    Transfer transfer;

    @Test
    void theSessionIsAsAgreed() {
        assertThat(jdbc.sql("select @@transaction_isolation").query(String.class).single()).isEqualTo("READ-COMMITTED");
        assertThat(jdbc.sql("select @@innodb_lock_wait_timeout").query(Integer.class).single()).isEqualTo(5);
        assertThat(jdbc.sql("select @@time_zone").query(String.class).single()).isEqualTo("+00:00");
        assertThat(jdbc.sql("select @@sql_mode").query(String.class).single()).contains("ONLY_FULL_GROUP_BY",
                "STRICT_TRANS_TABLES");
    }

    @Test
    void instantsArriveInUtcHoweverTheyAreWritten() {
        var instant = Instant.parse("2026-03-01T16:30:00.123456Z");
        jdbc.sql(
                "insert into data_key (purpose, generation, algorithm, master_key, wrapped, created_at) values ('t', 1, 'a', 'm', 'x', ?)")
                .param(LocalDateTime.parse("2026-03-01T16:30:00.123456")).update();
        jdbc.sql(
                "insert into data_key (purpose, generation, algorithm, master_key, wrapped, created_at) values ('t', 2, 'a', 'm', 'x', ?)")
                .param(Timestamp.from(instant)).update();
        jdbc.sql(
                "insert into data_key (purpose, generation, algorithm, master_key, wrapped, created_at) values ('t', 3, 'a', 'm', 'x', ?)")
                .param(OffsetDateTime.parse("2026-03-02T00:30:00.123456+08:00")).update();

        var stored = jdbc.sql("select cast(created_at as char) from data_key where purpose = 't' order by generation")
                .query(String.class).list();
        assertThat(stored).containsOnly("2026-03-01 16:30:00.123456");
        jdbc.sql("delete from data_key where purpose = 't'").update();
    }

    @Test
    void theStartersTablesComeBeforeTheServicesOwn() {
        var versions = administrator().sql("select version from flyway_schema_history order by installed_rank")
                .query(String.class).list();

        var ofStarter = versions.stream().filter(version -> version.startsWith("000.")).toList();
        assertThat(ofStarter).startsWith("000.1", "000.2");
        assertThat(versions.subList(0, ofStarter.size())).isEqualTo(ofStarter);
        assertThat(versions.subList(ofStarter.size(), versions.size())).startsWith("001", "002");
    }

    @Test
    void theAuditCanBeReadAndAppendedToButNotChanged() {
        jdbc.sql("insert into audit_entry (at, account, kind, action, subject_kind) values (now(6), 'a', 'job', 'x', 'y')")
                .update();

        assertRefused("update audit_entry set account = 'b'");
        assertRefused("delete from audit_entry");
        assertRefused("update audit_seal set entries = 0");
        assertRefused("delete from audit_seal");
        assertRefused("truncate table audit_entry");
        assertThat(jdbc.sql("select count(*) from audit_entry").query(Long.class).single()).isPositive();
    }

    @Test
    void aTableThatTheServiceCallsAppendOnlyIsSo() {
        jdbc.sql("insert into purse (id, yuan) values (100, 1) ").update();
        jdbc.sql("insert into purse_history (id, yuan) values (100, 1) ").update();

        assertThat(jdbc.sql("update purse set yuan = 2 where id = 100").update()).isEqualTo(1);
        assertRefused("update purse_history set yuan = 2");
    }

    @Test
    void theApplicationsAccountChangesNoTableAndNoRights() {
        assertRefused("create table mine (id int)");
        assertRefused("drop table audit_entry");
        assertRefused("alter table audit_entry add column x int");
        assertRefused("grant update on audit_entry to current_user()");
        assertRefused("select * from mysql.user");
        assertRefused("select * from flyway_schema_history");
    }

    @Test
    void aDeadlockIsTriedAgainAndBothTransfersCount() throws Exception {
        jdbc.sql("insert into purse (id, yuan) values (1, 100), (2, 100)").update();
        var bothHoldOne = new CyclicBarrier(2);
        var runs = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var there = threads.submit(() -> transactions.inOne(() -> move(1, 2, bothHoldOne, runs)));
            var back = threads.submit(() -> transactions.inOne(() -> move(2, 1, bothHoldOne, runs)));
            there.get(30, TimeUnit.SECONDS);
            back.get(30, TimeUnit.SECONDS);
        }

        assertThat(runs.get()).as("one of the two ran twice").isGreaterThan(2);
        assertThat(jdbc.sql("select yuan from purse where id in (1, 2) order by id").query(Integer.class).list())
                .containsExactly(100, 100);
    }

    @Test
    void theAnnotationTriesAgainAroundTheTransaction() throws Exception {
        jdbc.sql("insert into purse (id, yuan) values (3, 100), (4, 100)").update();
        var bothHoldOne = new CyclicBarrier(2);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var there = threads.submit(() -> transfer.move(3, 4, bothHoldOne));
            var back = threads.submit(() -> transfer.move(4, 3, bothHoldOne));
            there.get(30, TimeUnit.SECONDS);
            back.get(30, TimeUnit.SECONDS);
        }

        assertThat(transfer.runs()).isGreaterThan(2);
        assertThat(jdbc.sql("select yuan from purse where id in (3, 4) order by id").query(Integer.class).list())
                .containsExactly(100, 100);
    }

    @Test
    void aLockThatIsWaitedForInVainIsNotTriedAgain() throws Exception {
        jdbc.sql("insert into purse (id, yuan) values (5, 100)").update();
        var held = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var runs = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var holder = threads.submit(() -> transactions.inOne(() -> {
                jdbc.sql("update purse set yuan = 1 where id = 5").update();
                held.countDown();
                await(done);
            }));
            held.await();
            assertThatThrownBy(() -> transactions.inOne(() -> {
                runs.incrementAndGet();
                jdbc.sql("update purse set yuan = 2 where id = 5").update();
            })).isInstanceOf(CannotAcquireLockException.class);
            done.countDown();
            holder.get(30, TimeUnit.SECONDS);
        }

        assertThat(runs.get()).isEqualTo(1);
    }

    @Test
    void aTableThatBecomesAppendOnlyLosesTheRightToBeChanged() throws Exception {
        start("jz_rights").close();
        var before = grantsOf("jz_rights");
        start("jz_rights").close();
        assertThat(grantsOf("jz_rights")).as("a second start changes nothing").isEqualTo(before);
        assertThat(before).anyMatch(it -> it.startsWith("GRANT SELECT, INSERT, UPDATE, DELETE ON") && it.contains("`purse`"))
                .anyMatch(it -> it.startsWith("GRANT SELECT, INSERT ON") && it.contains("`audit_entry`"));

        start("jz_rights", "--jingzhun.database.append-only=purse").close();

        assertThat(grantsOf("jz_rights")).anyMatch(it -> it.startsWith("GRANT SELECT, INSERT ON") && it.contains("`purse`"));
    }

    @Test
    void aNewerSchemaIsRefusedWithOneSentence() throws Exception {
        var schema = "jz_newer";
        try (var first = start(schema)) {
            assertThat(first.isActive()).isTrue();
        }
        execute(EmbeddedMariaDb.administrator("jz_newer"), """
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (99, '077', 'of tomorrow', 'SQL', 'V077__of_tomorrow.sql', 1, 'x', 1, 1)
                """);

        assertThatThrownBy(() -> start(schema).close())
                .hasRootCauseInstanceOf(SchemaNewerThanProgram.class)
                .rootCause()
                .hasMessage("The database schema is newer than this program: it already has the migration 077 of tomorrow,"
                        + " which this release does not know.");
    }

    private static List<String> grantsOf(String schema) throws SQLException {
        var account = EmbeddedMariaDb.schema(schema);
        return JdbcClient.create(new DriverManagerDataSource(account.url(), account.account(), account.password()))
                .sql("show grants")
                .query(String.class).list().stream().sorted().toList();
    }

    private static ConfigurableApplicationContext start(String schema, String... more) {
        var arguments = new ArrayList<>(List.of(more));
        arguments.add("--jingzhun.test.schema=" + schema);
        arguments.add("--jingzhun.crypto.key-ring=" + KEY_RING.obtain());
        return new SpringApplicationBuilder(ServiceWithDatabase.class).web(WebApplicationType.NONE)
                .properties("db-scheduler.enabled=false")
                .run(arguments.toArray(String[]::new));
    }

    private static String keyRing() {
        try {
            var file = Files.createTempDirectory("ring").resolve("ring.json");
            KeyRingFile.create(file);
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int move(int from, int to, CyclicBarrier bothHoldOne, AtomicInteger runs) {
        var run = runs.incrementAndGet();
        jdbc.sql("update purse set yuan = yuan - 10 where id = ?").param(from).update();
        if (run <= 2) {
            await(bothHoldOne);
        }
        return jdbc.sql("update purse set yuan = yuan + 10 where id = ?").param(to).update();
    }

    /** As a feature writes it. */
    @Component
    static class Transfer {

        private final AtomicInteger runs = new AtomicInteger();
        private final JdbcClient jdbc;

        Transfer(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        int runs() {
            return runs.get();
        }

        @RetryDeadlocks
        @Transactional
        public int move(int from, int to, CyclicBarrier bothHoldOne) {
            var run = runs.incrementAndGet();
            jdbc.sql("update purse set yuan = yuan - 10 where id = ?").param(from).update();
            if (run <= 2) {
                await(bothHoldOne);
            }
            return jdbc.sql("update purse set yuan = yuan + 10 where id = ?").param(to).update();
        }
    }

    private void assertRefused(String sql) {
        assertThatThrownBy(() -> {
            if (sql.startsWith("select")) {
                jdbc.sql(sql).query().listOfRows();
            } else {
                jdbc.sql(sql).update();
            }
        }).as(sql).isInstanceOf(DataAccessException.class)
                .rootCause().hasMessageContaining("denied");
    }

    private static JdbcClient administrator() {
        var account = EmbeddedMariaDb.administrator("jz_database");
        return JdbcClient.create(
                new DriverManagerDataSource(account.getJdbcUrl(), account.getUsername(),
                        account.getPassword()));
    }

    private static void execute(JdbcConnectionDetails account, String sql)
            throws SQLException {
        try (var connection = DriverManager.getConnection(account.getJdbcUrl(), account.getUsername(), account.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
