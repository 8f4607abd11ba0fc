package org.jingzhun.standalone.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One process of the suite. Until it is ready for the first time its end is a refusal to start; afterwards its end is an
 * accident, and it is started again.
 */
public final class Child {

    private static final Duration PROBE_PAUSE = Duration.ofMillis(100);
    private static final int LINES_SHOWN = 15;
    private static final Path NICE = Path.of("/usr/bin/nice");

    private final Supplier<Command> again;
    private final Probe probe;
    private final Path run;
    private final Console console;
    private final Backoff backoff = new Backoff();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private @Nullable Process process;
    private volatile long startedAt;
    private volatile boolean stopping;
    private volatile Command command;

    public Child(Command command, Probe probe, Path run, Console console) {
        this(command, () -> command, probe, run, console);
    }

    /** @param again how it is run when it is started again: what there is to run may have been replaced meanwhile */
    public Child(Command command, Supplier<Command> again, Probe probe, Path run, Console console) {
        this.command = command;
        this.again = again;
        this.probe = probe;
        this.run = run;
        this.console = console;
    }

    public String title() {
        return command.title();
    }

    public void start() {
        log().rotate();
        spawn();
    }

    /** Returns when the child can be used; refuses when it ends before, or takes too long. */
    public void awaitReady(Duration patience) {
        var begin = System.nanoTime();
        while (!probe.ready()) {
            var current = process();
            if (!current.isAlive()) {
                throw crashed(current.exitValue());
            }
            if (System.nanoTime() - begin > patience.toNanos()) {
                throw new Refusal("child-slow", title(), patience.toSeconds(), command.log());
            }
            pause(PROBE_PAUSE);
        }
        var current = process();
        if (!current.isAlive()) { // somebody else answers at its port
            throw crashed(current.exitValue());
        }
        console.say("child-ready", title(), seconds());
    }

    /** For a child that ends by itself. */
    public int awaitEnd() {
        try {
            return process().waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    /** From now on an end that nobody asked for is repaired. */
    public void keepAlive() {
        Thread.ofVirtual().name("keep-" + command.name()).start(() -> {
            while (!stopping) {
                try {
                    var exit = process().waitFor();
                    if (stopping) {
                        return;
                    }
                    PidFile.of(run, command.name()).delete();
                    var wait = backoff.after(Duration.ofNanos(System.nanoTime() - startedAt));
                    console.say("child-ended", title(), exit, wait.toSeconds(), command.log());
                    if (stopped.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                    renew();
                    spawn();
                    if (readyAgain()) {
                        console.say("child-again", title(), seconds());
                    }
                } catch (InterruptedException _) {
                    return;
                } catch (UncheckedIOException e) {
                    console.say("child-not-started", title(), String.valueOf(e.getMessage()));
                }
            }
        });
    }

    /** What cannot be used, such as a jar that is half written, does not take the place of what ran. */
    private void renew() {
        try {
            command = again.get();
        } catch (Refusal refusal) {
            console.say("child-as-before", title(), refusal.in(console.words()));
        } catch (UncheckedIOException e) {
            console.say("child-as-before", title(), String.valueOf(e.getMessage()));
        }
    }

    private boolean readyAgain() {
        while (!stopping && process().isAlive()) {
            if (probe.ready()) {
                return true;
            }
            pause(PROBE_PAUSE);
        }
        return false;
    }

    /** Asks it to end, waits, and ends it by force when it does not. */
    public void stop() {
        Process current;
        synchronized (this) {
            stopping = true;
            current = process;
        }
        stopped.countDown();
        if (current != null) {
            if (current.isAlive()) {
                StaleProcesses.end(current.toHandle(), command.grace());
            }
            PidFile.of(run, command.name()).delete();
        }
    }

    private synchronized void spawn() {
        if (stopping) {
            return;
        }
        var line = new ArrayList<>(OwnSession.prefix());
        if (command.background() && Files.isExecutable(NICE)) {
            line.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        line.addAll(command.line());
        var builder = new ProcessBuilder(line).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(command.log().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().keySet().removeAll(command.withheld());
        builder.environment().putAll(command.environment());
        try {
            startedAt = System.nanoTime();
            process = builder.start();
            PidFile.of(run, command.name()).write(process.toHandle(), Path.of(command.line().getFirst()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Refusal crashed(int exit) {
        var own = log().failure();
        return own.isPresent()
                ? new Refusal("child-refused", title(), own.get(), command.log())
                : new Refusal("child-crashed", title(), exit, command.log(),
                        String.join("\n", log().last(LINES_SHOWN)));
    }

    private synchronized Process process() {
        if (process == null) {
            throw new IllegalStateException(command.name() + " was not started");
        }
        return process;
    }

    private LogFile log() {
        return new LogFile(command.log());
    }

    private String seconds() {
        return "%.1f".formatted((System.nanoTime() - startedAt) / 1e9);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }
}
