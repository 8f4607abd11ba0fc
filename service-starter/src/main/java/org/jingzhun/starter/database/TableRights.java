package org.jingzhun.starter.database;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.StringUtils;

/**
 * What the application's account may do: read and write all tables, but only read and append where the past must not change.
 *
 * <p>It has no right on the schema as a whole, so that a table which nobody granted is closed to it. It may call the procedures of
 * the schema, which run with the rights of the migration account. Only what differs from what it has is granted: each grant costs the
 * server a write to disk.
 */
class TableRights {

    private static final Logger log = LoggerFactory.getLogger(TableRights.class);
    private static final Set<String> ALWAYS_APPEND_ONLY = Set.of("access_log", "audit_entry", "audit_seal", "fact");
    private static final Set<String> APPEND = Set.of("SELECT", "INSERT");
    private static final Set<String> CHANGE = Set.of("SELECT", "INSERT", "UPDATE", "DELETE");
    private static final Pattern GRANT = Pattern.compile("GRANT (.+) ON (?:PROCEDURE )?(\\S+)\\.(\\S+) TO .*");
    private static final Pattern BETWEEN_RIGHTS = Pattern.compile(", (?![^(]*\\))");
    private static final int NO_SUCH_GRANT = 1147;

    private final @Nullable JdbcConnectionDetails application;
    private final DatabaseSettings settings;

    TableRights(@Nullable JdbcConnectionDetails application, DatabaseSettings settings) {
        this.application = application;
        this.settings = settings;
    }

    void grant(DataSource migrationAccount) {
        var jdbc = JdbcClient.create(migrationAccount);
        var self = jdbc.sql("select current_user()").query(String.class).single();
        var at = self.lastIndexOf('@');
        if (application == null || !StringUtils.hasLength(application.getUsername())
                || self.substring(0, at).equals(application.getUsername())) {
            log.warn(
                    "The application uses the account of the migrations, which can change the audit. Give it an account of its own.");
            return;
        }
        var host = settings.applicationHost() == null ? self.substring(at + 1) : settings.applicationHost();
        var receiver = quoted(application.getUsername()) + "@" + quoted(host);
        var has = rightsOf(application);
        for (var table : jdbc.sql("""
                select table_name from information_schema.tables
                 where table_schema = database() and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'
                """).query(String.class).list()) {
            grant(jdbc, table, receiver, has.getOrDefault(table, Set.of()));
        }
        for (var procedure : jdbc.sql("""
                select routine_name from information_schema.routines
                 where routine_schema = database() and routine_type = 'PROCEDURE'
                """).query(String.class).list()) {
            if (!has.getOrDefault(procedure, Set.of()).contains("EXECUTE")) {
                jdbc.sql("grant execute on procedure `" + procedure + "` to " + receiver).update();
            }
        }
    }

    private void grant(JdbcClient jdbc, String table, String receiver, Set<String> has) {
        var wanted = wanted(table);
        var surplus = has.stream().filter(right -> !wanted.contains(right)).toList();
        if (!surplus.isEmpty()) { // the table has become append-only by this release
            revoke(jdbc, table, receiver, surplus);
        }
        if (!has.containsAll(wanted)) {
            jdbc.sql("grant " + String.join(", ", new TreeSet<>(wanted)) + " on `" + table + "` to " + receiver).update();
        }
    }

    /** An append-only table may name columns that can be changed nevertheless, such as the end of a period: {@code table(column column)}. */
    private Set<String> wanted(String table) {
        if (ALWAYS_APPEND_ONLY.contains(table) || settings.appendOnly().contains(table)) {
            return APPEND;
        }
        return settings.appendOnly().stream().filter(entry -> entry.startsWith(table + "(") && entry.endsWith(")")).findFirst()
                .map(entry -> entry.substring(table.length() + 1, entry.length() - 1).strip().split("\\s+"))
                .map(columns -> Set.of("SELECT", "INSERT", "UPDATE (" + String.join(", ", columns) + ")"))
                .orElse(CHANGE);
    }

    private static void revoke(JdbcClient jdbc, String table, String receiver, List<String> rights) {
        try {
            jdbc.sql("revoke " + String.join(", ", rights) + " on `" + table + "` from " + receiver).update();
        } catch (DataAccessException e) {
            // another instance that starts at the same time was quicker
            if (!(e.getRootCause() instanceof SQLException cause && cause.getErrorCode() == NO_SUCH_GRANT)) {
                throw e;
            }
        }
    }

    /** Per table, as the account itself is told; nothing if it cannot even sign in, having no right on the schema yet. */
    private static Map<String, Set<String>> rightsOf(JdbcConnectionDetails account) {
        var byTable = new HashMap<String, Set<String>>();
        try {
            var connections = new DriverManagerDataSource(account.getJdbcUrl());
            connections.setUsername(account.getUsername());
            connections.setPassword(account.getPassword());
            var jdbc = JdbcClient.create(connections);
            var schema = jdbc.sql("select database()").query(String.class).single();
            for (var line : jdbc.sql("show grants").query(String.class).list()) {
                var grant = GRANT.matcher(line);
                if (grant.matches() && !grant.group(1).equals("USAGE")) {
                    var on = bare(grant.group(2));
                    var table = bare(grant.group(3));
                    var rights = Stream.of(BETWEEN_RIGHTS.split(grant.group(1).replace("`", ""))).collect(Collectors.toSet());
                    if (table.equals("*") && (on.equals("*") || on.replace("\\", "").equals(schema))) {
                        log.warn(
                                "The application's account has {} on {}.*: it could change the audit. Revoke it; rights are given per table.",
                                grant.group(1), on);
                    } else if (on.equals(schema)) {
                        byTable.put(table, rights);
                    }
                }
            }
        } catch (DataAccessException e) {
            log.debug("the application's account has no rights yet", e);
        }
        return byTable;
    }

    private static String bare(String name) {
        return name.replace("`", "");
    }

    private static String quoted(String name) {
        if (!name.matches("[A-Za-z0-9_.%:-]+")) {
            throw new IllegalArgumentException("not the name of an account or host: " + name);
        }
        return "'" + name + "'";
    }
}
