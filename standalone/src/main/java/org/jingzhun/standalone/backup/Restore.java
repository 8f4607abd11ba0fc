package org.jingzhun.standalone.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jingzhun.standalone.engine.MariaDb;
import org.jingzhun.standalone.engine.Redis;
import org.jingzhun.standalone.process.FolderLock;
import org.jingzhun.standalone.process.Ports;
import org.jingzhun.standalone.process.StaleProcesses;
import org.jingzhun.standalone.process.Watchdog;
import org.jingzhun.standalone.service.Service;
import org.jingzhun.standalone.settings.FreeSpace;
import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Refusal;

/**
 * Brings a backup back: into a database beside the one that is there, which takes its place when it is whole. Whatever
 * goes wrong before leaves everything as it was.
 */
final class Restore {

    private static final long MEGA = 1024 * 1024;

    private final Settings settings;
    private final Clock clock;
    private final Console console;

    Restore(Settings settings, Clock clock, Console console) {
        this.settings = settings;
        this.clock = clock;
        this.console = console;
    }

    void run(Path backup, Optional<Path> keysFrom, boolean replace) {
        var begin = clock.instant();
        console.say("restore-verifying", backup);
        var manifest = Manifest.verified(backup);
        refuseNewer(manifest);
        Map<String, byte[]> packed = keysFrom.map(Keys::unpacked).orElse(Map.of());
        PrivateFiles.folder(settings.data());
        try (var _ = FolderLock.of(settings.data())) {
            StaleProcesses.end(settings.run());
            if (HalfRestore.mend(settings)) {
                console.say("restore-undone", settings.data());
            }
            if (HalfRestore.holdsData(settings) && !replace) {
                throw new Refusal("restore-not-empty", settings.data());
            }
            var keys = new Keys(settings);
            if (keys.missAny(manifest, packed)) {
                throw new Refusal("restore-keys-missing", settings.keys().resolve(manifest.installation()));
            }
            requireRoom(manifest);
            fill(backup, manifest);
            var former = HalfRestore.swap(settings, Backup.STAMP.format(begin),
                    !keys.installation().equals(manifest.installation()), () -> {
                        PrivateFiles.write(settings.data().resolve("installation"), manifest.installation());
                        keys.put(manifest.installation(), packed);
                    });
            told(manifest, former, clock.millis() - begin.toEpochMilli());
        }
    }

    private void told(Manifest manifest, Path former, long millis) {
        console.say("restore-done", manifest.madeAt(), "%.1f".formatted(millis / 1e3));
        if (Files.exists(former)) {
            console.print("restore-former", former);
        }
        if (settings.text(Redis.Use.SESSION.urlSetting()).isPresent()) {
            console.print("restore-sessions-elsewhere");
        }
    }

    private void refuseNewer(Manifest manifest) {
        for (var schema : manifest.schemas()) {
            var service = Stream.of(Service.values())
                    .filter(it -> it.schema().filter(schema.name()::equals).isPresent()).findFirst()
                    .orElseThrow(() -> new Refusal("restore-newer", schema.name(), "-"));
            if (!schema.migrations().isEmpty()) {
                var known = Migrations.of(settings.home(), service.module());
                schema.migrations().stream().filter(version -> !known.knows(version)).findFirst().ifPresent(version -> {
                    throw new Refusal("restore-newer", schema.name(), version);
                });
            }
        }
    }

    /** The rows, their indexes, and the log of writing them. */
    private void requireRoom(Manifest manifest) {
        var needed = settings.number("JINGZHUN_MIN_FREE_MB", 2048) + 3 * manifest.data().unpackedBytes() / MEGA;
        var space = new FreeSpace(settings.data(), needed);
        if (space.low()) {
            throw new Refusal("disk-full", settings.data(), space.megabytes(), needed, "JINGZHUN_MIN_FREE_MB");
        }
    }

    private void fill(Path backup, Manifest manifest) {
        var beside = beside();
        PrivateFiles.folder(beside.run());
        Ports.requireFree("MariaDB", MariaDb.port(settings), MariaDb.PORT_SETTING);
        try (var _ = Watchdog.over(beside.run())) {
            var child = MariaDb.toBeFilled(beside, console).child();
            try {
                child.start();
                child.awaitReady(settings.startTimeout());
                try (var server = new Server(beside)) {
                    load(server, backup, manifest);
                }
            } finally {
                child.stop();
            }
        } catch (RuntimeException e) {
            HalfRestore.mend(settings);
            throw e;
        }
    }

    private void load(Server server, Path backup, Manifest manifest) {
        console.say("restore-filling", "%.1f".formatted(manifest.data().unpackedBytes() / 1e6));
        try (var data = Dump.open(backup, manifest.data().file())) {
            server.fill(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var look = new Look(server);
        if (!manifest.sameSchemas(look.schemas())) {
            throw new Refusal("restore-incomplete", backup);
        }
        // readers of these feeds have seen what is no more: they start again at zero
        for (var schema : manifest.schemas()) {
            if (schema.epoch() != null) {
                var epoch = Ulid.at(clock.instant());
                server.rows("update `%s`.feed_state set epoch = '%s', epoch_started = utc_timestamp(6)"
                        .formatted(schema.name(), epoch));
                console.say("restore-epoch", schema.name(), epoch);
            }
        }
    }

    private Settings beside() {
        var given = new HashMap<>(settings.given());
        given.put("JINGZHUN_DATA", settings.data().resolve(HalfRestore.STAGE).toString());
        given.put("JINGZHUN_ENGINES", settings.engines().toString());
        given.put("JINGZHUN_MARIADB_BINLOG", "off"); // the log begins again with the restored state
        return new Settings(settings.home(), Map.copyOf(given));
    }

}
