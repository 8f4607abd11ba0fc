package org.jingzhun.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.springframework.util.FileSystemUtils;

/** Where the engines of the tests live: what is unpacked is shared by all modules, what is written belongs to one JVM. */
final class Places {

    private Places() {}

    /** Below the root of the whole source tree. */
    static Path shared(String name) {
        var root = System.getProperty("jingzhun.root");
        return (root == null ? rootAbove(Path.of("").toAbsolutePath()) : Path.of(root)).resolve("target").resolve(name);
    }

    /** A fresh folder of this JVM below the module's target; those that dead JVMs left are removed. */
    static Path own(String name) {
        var all = Path.of("target", name).toAbsolutePath();
        try {
            Files.createDirectories(all);
            try (var folders = Files.list(all)) {
                folders.filter(Files::isDirectory).filter(Places::isLeftOver).forEach(Places::remove);
            }
            return Files.createDirectories(all.resolve(Long.toString(ProcessHandle.current().pid())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isLeftOver(Path folder) {
        return folder.getFileName().toString().matches("[0-9]+")
                && !ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).map(ProcessHandle::isAlive).orElse(false);
    }

    /** A killed JVM leaves its server running; its pid file tells which it was. */
    private static void remove(Path folder) {
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".pid")).forEach(file -> {
                running(file).filter(process -> process.info().arguments().map(it -> String.join(" ", it)).orElse("")
                        .contains(folder.toString())).ifPresent(ProcessHandle::destroyForcibly);
            });
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ProcessHandle> running(Path pidFile) {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Path rootAbove(Path folder) {
        for (var at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw"))) {
                return at;
            }
        }
        return folder;
    }
}
