package org.jingzhun.standalone.engine;

import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jingzhun.standalone.process.Child;
import org.jingzhun.standalone.settings.Options;
import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Words;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the accounts of the embedded MariaDB may do, asked of the real server. */
class MariaDbIT {

    @TempDir
    static Path folder;

    static final Schema identity = new Schema("jz_identity", "identity", "of'work", "identity_migration", "of\\migration");
    static final Schema household = new Schema("jz_household", "household", "w", "household_migration", "m");
    static MariaDb mariaDb;
    static Child child;

    @BeforeAll
    static void start() throws IOException {
        try (var free = new ServerSocket(0)) {
            var settings = Settings.of(folder, new Options(false, Map.of()),
                    Map.of("JINGZHUN_DATA", folder.resolve("data").toString(), "JINGZHUN_MARIADB_PORT",
                            String.valueOf(free.getLocalPort()), "JINGZHUN_MARIADB_BUFFER_POOL", "32M",
                            "JINGZHUN_MARIADB_LOG_FILE",
                            "16M", "JINGZHUN_ENGINES", Path.of("target/engines").toAbsolutePath().toString()));
            PrivateFiles.folder(settings.run());
            mariaDb = new MariaDb(settings, List.of(identity, household),
                    new Console(new Words(Locale.ENGLISH), new PrintStream(PrintStream.nullOutputStream())));
        }
        child = mariaDb.child();
        child.start();
        child.awaitReady(Duration.ofMinutes(2));
    }

    @AfterAll
    static void stop() {
        child.stop();
    }

    @Test
    void theAccountOfAMigrationDoesEverythingInItsSchemaAndPassesRightsOn() throws SQLException {
        try (var migration = connect(identity, identity.migrationUser(), identity.migrationPassword())) {
            execute(migration, "create table account (id int primary key, name varchar(40))");
            execute(migration, "create table journal (id int primary key)");
            execute(migration, "grant select, insert, update, delete on account to 'identity'@'127.0.0.1'");
            execute(migration, "grant select, insert on journal to 'identity'@'127.0.0.1'");
            assertDenied(() -> execute(migration, "select * from mysql.global_priv"));
            assertDenied(() -> execute(migration, "create table jz_household.x (id int)"));
            assertDenied(() -> execute(migration, "create table jzxidentity.x (id int)"));
        }
        try (var work = connect(identity, identity.user(), identity.password())) {
            execute(work, "insert into account values (1, '农户')");
            execute(work, "update account set name = '户' where id = 1");
            execute(work, "insert into journal values (1)");
            assertDenied(() -> execute(work, "update journal set id = 2"));
            assertDenied(() -> execute(work, "delete from journal"));
            assertDenied(() -> execute(work, "create table mine (id int)"));
            assertDenied(() -> execute(work, "create temporary table mine (id int)"));
            assertDenied(() -> execute(work, "alter table account add column x int"));
            assertDenied(() -> execute(work, "drop table account"));
            assertDenied(() -> execute(work, "grant select on account to 'household'@'127.0.0.1'"));
            assertDenied(() -> execute(work, "select * from mysql.global_priv"));
            assertDenied(() -> execute(work, "create table test.x (id int)"));
        }
    }

    @Test
    void nobodyElseComesIn() {
        for (var user : List.of("root", "", "mysql", "identity", "household_migration")) {
            for (var password : List.of("", "root", "wrong")) {
                assertThatThrownBy(() -> DriverManager.getConnection(url(""), user, password))
                        .as(user + "/" + password).isInstanceOf(SQLException.class)
                        .hasMessageContaining("Access denied");
            }
        }
    }

    @Test
    void itBehavesAsMySqlDoes() throws SQLException {
        try (var migration = connect(household, household.migrationUser(), household.migrationPassword())) {
            assertThat(one(migration, "select @@character_set_server")).isEqualTo("utf8mb4");
            assertThat(one(migration, "select default_collation_name from information_schema.schemata"
                    + " where schema_name = 'jz_household'")).endsWith("0900_ai_ci");
            assertThat(one(migration, "select @@sql_mode")).contains("ONLY_FULL_GROUP_BY", "NO_ZERO_DATE");
            assertThat(one(migration, "select @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
            assertThat(one(migration, "select @@sync_binlog")).isEqualTo("1");
            assertThat(one(migration, "select @@innodb_lock_wait_timeout")).isEqualTo("5");
            assertThat(one(migration, "select @@bind_address")).isEqualTo("127.0.0.1");
            assertThat(one(migration, "select count(*) from information_schema.schemata where schema_name = 'test'"))
                    .isEqualTo("0");
        }
    }

    private static String url(String schema) {
        return "jdbc:mysql://127.0.0.1:%d/%s".formatted(mariaDb.port(), schema);
    }

    private static Connection connect(Schema schema, String user, String password) throws SQLException {
        return DriverManager.getConnection(mariaDb.url(schema), user, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void assertDenied(Statement statement) {
        assertThatThrownBy(statement::run).isInstanceOf(SQLException.class).hasMessageMatching("(?i).*denied.*");
    }

    private interface Statement {

        void run() throws SQLException;
    }
}
