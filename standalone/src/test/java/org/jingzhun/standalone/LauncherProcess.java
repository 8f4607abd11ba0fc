package org.jingzhun.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The real launcher as a process of its own, on free ports, with fake services and the real engines. */
final class LauncherProcess implements AutoCloseable {

    private static final List<String> PORTS = List.of("JINGZHUN_PORT", "JINGZHUN_GATEWAY_MANAGEMENT_PORT",
            "JINGZHUN_IDENTITY_PORT",
            "JINGZHUN_IDENTITY_MANAGEMENT_PORT", "JINGZHUN_HOUSEHOLD_PORT", "JINGZHUN_HOUSEHOLD_MANAGEMENT_PORT",
            "JINGZHUN_INDUSTRY_PORT", "JINGZHUN_INDUSTRY_MANAGEMENT_PORT", "JINGZHUN_RELOCATION_PORT",
            "JINGZHUN_RELOCATION_MANAGEMENT_PORT", "JINGZHUN_FINANCE_PORT", "JINGZHUN_FINANCE_MANAGEMENT_PORT",
            "JINGZHUN_SUPERVISION_PORT", "JINGZHUN_SUPERVISION_MANAGEMENT_PORT", "JINGZHUN_MARIADB_PORT",
            "JINGZHUN_REDIS_SESSION_PORT", "JINGZHUN_REDIS_CACHE_PORT");

    private final Path data;
    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private LauncherProcess(Path data, Process process) {
        this.data = data;
        this.process = process;
        Thread.startVirtualThread(() -> {
            try (var in = new BufferedReader(
                    new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                in.lines().forEach(lines::add);
            } catch (UncheckedIOException | IOException e) {
                lines.add(e.toString());
            }
        });
    }

    /** Free now; the test that uses them is quick enough to have them. */
    static Map<String, String> freePorts() {
        var sockets = new ArrayList<ServerSocket>();
        var ports = new HashMap<String, String>();
        try {
            for (var name : PORTS) {
                var socket = new ServerSocket(0);
                sockets.add(socket);
                ports.put(name, String.valueOf(socket.getLocalPort()));
            }
            for (var socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static LauncherProcess start(Path folder, Map<String, String> settings, String... words) {
        try {
            var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8", "-Djingzhun.home=" + home(folder), "-cp",
                    System.getProperty("java.class.path"), "org.jingzhun.standalone.Launcher"));
            line.addAll(List.of(words));
            if (System.getProperty("os.name").equals("Linux")) {
                // a build in the background ignores Ctrl-C, and so would all that it starts
                line.addAll(0, List.of("env", "--default-signal=INT"));
            }
            var builder = new ProcessBuilder(line).redirectErrorStream(true);
            builder.environment().keySet().removeIf(it -> it.startsWith("LC_") || it.equals("LANG"));
            builder.environment().putAll(Map.of("JINGZHUN_DATA", folder.resolve("data").toString(),
                    "JINGZHUN_ENGINES", Path.of("target/engines").toAbsolutePath().toString(), "JINGZHUN_KEYRING",
                    "/dev/null", "JINGZHUN_MATCH_KEY", "/dev/null", "JINGZHUN_MARIADB_BUFFER_POOL", "32M",
                    "JINGZHUN_MARIADB_LOG_FILE", "16M",
                    "JINGZHUN_START_CACHE", "off"));
            builder.environment().put("LC_CTYPE", "C.UTF-8"); // as ./start does: else no folder may have a Chinese name
            builder.environment().putAll(settings);
            return new LauncherProcess(folder.resolve("data"), builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home(Path folder) throws IOException {
        for (var module : List.of("gateway", "identity-service", "household-service")) {
            build(folder, module);
        }
        return folder.resolve("home");
    }

    /** A fake jar of a module, where the launcher looks for it. */
    static void build(Path folder, String module) throws IOException {
        var target = Files.createDirectories(folder.resolve("home").resolve(module).resolve("target"));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        var name = FakeService.class.getName().replace('.', '/') + ".class";
        try (var jar = new JarOutputStream(Files.newOutputStream(target.resolve(module + "-0.1.0.jar")), manifest);
                var in = FakeService.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            in.transferTo(jar);
        }
    }

    LauncherProcess awaitReady() {
        await().atMost(120, TimeUnit.SECONDS).until(() -> said("Jingzhun is ready") || !process.isAlive());
        assertThat(output()).contains("Jingzhun is ready");
        return this;
    }

    void awaitWords(String words) {
        await().atMost(90, TimeUnit.SECONDS).until(() -> said(words) || !process.isAlive());
        assertThat(output()).contains(words);
    }

    int awaitEnd() {
        await().atMost(120, TimeUnit.SECONDS).until(() -> !process.isAlive());
        return process.exitValue();
    }

    private boolean said(String words) {
        return output().contains(words);
    }

    String output() {
        return String.join("\n", lines);
    }

    ProcessHandle child(String name) {
        var values = new Properties();
        try (var in = Files.newBufferedReader(data.resolve("run").resolve(name + ".pid"))) {
            values.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ProcessHandle.of(Long.parseLong(values.getProperty("pid"))).orElseThrow();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What Ctrl-C does. */
    void interrupt() {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every process that has to do with this data folder, whoever started it. */
    List<String> left() {
        return ProcessHandle.allProcesses().map(it -> it.info().commandLine().orElse(""))
                .filter(it -> it.contains(data.getParent().toString())).toList();
    }

    void awaitNothingLeft() {
        await().atMost(60, TimeUnit.SECONDS).untilAsserted(() -> assertThat(left()).isEmpty());
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
        awaitNothingLeft();
    }
}
