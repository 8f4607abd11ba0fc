package org.jingzhun.standalone.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;

import org.jingzhun.standalone.settings.PrivateFiles;

/**
 * Names a running child for a later launcher. A process number alone may have been given to somebody else since: only the
 * same number with the same start and the same program is ours.
 */
record PidFile(Path path) {

    /** The system tells a start to the hundredth of a second, counted from a boot time that it rounds anew. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    static PidFile of(Path run, String name) {
        return new PidFile(run.resolve(name + ".pid"));
    }

    void write(ProcessHandle process, Path program) {
        PrivateFiles.write(path, "pid=%d%nstart=%s%nprogram=%s%n".formatted(process.pid(),
                process.info().startInstant().orElse(Instant.EPOCH), real(program)));
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process that this file names, if it is still the same one. */
    Optional<ProcessHandle> process() {
        try {
            var values = new HashMap<String, String>();
            for (var line : Files.readAllLines(path)) {
                var equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
            var start = Instant.parse(values.getOrDefault("start", Instant.EPOCH.toString()));
            var program = Path.of(values.getOrDefault("program", ""));
            return ProcessHandle.of(Long.parseLong(values.getOrDefault("pid", "0"))).filter(ProcessHandle::isAlive)
                    .filter(it -> it.info().startInstant().map(at -> near(at, start)).orElse(false))
                    .filter(it -> it.info().command().map(Path::of).map(at -> real(at).equals(program)).orElse(false));
        } catch (IOException | RuntimeException _) {
            return Optional.empty(); // a file that says nothing names nobody
        }
    }

    private static boolean near(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(ROUNDING) <= 0;
    }

    private static Path real(Path program) {
        try {
            return program.toRealPath();
        } catch (IOException _) {
            return program;
        }
    }
}
