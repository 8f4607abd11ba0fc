package org.jingzhun.bench.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A process that is killed now and then, without a word, and started again at once. */
final class Victim implements AutoCloseable {

    private final String name;
    private final Class<?> program;
    private final Path log;
    private Process process;
    private Map<String, String> settings;
    private long killAt;
    private int kills;

    Victim(String name, Class<?> program, Path folder, Map<String, String> settings) {
        this.name = name;
        this.program = program;
        this.settings = settings;
        log = folder.resolve(name + ".log");
        process = start();
    }

    private Process start() {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), program.getName()));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it if its time has come: some seconds after it serves, so that it does something in its life. */
    void tick(long now, Random chance) throws InterruptedException {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended by itself, see " + log);
        }
        if (killAt == 0) {
            killAt = isServing() ? now + TimeUnit.MILLISECONDS.toNanos(3_000 + chance.nextInt(12_000)) : 0;
        } else if (now > killAt) {
            restart(settings);
            killAt = 0;
            kills++;
        }
    }

    boolean isServing() {
        try (var socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress("127.0.0.1", Integer.parseInt(Objects.requireNonNull(settings.get("server.port")))),
                    200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void restart(Map<String, String> with) throws InterruptedException {
        settings = with;
        kill();
        process = start();
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int kills() {
        return kills;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
