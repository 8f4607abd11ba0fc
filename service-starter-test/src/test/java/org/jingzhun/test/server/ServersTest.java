package org.jingzhun.test.server;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ServersTest {

    @Test
    void redisAnswers() throws Exception {
        try (var socket = new Socket("127.0.0.1", EmbeddedRedis.port())) {
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII)).isEqualTo("+PONG");
        }
        assertThat(EmbeddedRedis.url(1)).endsWith(":" + EmbeddedRedis.port() + "/1");
    }

    @Test
    void eachSchemaHasItsOwnAccountsAndNoneSeesTheOther() throws Exception {
        var one = EmbeddedMariaDb.schema("jz_one");
        var other = EmbeddedMariaDb.schema("jz_other");

        assertThat(EmbeddedMariaDb.schema("jz_one")).isSameAs(one);
        execute(one.url(), one.migrationAccount(), one.password(), "create table t (id int)");
        execute(one.url(), one.migrationAccount(), one.password(), "grant select on t to '%s'@'%s'"
                .formatted(one.account(), one.url().contains("sslMode") ? "%" : "127.0.0.1"));
        execute(one.url(), one.account(), one.password(), "select * from t");

        assertDenied(one.url(), one.account(), one.password(), "insert into t values (1)");
        assertDenied(one.url(), other.account(), other.password(), "select 1");
        assertDenied(one.url(), other.migrationAccount(), other.password(), "select 1");
        assertDenied(one.url(), one.account(), "wrong", "select 1");
    }

    @Test
    @DisabledIfEnvironmentVariable(named = "TEST_DB_URL", matches = ".+", disabledReason = "that server's root is its owner's business")
    void nobodyComesInWithoutAPassword() {
        var schema = EmbeddedMariaDb.schema("jz_one");

        assertDenied(schema.url(), "root", "", "select 1");
        assertDenied(schema.url(), "", "", "select 1");
    }

    @Test
    void theServerIsAsStrictAsMySql() throws Exception {
        var schema = EmbeddedMariaDb.schema("jz_strict");
        execute(schema.url(), schema.migrationAccount(), schema.password(),
                "create table s (id int primary key, v varchar(3) not null, d date)");

        for (var careless : new String[]{"insert into s values (1, 'long', null)", "insert into s values (1, 'x', '2026-02-30')",
                "insert into s values (1, 'x', '0000-00-00')", "select v, max(id) from s group by d"}) {
            assertThatThrownBy(() -> execute(schema.url(), schema.migrationAccount(), schema.password(), careless)).as(careless)
                    .isInstanceOf(SQLException.class);
        }
    }

    private static void assertDenied(String url, String account, String password, String sql) {
        assertThatThrownBy(() -> execute(url, account, password, sql)).isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
    }

    private static void execute(String url, String account, String password, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, account, password); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
