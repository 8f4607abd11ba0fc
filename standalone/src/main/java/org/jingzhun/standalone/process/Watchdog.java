package org.jingzhun.standalone.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the children of a launcher that was killed and could not do it itself: a shell that waits at a pipe from the
 * launcher. Its end without a farewell means that the launcher is gone; then the services are ended, then the engines.
 */
public final class Watchdog implements AutoCloseable {

    private static final String SCRIPT = """
            trap '' INT HUP TERM
            IFS= read -r word
            [ "$word" = bye ] && exit 0
            cd "$1" || exit 1
            numbers() { for f in "$@"; do [ -f "$f" ] && sed -n 's/^pid=//p' "$f"; done; }
            alive() { for p in $1; do kill -0 "$p" 2>/dev/null && return 0; done; return 1; }
            end() {
              [ -n "$1" ] || return 0
              kill -TERM $1 2>/dev/null
              left=$2
              while alive "$1" && [ "$left" -gt 0 ]; do sleep 1; left=$((left - 1)); done
              kill -KILL $1 2>/dev/null
            }
            services=$(numbers *-service.pid gateway.pid)
            engines=$(numbers mariadb*.pid redis*.pid)
            others=$(numbers training*.pid)
            end "$others" 0
            end "$services" 30
            end "$engines" 40
            """;

    private final OutputStream pipe;

    private Watchdog(OutputStream pipe) {
        this.pipe = pipe;
    }

    public static Watchdog over(Path run) {
        var line = new ArrayList<>(OwnSession.prefix());
        line.addAll(List.of("/bin/sh", "-c", SCRIPT, "jingzhun-watchdog", run.toString()));
        try {
            var process = new ProcessBuilder(line).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            return new Watchdog(process.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The launcher has ended everything itself. */
    @Override
    public void close() {
        try (pipe) {
            pipe.write("bye\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // the watchdog is gone already: nothing is left to be told
        }
    }
}
