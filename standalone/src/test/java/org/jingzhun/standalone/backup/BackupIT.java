package org.jingzhun.standalone.backup;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.awaitility.Awaitility;
import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A backup of the real server under load, everything deleted, and back; and all that a restore refuses. */
class BackupIT {

    private static final int WRITERS = 4;
    private static final String JOURNAL = "select writer, step, amount, hex(cipher), note, double_step from journal"
            + " where step <= %d and writer = %d order by writer, step";

    @TempDir
    Path folder;
    Settings settings;

    @BeforeEach
    void installation() throws IOException {
        settings = Engine.settings(folder, Map.of());
        PrivateFiles.folder(settings.data());
        PrivateFiles.write(settings.data().resolve("installation"), "0a1b2c3d");
        PrivateFiles.folder(settings.keys());
        PrivateFiles.folder(settings.keys().resolve("0a1b2c3d"));
        ring("AAAA");
        jarWith("db/migration/V001__household.sql", "db/migration/V002__person.sql");
    }

    @Test
    void whatWasCommittedAtOneMomentComesBackAndNothingElse() throws Exception {
        Path backup;
        try (var engine = new Engine(settings)) {
            Writers.tables(engine, WRITERS);
            feed(engine);
            try (var writers = new Writers(engine).start(WRITERS)) {
                awaitSteps(writers, 400);
                var before = writers.steps();
                backup = Engine.backup(settings);
                assertThat(writers.steps()).as("they went on meanwhile").isGreaterThan(before);
                awaitSteps(writers, writers.steps() + 100);
            }
        }
        var originals = folder.resolve("originals");
        Folders.move(settings.data(), originals);
        assertThat(Files.exists(settings.data())).isFalse();

        assertThat(Engine.said(settings, "restore", backup)).contains("Restored as it was at",
                "The feed of jz_household begins anew").endsWith("exit 0");

        try (var engine = new Engine(settings)) {
            assertOneMoment(engine);
            assertThat(engine.rows(Engine.HOUSEHOLD, "select epoch, position from feed_state").getFirst())
                    .matches("[0-9A-HJKMNP-TV-Z]{26}\\|77").doesNotContain("01OLD");
            assertSameRows(engine, originals);
        }
        assertThat(Files.readString(settings.data().resolve("installation"))).isEqualTo("0a1b2c3d");
    }

    @Test
    void aStoppedSuiteIsBackedUpAsWell() throws Exception {
        filled();

        var backup = Engine.backup(settings);

        var manifest = new JsonMapper().readTree(Files.readString(backup.resolve("manifest.json")));
        assertThat(manifest.path("server").asString()).contains("MariaDB");
        assertThat(manifest.path("schemas").findValuesAsString("name")).containsExactly("jz_household", "jz_identity");
        assertThat(manifest.path("schemas").path(0).path("epoch").asString()).isEqualTo("01OLD");
        assertThat(manifest.path("binlog").path("file").asString()).startsWith("jingzhun.");
        assertThat(manifest.path("data").path("bytes").asLong()).isEqualTo(Files.size(backup.resolve("data.sql.gz")));
        assertThat(new ProcessBuilder("sha256sum", "-c", "SHA256SUMS").directory(backup.toFile()).start().waitFor()).isZero();
        assertThat(Files.getPosixFilePermissions(backup.resolve("data.sql.gz")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void keysLieApartAndOnlyWhereTheyWereWanted() throws Exception {
        filled();
        assertThat(Engine.said(settings, "backup")).contains("The keys are not in the backup").endsWith("exit 0");
        var backup = Folders.in(folder.resolve("backups"), _ -> true).getFirst();
        assertThat(Folders.in(backup, _ -> true)).extracting(it -> it.getFileName().toString())
                .containsExactly("SHA256SUMS", "data.sql.gz", "manifest.json");
        assertThat(Files.readString(backup.resolve("manifest.json"))).doesNotContain("AAAA");

        Engine.said(settings, "backup", "--to", folder.resolve("other"), "--keys-to", folder.resolve("vault"));
        var packed = Folders.in(folder.resolve("vault"), _ -> true).getFirst();
        Folders.delete(settings.keys());
        Folders.delete(settings.data());

        assertThat(Engine.said(settings, "restore", backup)).contains("master keys of this backup are missing")
                .endsWith("exit 1");
        assertThat(Folders.holdsSomething(settings.data().resolve("mariadb"))).isFalse();
        assertThat(Engine.said(settings, "restore", backup, "--keys-from", packed)).endsWith("exit 0");
        assertThat(Files.readString(settings.keys().resolve("0a1b2c3d/household-service.json"))).contains("AAAA");
        assertThat(settings.data().resolve("secrets/BACKUP_DB_PASSWORD")).exists();
    }

    @Test
    void onlyTheNewestStay() throws Exception {
        filled();
        for (var old : new String[]{"20200101T000000Z", "20200102T000000Z"}) {
            Files.createDirectories(folder.resolve("backups/jingzhun-0a1b2c3d-" + old));
            Files.createDirectories(folder.resolve("backups/jingzhun-ffffffff-" + old));
        }

        assertThat(Engine.said(settings, "backup", "--keep", "2")).endsWith("exit 0");

        assertThat(Folders.in(folder.resolve("backups"), _ -> true)).hasSize(4)
                .extracting(it -> it.getFileName().toString()).contains("jingzhun-0a1b2c3d-20200102T000000Z",
                        "jingzhun-ffffffff-20200101T000000Z")
                .doesNotContain("jingzhun-0a1b2c3d-20200101T000000Z");
    }

    @Test
    void aRestoreRefusesARunningSuiteAndDataThatAreThere() throws Exception {
        filled();
        var backup = Engine.backup(settings);
        try (var engine = new Engine(settings)) {
            assertThat(Engine.said(settings, "restore", backup, "--replace")).contains("in use").endsWith("exit 1");
            try (var household = engine.migration(Engine.HOUSEHOLD)) {
                Engine.execute(household, "update feed_state set position = 99");
            }
        }
        assertThat(Engine.said(settings, "restore", backup)).contains("holds data", "--replace").endsWith("exit 1");
        assertThat(position()).isEqualTo("99");

        Files.createDirectories(settings.data().resolve("redis-session"));
        Files.writeString(settings.data().resolve("redis-session/appendonly.aof"), "sessions");
        assertThat(Engine.said(settings, "restore", backup, "--replace")).contains("former data are in").endsWith("exit 0");
        assertThat(position()).isEqualTo("77");
        assertThat(settings.data().resolve("redis-session")).doesNotExist();
    }

    @Test
    void aRestoreRefusesWhatIsDamagedOrNewer() throws Exception {
        filled();
        var backup = Engine.backup(settings);
        flip(backup.resolve("data.sql.gz"));
        assertThat(Engine.said(settings, "restore", backup, "--replace")).contains("data.sql.gz is damaged").endsWith("exit 1");
        flip(backup.resolve("data.sql.gz"));
        flip(backup.resolve("manifest.json"));
        assertThat(Engine.said(settings, "restore", backup, "--replace")).contains("manifest.json is damaged").endsWith("exit 1");
        flip(backup.resolve("manifest.json"));
        assertThat(Engine.said(settings, "restore", folder)).contains("is no backup").endsWith("exit 1");

        jarWith("db/migration/V001__household.sql");
        assertThat(Engine.said(settings, "restore", backup, "--replace"))
                .contains("jz_household in this backup comes from a newer release (migration 002)").endsWith("exit 1");
        assertThat(position()).isEqualTo("77");
        jarWith("db/migration/V001__household.sql", "db/migration/V002__person.sql");
        assertThat(Engine.said(settings, "restore", backup, "--replace")).endsWith("exit 0");
    }

    @Test
    void aRestoreThatFailsOrIsKilledLeavesWhatWasThere() throws Exception {
        filled();
        var backup = Engine.backup(settings);
        spoil(backup);
        assertThat(Engine.said(settings, "restore", backup, "--replace"))
                .contains("could not be loaded", "Everything is as it was").endsWith("exit 1");
        assertThat(position()).isEqualTo("77");
        assertThat(Folders.in(settings.data(), name -> name.startsWith("replaced") || name.equals(".restoring"))).isEmpty();

        // as a power cut leaves it between two moves: the former database aside, the new one in place
        var data = settings.data();
        Files.createDirectories(data.resolve("replaced-20260101T000000Z.partial"));
        Files.createDirectories(data.resolve(".restoring"));
        Folders.move(data.resolve("mariadb"), data.resolve("replaced-20260101T000000Z.partial/mariadb"));
        Files.createDirectories(data.resolve("mariadb/new"));
        assertThat(HalfRestore.mend(settings)).isTrue();
        assertThat(position()).isEqualTo("77");
        // and before it: nothing had been moved yet
        Files.createDirectories(data.resolve("replaced-20260101T000000Z.partial"));
        Files.createDirectories(data.resolve(".restoring/mariadb"));
        assertThat(HalfRestore.mend(settings)).isTrue();
        assertThat(position()).isEqualTo("77");
        assertThat(HalfRestore.mend(settings)).isFalse();
    }

    private void assertOneMoment(Engine engine) throws SQLException {
        assertThat(engine.rows(Engine.HOUSEHOLD, """
                select b.writer from balance b
                  left join (select writer, max(step) steps, sum(amount) amount from journal group by writer) j using (writer)
                 where b.steps - j.steps <> (b.steps % 10 = 0) or b.amount <> j.amount""")).as("torn transactions").isEmpty();
        var booked = engine.rows(Engine.HOUSEHOLD, "select steps from balance order by writer").stream()
                .map(Integer::valueOf).toList();
        var seen = engine.rows(Engine.IDENTITY, "select max(step) from seen group by writer order by writer").stream()
                .map(Integer::valueOf).toList();
        assertThat(booked).hasSize(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(booked.get(writer) - seen.get(writer)).as("both schemas at one moment").isBetween(0, 1);
        }
    }

    /** Against the folder from which the backup was made, up to where the backup saw each writer. */
    private void assertSameRows(Engine restored, Path originals) throws Exception {
        var steps = restored.rows(Engine.HOUSEHOLD, "select steps from balance order by writer");
        try (var engine = new Engine(Engine.settings(folder, Map.of("JINGZHUN_DATA", originals.toString())))) {
            for (int writer = 0; writer < WRITERS; writer++) {
                var sql = JOURNAL.formatted(Integer.parseInt(steps.get(writer)), writer);
                assertThat(restored.rows(Engine.HOUSEHOLD, sql)).isNotEmpty().isEqualTo(engine.rows(Engine.HOUSEHOLD, sql));
                assertThat(engine.rows(Engine.HOUSEHOLD, "select max(step) from journal where writer = " + writer))
                        .as("they went on after the backup").isNotEqualTo(steps.subList(writer, writer + 1));
            }
        }
    }

    private void filled() throws SQLException {
        try (var engine = new Engine(settings)) {
            feed(engine);
        }
    }

    private static void feed(Engine engine) throws SQLException {
        try (var household = engine.migration(Engine.HOUSEHOLD)) {
            Engine.execute(household,
                    "create table feed_state (id int primary key, epoch varchar(26), epoch_started datetime(6), position bigint)",
                    "insert into feed_state values (1, '01OLD', utc_timestamp(6), 77)",
                    "create table flyway_schema_history (installed_rank int primary key, version varchar(50), success int)",
                    "insert into flyway_schema_history values (1, '001', 1), (2, '002', 1), (3, null, 1)");
        }
    }

    private String position() throws SQLException {
        try (var engine = new Engine(settings)) {
            return engine.rows(Engine.HOUSEHOLD, "select position from feed_state").getFirst();
        }
    }

    private void ring(String key) {
        PrivateFiles.write(settings.keys().resolve("0a1b2c3d/household-service.json"),
                "{\"current\":\"m1\",\"keys\":[{\"id\":\"m1\",\"key\":\"%s\"}]}".formatted(key));
    }

    private void jarWith(String... entries) throws IOException {
        var target = Files.createDirectories(folder.resolve("household-service/target"));
        try (var out = new ZipOutputStream(Files.newOutputStream(target.resolve("household-service-0.1.0.jar")))) {
            for (var entry : entries) {
                out.putNextEntry(new ZipEntry("BOOT-INF/classes/" + entry));
            }
        }
    }

    /** A dump whose digests are right and whose statements are not, as if the server had another version. */
    private static void spoil(Path backup) throws IOException {
        var data = backup.resolve("data.sql.gz");
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(data))) {
            out.write("create database jz_household; this is no statement;".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Files.writeString(backup.resolve("SHA256SUMS"), "%s  manifest.json%n%s  data.sql.gz%n"
                .formatted(Sha256.of(backup.resolve("manifest.json")), Sha256.of(data)));
    }

    private static void flip(Path file) throws IOException {
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(bytes.length() / 2);
            var one = bytes.read();
            bytes.seek(bytes.length() / 2);
            bytes.write(one ^ 1);
        }
    }

    private static void awaitSteps(Writers writers, int steps) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> writers.steps() >= steps);
    }
}
