package org.jingzhun.standalone.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

import org.jingzhun.standalone.engine.MariaDb;
import org.jingzhun.standalone.process.FolderLock;
import org.jingzhun.standalone.process.StaleProcesses;
import org.jingzhun.standalone.process.Watchdog;
import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One backup: a folder that is there is whole. The suite may run and be written to; if it does not, the database is
 * started for as long as the backup takes.
 */
final class Backup {

    static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private static final int USUALLY_KEPT = 14;
    private static final double MEGA = 1e6;

    private final Settings settings;
    private final Clock clock;
    private final Console console;
    private final Path folder;

    Backup(Settings settings, Clock clock, Console console) {
        this.settings = settings;
        this.clock = clock;
        this.console = console;
        folder = settings.text("JINGZHUN_BACKUPS").map(Path::of).orElse(settings.data().resolveSibling("backups"))
                .toAbsolutePath().normalize();
    }

    /** Answers where the backup lies. */
    Path run() {
        if (!Files.isDirectory(settings.data().resolve("mariadb").resolve("mysql"))) {
            throw new Refusal("backup-no-database", settings.data());
        }
        if (folder.startsWith(settings.data())) {
            throw new Refusal("backup-inside-data", folder, settings.data());
        }
        PrivateFiles.folder(folder);
        var lock = lockUnlessItRuns();
        if (lock == null) {
            return ofRunning();
        }
        try (lock) {
            StaleProcesses.end(settings.run());
            if (HalfRestore.mend(settings)) {
                console.say("restore-undone", settings.data());
            }
            return ofStopped();
        }
    }

    private Path ofStopped() {
        PrivateFiles.folder(settings.run());
        try (var _ = Watchdog.over(settings.run())) {
            var child = new MariaDb(settings, List.of(), console).child();
            try {
                child.start();
                child.awaitReady(settings.startTimeout());
                return ofRunning();
            } finally {
                child.stop();
            }
        }
    }

    private Path ofRunning() {
        var keys = new Keys(settings);
        var now = clock.instant();
        var name = "jingzhun-%s-%s".formatted(keys.installation(), STAMP.format(now));
        var partial = PrivateFiles.folder(fresh(folder.resolve(name + ".partial")));
        try (var server = new Server(settings)) {
            console.say("backup-begin", folder.resolve(name));
            var manifest = write(server, partial, now, keys);
            Folders.move(partial, folder.resolve(name));
            var seconds = "%.1f".formatted((clock.millis() - now.toEpochMilli()) / 1e3);
            console.say("backup-done", folder.resolve(name), seconds, mega(manifest.data().bytes()),
                    mega(manifest.data().unpackedBytes()));
        } catch (RuntimeException e) {
            Folders.delete(partial);
            throw e;
        }
        keys(keys, STAMP.format(now));
        forget(keys.installation());
        return folder.resolve(name);
    }

    private Manifest write(Server server, Path partial, Instant now, Keys keys) {
        var look = new Look(server);
        var schemas = look.schemas();
        if (schemas.isEmpty()) {
            throw new Refusal("backup-nothing-in-it", settings.data());
        }
        var dump = new Dump(server, partial);
        var keepsBinlog = look.keepsBinlog();
        var data = Commands.io(() -> dump.write(schemas.stream().map(it -> it.name()).toList(), keepsBinlog));
        var manifest = new Manifest(Manifest.FORMAT, keys.installation(), now.toString(), look.version(), schemas,
                keys.fingerprints(), dump.binlog().orElse(null), data);
        if (!manifest.sameSchemas(look.schemas())) {
            throw new Refusal("backup-migrated-meanwhile");
        }
        manifest.write(partial);
        return manifest;
    }

    /** Keys never lie beside the data unless somebody says where. */
    private void keys(Keys keys, String stamp) {
        var to = settings.text("JINGZHUN_BACKUP_KEYS");
        if (to.isPresent()) {
            console.say("backup-keys-done", keys.pack(Path.of(to.get()).toAbsolutePath().normalize(), stamp));
        } else {
            console.print("backup-keys-apart", keys.folder());
        }
    }

    private void forget(String installation) {
        var kept = settings.number("JINGZHUN_BACKUPS_KEPT", USUALLY_KEPT);
        if (kept < 1) {
            throw new Refusal("backup-keeps-none", kept);
        }
        var all = Folders.in(folder, name -> name.matches("jingzhun-%s-\\d{8}T\\d{6}Z".formatted(installation)));
        for (var old : all.subList(0, Math.max(0, all.size() - kept))) {
            Folders.delete(old);
            console.say("backup-forgotten", old);
        }
    }

    private @Nullable FolderLock lockUnlessItRuns() {
        try {
            return FolderLock.of(settings.data());
        } catch (Refusal refusal) {
            if (refusal.key().equals("already-running")) {
                return null;
            }
            throw refusal;
        }
    }

    private static Path fresh(Path partial) {
        Folders.delete(partial);
        return partial;
    }

    private static String mega(long bytes) {
        return "%.1f".formatted(bytes / MEGA);
    }
}
