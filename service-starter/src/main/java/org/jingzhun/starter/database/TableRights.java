package org.jingzhun.starter.database;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the application's account may do: read and write all tables, but only read and append where the past must not change.
 *
 * <p>It has no right on the schema as a whole, so that a table which nobody granted is closed to it.
 */
class TableRights {

    private static final Logger log = LoggerFactory.getLogger(TableRights.class);
    private static final Set<String> ALWAYS_APPEND_ONLY = Set.of("audit_entry", "audit_seal");
    private static final Set<Integer> NO_SUCH_GRANT = Set.of(1141, 1147);

    private final @Nullable String account;
    private final DatabaseSettings settings;

    TableRights(@Nullable String account, DatabaseSettings settings) {
        this.account = account;
        this.settings = settings;
    }

    void grant(DataSource migrationAccount) {
        var jdbc = JdbcClient.create(migrationAccount);
        var self = jdbc.sql("select current_user()").query(String.class).single();
        var at = self.lastIndexOf('@');
        if (account == null || account.isEmpty() || account.equals(self.substring(0, at))) {
            log.warn(
                    "The application uses the account of the migrations: it could change the audit. Give it an account of its own.");
            return;
        }
        var host = settings.applicationHost() == null ? self.substring(at + 1) : settings.applicationHost();
        var receiver = quoted(account) + "@" + quoted(host);
        var appendOnly = Stream.concat(ALWAYS_APPEND_ONLY.stream(), settings.appendOnly().stream()).collect(Collectors.toSet());
        for (var table : jdbc.sql("""
                select table_name from information_schema.tables
                 where table_schema = database() and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                """).query(String.class).list()) {
            if (appendOnly.contains(table)) {
                revokeChanges(jdbc, table, receiver);
                jdbc.sql("grant select, insert on `" + table + "` to " + receiver).update();
            } else {
                jdbc.sql("grant select, insert, update, delete on `" + table + "` to " + receiver).update();
            }
        }
    }

    /** A table may have become append-only by this release. */
    private static void revokeChanges(JdbcClient jdbc, String table, String receiver) {
        try {
            jdbc.sql("revoke update, delete on `" + table + "` from " + receiver).update();
        } catch (UncategorizedSQLException | BadSqlGrammarException e) {
            if (!(e.getRootCause() instanceof SQLException cause && NO_SUCH_GRANT.contains(cause.getErrorCode()))) {
                throw e;
            }
        }
    }

    private static String quoted(String name) {
        if (!name.matches("[A-Za-z0-9_.%:-]+")) {
            throw new IllegalArgumentException("not the name of an account or host: " + name);
        }
        return "'" + name + "'";
    }
}
