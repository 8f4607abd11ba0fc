package org.jingzhun.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;

import static java.util.concurrent.TimeUnit.SECONDS;

/** The whole suite, started in a folder of its own by the launcher's jar, as {@code ./start} does it. */
final class Suite implements AutoCloseable {

    static final Path ROOT = Path.of(System.getProperty("jingzhun.root", "..")).toAbsolutePath().normalize();
    private static final String VERSION = "0.1.0";

    private final Path folder;
    private final Process launcher;
    private final int port;
    private final int databasePort;

    private Suite(Path folder, Process launcher, int port, int databasePort) {
        this.folder = folder;
        this.launcher = launcher;
        this.port = port;
        this.databasePort = databasePort;
    }

    /** Starts and waits until the suite says that it is ready; with {@code --demo} that is after the import. */
    static Suite start(Path folder, Map<String, String> environment, String... words) {
        try {
            Files.createDirectories(folder);
            var ports = freePorts(17);
            var command = new ArrayList<>(List.of(java(), "-jar", jar("standalone").toString(),
                    "--port", ports.get(0).toString(), "--data", folder.resolve("data").toString(), "--keys",
                    folder.resolve("keys").toString(), "--lang", "en"));
            command.addAll(Arrays.asList(words));
            var builder = new ProcessBuilder(command).directory(ROOT.toFile()).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("launcher.log").toFile());
            builder.environment().putAll(Map.of(
                    "JINGZHUN_HOME", ROOT.toString(),
                    "JINGZHUN_GATEWAY_MANAGEMENT_PORT", ports.get(1).toString(),
                    "JINGZHUN_IDENTITY_PORT", ports.get(2).toString(),
                    "JINGZHUN_IDENTITY_MANAGEMENT_PORT", ports.get(3).toString(),
                    "JINGZHUN_HOUSEHOLD_PORT", ports.get(4).toString(),
                    "JINGZHUN_HOUSEHOLD_MANAGEMENT_PORT", ports.get(5).toString(),
                    "JINGZHUN_MARIADB_PORT", ports.get(6).toString(),
                    "JINGZHUN_REDIS_SESSION_PORT", ports.get(7).toString(),
                    "JINGZHUN_REDIS_CACHE_PORT", ports.get(8).toString()));
            builder.environment().putAll(Map.of("JINGZHUN_START_CACHE", "off", "JINGZHUN_ENGINES",
                    ROOT.resolve("target/engines").toString()));
            var departments = List.of("INDUSTRY", "RELOCATION", "FINANCE", "SUPERVISION");
            for (int i = 0; i < departments.size(); i++) {
                builder.environment().put("JINGZHUN_" + departments.get(i) + "_PORT", ports.get(9 + 2 * i).toString());
                builder.environment().put("JINGZHUN_" + departments.get(i) + "_MANAGEMENT_PORT",
                        ports.get(10 + 2 * i).toString());
            }
            builder.environment().putAll(environment);
            var suite = new Suite(folder, builder.start(), ports.get(0), ports.get(6));
            suite.waitFor("is ready");
            return suite;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void waitFor(String words) {
        Awaitility.await().atMost(Duration.ofMinutes(15)).pollInterval(Duration.ofMillis(300))
                .failFast(() -> {
                    if (!launcher.isAlive() && !output().contains(words)) {
                        throw new IllegalStateException("the launcher ended: " + output());
                    }
                })
                .until(() -> output().contains(words));
    }

    String url() {
        return "http://localhost:" + port;
    }

    int databasePort() {
        return databasePort;
    }

    String secret(String name) {
        try {
            return Files.readString(data().resolve("secrets").resolve(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    String output() {
        try {
            return Files.readString(folder.resolve("launcher.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The running process of a child: {@code household-service}, {@code mariadb} … */
    ProcessHandle child(String words) {
        return launcher.toHandle().descendants()
                .filter(process -> process.info().commandLine().orElse("").contains(words))
                .filter(ProcessHandle::isAlive).findFirst().orElseThrow(() -> new IllegalStateException("no " + words));
    }

    List<ProcessHandle> children() {
        return launcher.toHandle().descendants().toList();
    }

    @Override
    public void close() {
        launcher.destroy();
        try {
            if (!launcher.waitFor(90, SECONDS)) {
                launcher.destroyForcibly();
                throw new IllegalStateException("the launcher did not end: " + output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Path jar(String module) {
        return ROOT.resolve(module).resolve("target").resolve(module + "-" + VERSION + ".jar");
    }

    static boolean isBuilt(String module) {
        return Files.exists(jar(module));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** All held at once, so that no two are the same. */
    static List<Integer> freePorts(int count) throws IOException {
        var sockets = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0));
            }
            return sockets.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }
}
