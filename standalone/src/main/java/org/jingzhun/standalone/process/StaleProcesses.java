package org.jingzhun.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Children of a launcher that was killed: ended before new ones take their ports and files. */
public final class StaleProcesses {

    private static final Duration GRACE = Duration.ofSeconds(40);
    private static final Duration LOOK = Duration.ofMillis(20);

    private StaleProcesses() {}

    /** Ends them, and answers the names of those that were still there. */
    public static List<String> end(Path run) {
        if (!Files.isDirectory(run)) {
            return List.of();
        }
        var ended = new ArrayList<String>();
        try (var files = Files.list(run)) {
            var found = files.filter(it -> it.getFileName().toString().endsWith(".pid")).map(PidFile::new)
                    .sorted(Comparator.comparing(it -> isEngine(it.path()))).toList();
            for (var file : found) {
                file.process().ifPresent(process -> {
                    ended.add(file.path().getFileName().toString().replace(".pid", ""));
                    end(process, GRACE);
                });
                file.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ended;
    }

    /** Services first: they still write to the engines while they end. */
    private static boolean isEngine(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith("mariadb") || name.startsWith("redis");
    }

    /** Asks, waits, forces. Looks often: the wait that the platform offers for other people's children takes seconds. */
    static void end(ProcessHandle process, Duration grace) {
        process.destroy();
        var begin = System.nanoTime();
        try {
            while (process.isAlive()) {
                if (System.nanoTime() - begin > grace.toNanos()) {
                    process.destroyForcibly();
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
