package org.jingzhun.standalone.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jingzhun.standalone.engine.MariaDb;
import org.jingzhun.standalone.engine.Schema;
import org.jingzhun.standalone.process.Child;
import org.jingzhun.standalone.process.FolderLock;
import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Words;

/** The database of a suite without its services, locked as the launcher locks its folder. */
final class Engine implements AutoCloseable {

    static final Schema IDENTITY = new Schema("jz_identity", "identity", "w", "identity_migration", "m");
    static final Schema HOUSEHOLD = new Schema("jz_household", "household", "w", "household_migration", "m");

    private final MariaDb mariaDb;
    private final FolderLock lock;
    private final Child child;

    Engine(Settings settings) {
        PrivateFiles.folder(settings.data());
        PrivateFiles.folder(settings.run());
        lock = FolderLock.of(settings.data());
        mariaDb = new MariaDb(settings, List.of(IDENTITY, HOUSEHOLD), silent());
        child = mariaDb.child();
        child.start();
        child.awaitReady(Duration.ofMinutes(2));
    }

    static Settings settings(Path folder, Map<String, String> more) throws IOException {
        try (var free = new ServerSocket(0)) {
            var given = new HashMap<>(Map.of("JINGZHUN_DATA", folder.resolve("data").toString(),
                    "JINGZHUN_MARIADB_PORT", String.valueOf(free.getLocalPort()), "JINGZHUN_MARIADB_BUFFER_POOL", "32M",
                    "JINGZHUN_MARIADB_LOG_FILE", "16M", "JINGZHUN_MIN_FREE_MB", "10",
                    "JINGZHUN_ENGINES", Path.of("target/engines").toAbsolutePath().toString()));
            given.putAll(more);
            return new Settings(folder, Map.copyOf(given));
        }
    }

    static Path backup(Settings settings) {
        return new Backup(settings, Clock.systemUTC(), silent()).run();
    }

    /** What a command with these words says. */
    static String said(Settings settings, String name, Object... words) {
        var said = new ByteArrayOutputStream();
        var all = new ArrayList<String>();
        for (var word : words) {
            all.add(word.toString());
        }
        var exit = new Commands(settings.home(), settings.given(), new Console(new Words(Locale.ENGLISH),
                new PrintStream(said, true, StandardCharsets.UTF_8))).run(name, all);
        return said.toString(StandardCharsets.UTF_8) + "exit " + exit;
    }

    Connection migration(Schema schema) throws SQLException {
        return DriverManager.getConnection(mariaDb.url(schema), schema.migrationUser(), schema.migrationPassword());
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Rows as text, columns parted by a bar. */
    List<String> rows(Schema schema, String sql) throws SQLException {
        try (var connection = migration(schema);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                var row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                found.add(row.toString());
            }
            return found;
        }
    }

    static Console silent() {
        return new Console(new Words(Locale.ENGLISH), new PrintStream(PrintStream.nullOutputStream()));
    }

    @Override
    public void close() {
        child.stop();
        lock.close();
    }
}
