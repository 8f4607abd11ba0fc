package org.jingzhun.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LauncherIT {

    @TempDir
    Path somewhere;

    private Path folder;

    private final Map<String, String> settings = new HashMap<>(LauncherProcess.freePorts());

    @BeforeEach
    void aFolderAsPeopleNameThem() throws IOException {
        folder = Files.createDirectory(somewhere.resolve("精准 suite"));
    }

    @Test
    void everythingStartsAndCtrlCLeavesNothing() throws IOException {
        var suite = LauncherProcess.start(folder, settings).awaitReady();

        assertThat(suite.output()).contains("http://localhost:" + settings.get("JINGZHUN_PORT"))
                .contains("admin, first password in").doesNotContain("demo-importer");
        assertThat(folder.resolve("data/run/ready.properties")).exists();
        assertThat(suite.left()).hasSizeGreaterThanOrEqualTo(6)
                .noneMatch(line -> line.contains(secret("IDENTITY_DB_PASSWORD")))
                .noneMatch(line -> line.contains(secret("REDIS_SESSION_PASSWORD")));

        suite.interrupt();
        suite.awaitEnd();

        suite.awaitNothingLeft();
        assertThat(suite.output()).contains("All stopped");
        assertThat(folder.resolve("data/run/ready.properties")).doesNotExist();
        assertThat(Files.getPosixFilePermissions(folder.resolve("data/secrets/IDENTITY_DB_PASSWORD"))).hasSize(2);
    }

    @Test
    void aServiceThatIsBuiltStartsAndTheLauncherNamesTheOthers() throws IOException {
        LauncherProcess.build(folder, "supervision-service");

        try (var suite = LauncherProcess.start(folder, settings).awaitReady()) {
            suite.awaitWords("Not built, so not started: industry-service, relocation-service, finance-service");
            assertThat(suite.child("supervision-service").isAlive()).isTrue();
            assertThat(suite.output()).doesNotContain("industry-service is up");
            var seen = Files.readString(folder.resolve("data/seen-" + suite.child("supervision-service").pid()));
            assertThat(seen.lines()).contains("HOUSEHOLD_URL", "FINANCE_URL", "IDENTITY_TOKEN_URL", "SUPERVISION_DB_URL");
            assertThat(folder.resolve("data/secrets/supervision-service/SUPERVISION_CLIENT_SECRET"))
                    .hasContent(secret("SUPERVISION_CLIENT_SECRET"));
            assertThat(folder.resolve("data/secrets/identity-service/SUPERVISION_CLIENT_SECRET"))
                    .hasContent(secret("SUPERVISION_CLIENT_SECRET"));
            assertThat(folder.resolve("data/secrets/household-service/SUPERVISION_CLIENT_SECRET")).doesNotExist();
        }
    }

    @Test
    void aSecondStartOnTheSameDataIsRefusedAndTheFirstGoesOn() {
        try (var first = LauncherProcess.start(folder, settings).awaitReady()) {
            var second = LauncherProcess.start(folder, LauncherProcess.freePorts());

            assertThat(second.awaitEnd()).isNotZero();
            assertThat(second.output()).contains("is in use").contains(String.valueOf(first.handle().pid()));
            assertThat(first.handle().isAlive()).isTrue();
            assertThat(first.child("mariadb").isAlive()).isTrue();
        }
    }

    @Test
    void aTakenPortIsNamedWithItsServiceAndItsSetting() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            settings.put("JINGZHUN_HOUSEHOLD_PORT", String.valueOf(other.getLocalPort()));

            var suite = LauncherProcess.start(folder, settings);

            assertThat(suite.awaitEnd()).isNotZero();
            assertThat(suite.output()).contains("Port %d for household-service".formatted(other.getLocalPort()))
                    .contains("JINGZHUN_HOUSEHOLD_PORT");
            suite.awaitNothingLeft();
        }
    }

    @Test
    void theSameInChinese() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var suite = LauncherProcess.start(folder, settings, "--lang", "zh", "--port",
                    String.valueOf(other.getLocalPort()));

            assertThat(suite.awaitEnd()).isNotZero();
            assertThat(suite.output()).contains("端口 %d 已被其他程序占用".formatted(other.getLocalPort()))
                    .contains("--port");
        }
    }

    @Test
    void aServiceThatCrashesAtItsStartShowsItsLastWords() {
        settings.put("FAKE_FAILURE", "identity-service crash");

        var suite = LauncherProcess.start(folder, settings);

        assertThat(suite.awaitEnd()).isNotZero();
        assertThat(suite.output()).contains("identity-service ended while it was starting (code 3)")
                .contains("the last words of a service");
        suite.awaitNothingLeft();
    }

    @Test
    void aNewerSchemaIsSaidInTheWordsOfTheService() {
        settings.put("FAKE_FAILURE", "household-service newer-schema");

        var suite = LauncherProcess.start(folder, settings);

        assertThat(suite.awaitEnd()).isNotZero();
        assertThat(suite.output()).contains("household-service does not start: The schema is of version 12, newer than 9");
        suite.awaitNothingLeft();
    }

    @Test
    void aDiskWithTooLittleRoomIsRefused() {
        settings.put("JINGZHUN_MIN_FREE_MB", "2000000000");

        var suite = LauncherProcess.start(folder, settings);

        assertThat(suite.awaitEnd()).isNotZero();
        assertThat(suite.output()).contains("JINGZHUN_MIN_FREE_MB");
        suite.awaitNothingLeft();
    }

    @Test
    void whateverIsKilledComesBack() {
        try (var suite = LauncherProcess.start(folder, settings).awaitReady()) {
            for (var name : List.of("mariadb", "redis-session", "household-service")) {
                var before = suite.child(name);
                before.destroyForcibly();
                var title = name.equals("mariadb") ? "MariaDB 11.4.5" : name.replace("redis-session", "Redis (session)");
                suite.awaitWords(title + " is up again");

                assertThat(suite.child(name).pid()).isNotEqualTo(before.pid());
                assertThat(suite.child(name).isAlive()).isTrue();
            }
        }
    }

    @Test
    void aKilledLauncherLeavesNothing() {
        var suite = LauncherProcess.start(folder, settings).awaitReady();

        suite.handle().destroyForcibly();

        suite.awaitNothingLeft();
    }

    @Test
    void childrenOfAKilledLauncherAndWatchdogAreEndedByTheNextStart() {
        var killed = LauncherProcess.start(folder, settings).awaitReady();
        killed.handle().children().filter(it -> it.info().commandLine().orElse("").contains("jingzhun-watchdog"))
                .forEach(ProcessHandle::destroyForcibly);
        killed.handle().destroyForcibly();
        killed.awaitEnd();
        var stale = killed.child("mariadb");
        assertThat(stale.isAlive()).isTrue();

        try (var next = LauncherProcess.start(folder, settings).awaitReady()) {
            assertThat(next.output()).contains("mariadb of an earlier start");
            assertThat(stale.isAlive()).isFalse();
        }
    }

    @Test
    void serversThatAreThereAlreadyAreUsedAndNoneIsStarted() {
        for (var service : List.of("IDENTITY", "HOUSEHOLD")) {
            settings.put(service + "_DB_URL", "jdbc:mysql://db.example:3306/jz");
            for (var which : List.of("USER", "PASSWORD", "MIGRATION_USER", "MIGRATION_PASSWORD")) {
                settings.put(service + "_DB_" + which, "x");
            }
        }
        settings.put("REDIS_SESSION_URL", "redis://redis.example/0");
        settings.put("REDIS_CACHE_URL", "redis://redis.example/1");

        try (var suite = LauncherProcess.start(folder, settings).awaitReady()) {
            assertThat(suite.output()).doesNotContain("MariaDB").doesNotContain("Redis");
            assertThat(folder.resolve("data/mariadb")).doesNotExist();
        }
    }

    @Test
    void aSecretOfTheOperatorReachesOnlyWhomItConcerns() throws IOException {
        settings.put("GATEWAY_CLIENT_SECRET", "given-by-the-operator");

        try (var suite = LauncherProcess.start(folder, settings).awaitReady()) {
            var seen = Files.readString(folder.resolve("data/seen-" + suite.child("household-service").pid()));
            assertThat(seen.lines()).contains("SECRETS_DIR", "HOUSEHOLD_DB_URL").doesNotContain("GATEWAY_CLIENT_SECRET");
            assertThat(folder.resolve("data/secrets/gateway/GATEWAY_CLIENT_SECRET")).hasContent("given-by-the-operator");
            assertThat(folder.resolve("data/secrets/household-service/GATEWAY_CLIENT_SECRET")).doesNotExist();
        }
    }

    @Test
    void aDatabaseThatIsGivenByHalfIsRefused() {
        settings.put("IDENTITY_DB_URL", "jdbc:mysql://db.example:3306/jz_identity");

        var suite = LauncherProcess.start(folder, settings);

        assertThat(suite.awaitEnd()).isNotZero();
        assertThat(suite.output()).contains("IDENTITY_DB_URL is given, but IDENTITY_DB_USER is not");
    }

    private String secret(String name) {
        try {
            return Files.readString(folder.resolve("data/secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
