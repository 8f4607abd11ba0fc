package org.jingzhun.test.server;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.function.SingletonSupplier;

/**
 * One MariaDB for all tests of a module: real accounts and rights, as strict as MySQL. Spring ends it last.
 *
 * <p>{@code @Import(EmbeddedMariaDb.class)} gives the application and Flyway their connections to the schema
 * {@code jingzhun.test.schema} (default {@code jz_test}), empty at the first use in a JVM. {@link #schema} gives further ones.
 *
 * <p>With the environment {@code TEST_DB_URL}, such as {@code jdbc:mysql://127.0.0.1:3306/?user=root&password=…}, that server is used
 * instead; schemas and accounts whose names end in {@code _test} are made there, and made anew.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(TestKeyRing.class)
public class EmbeddedMariaDb {

    private static final SingletonSupplier<Server> SERVER = SingletonSupplier.of(EmbeddedMariaDb::server);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    /** A schema with two accounts: one that only reads and writes, and only what it was granted; one that migrates and grants. */
    public record Schema(String name, String url, String account, String migrationAccount, String password) {}

    private record Server(String urlBefore, String urlAfter, String host, Path data) {

        String url(String schema) {
            return urlBefore + schema + urlAfter;
        }
    }

    /** The schema of this name, empty when it is asked for first. */
    public static Schema schema(String name) {
        return SCHEMAS.computeIfAbsent(name, EmbeddedMariaDb::create);
    }

    /** Where the server keeps its files: for tests that search them for what must not be there. */
    public static Path dataFolder() {
        return SERVER.obtain().data;
    }

    /** The server's administrator, for tests that look or tamper behind the application's back. */
    public static JdbcConnectionDetails administrator(String schema) {
        return new Account(SERVER.obtain().url(schema(schema).name), MariaDbProcess.ADMIN, MariaDbProcess.PASSWORD);
    }

    @Bean
    JdbcConnectionDetails application(@Value("${jingzhun.test.schema:jz_test}") String name) {
        MariaDbProcess.contextsUseIt();
        var schema = schema(name);
        return new Account(schema.url, schema.account, schema.password);
    }

    @Bean
    FlywayConnectionDetails migrations(@Value("${jingzhun.test.schema:jz_test}") String name) {
        MariaDbProcess.contextsUseIt();
        var schema = schema(name);
        return new MigrationAccount(schema.url, schema.migrationAccount, schema.password);
    }

    private static Server server() {
        var given = System.getenv("TEST_DB_URL");
        if (given == null || given.isBlank()) {
            var own = Places.own("mariadb");
            var port = MariaDbProcess.start(own);
            return new Server("jdbc:mysql://127.0.0.1:" + port + "/", "", "127.0.0.1", own.resolve("data"));
        }
        run(given, List.of(
                "create user if not exists '%s'@'%%' identified by '%s'".formatted(MariaDbProcess.ADMIN, MariaDbProcess.PASSWORD),
                "grant all on *.* to '%s'@'%%' with grant option".formatted(MariaDbProcess.ADMIN)));
        var slash = given.indexOf('/', given.indexOf("//") + 2);
        return new Server(given.substring(0, slash + 1), "?allowPublicKeyRetrieval=true&sslMode=DISABLED", "%", Path.of("none"));
    }

    private static Schema create(String wanted) {
        var server = SERVER.obtain();
        var name = server.urlAfter.isEmpty() ? wanted : wanted + "_test"; // never a schema that somebody works with
        var application = name + "_app";
        var migration = name + "_mig";
        var password = MariaDbProcess.PASSWORD;
        run(server.url("") + (server.urlAfter.isEmpty() ? "?" : "&") + "user=" + MariaDbProcess.ADMIN + "&password=" + password,
                List.of(
                        "drop database if exists `%s`".formatted(name),
                        "create database `%s` character set utf8mb4".formatted(name),
                        "drop user if exists '%s'@'%s'".formatted(application, server.host),
                        "drop user if exists '%s'@'%s'".formatted(migration, server.host),
                        "create user '%s'@'%s' identified by '%s'".formatted(application, server.host, password),
                        "create user '%s'@'%s' identified by '%s'".formatted(migration, server.host, password),
                        "grant all on `%s`.* to '%s'@'%s' with grant option".formatted(name, migration, server.host)));
        return new Schema(name, server.url(name), application, migration, password);
    }

    private static void run(String url, List<String> statements) {
        try (var connection = DriverManager.getConnection(url); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database of the tests cannot be prepared", e);
        }
    }

    private record Account(String getJdbcUrl, String getUsername, String getPassword) implements JdbcConnectionDetails {}

    private record MigrationAccount(String getJdbcUrl, String getUsername,
            String getPassword) implements FlywayConnectionDetails {}
}
