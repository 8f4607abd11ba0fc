package org.jingzhun.standalone.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.ZipFile;

import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Refusal;

/**
 * A service's jar with its libraries beside it instead of inside: it starts in half the time, and only in this form can
 * the virtual machine keep a start-up cache of it. The folder carries size and checksum of the jar that it was made from:
 * a reproducible build gives every jar the same time.
 */
final class ServiceJar {

    private final Settings settings;
    private final Service service;

    ServiceJar(Settings settings, Service service) {
        this.settings = settings;
        this.service = service;
    }

    /** Unpacks the jar if it is new, and answers the one to run. */
    Path unpacked() {
        var jar = built();
        try {
            if (!hasLibrariesInside(jar)) {
                return jar;
            }
            var apps = settings.run().resolve("apps");
            var folder = apps.resolve("%s-%x-%08x".formatted(service.module(), Files.size(jar), sum(jar)));
            if (Files.notExists(folder)) {
                Files.createDirectories(apps);
                var partial = apps.resolve(service.module() + ".partial");
                delete(partial);
                unpack(jar, partial);
                deleteOlder(apps); // not before: without a new one the former one is started again
                Files.move(partial, folder);
            }
            return folder.resolve(jar.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a jar at all. */
    boolean isBuilt() {
        return found().isPresent();
    }

    private Path built() {
        return found().orElseThrow(() -> new Refusal("jar-missing", service.module(), target()));
    }

    private Path target() {
        return settings.home().resolve(service.module()).resolve("target");
    }

    private Optional<Path> found() {
        var target = target();
        if (Files.isDirectory(target)) {
            try (var jars = Files.newDirectoryStream(target, service.module() + "-[0-9]*.jar")) {
                for (var jar : jars) {
                    if (!jar.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*-(sources|tests|javadoc)\\.jar")) {
                        return Optional.of(jar);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }

    private static boolean hasLibrariesInside(Path jar) throws IOException {
        try (var file = new ZipFile(jar.toFile())) {
            return file.getEntry("BOOT-INF/") != null;
        }
    }

    private static long sum(Path jar) throws IOException {
        var sum = new CRC32C();
        try (var in = Files.newInputStream(jar)) {
            var buffer = new byte[1 << 20];
            for (int read; (read = in.read(buffer)) >= 0;) {
                sum.update(buffer, 0, read);
            }
        }
        return sum.getValue();
    }

    private static void unpack(Path jar, Path to) throws IOException {
        var process = new ProcessBuilder(Java.program(), "-XX:TieredStopAtLevel=1", "-Djarmode=tools", "-jar",
                jar.toString(), "extract", "--destination", to.toString()).redirectErrorStream(true).start();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new Refusal("jar-broken", jar, words.strip());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    private void deleteOlder(Path apps) throws IOException {
        try (var folders = Files.list(apps)) {
            for (var folder : folders.filter(it -> it.getFileName().toString().startsWith(service.module() + "-"))
                    .toList()) {
                delete(folder);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The virtual machine that runs the launcher runs the services. */
    static final class Java {

        private Java() {}

        static String program() {
            return Path.of(System.getProperty("java.home"), "bin", "java").toString();
        }

        static List<String> always() {
            return List.of("--enable-native-access=ALL-UNNAMED", "-Dstdout.encoding=UTF-8",
                    "-Dstderr.encoding=UTF-8",
                    "-XX:+ExitOnOutOfMemoryError"); // started again whole, instead of going on without some threads
        }
    }
}
