package org.jingzhun.standalone.engine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.standalone.process.Child;
import org.jingzhun.standalone.process.Command;
import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Secrets;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Refusal;

/**
 * One embedded Redis. The suite has two: sessions are written to disk and never thrown away, caches are thrown away when
 * they grow and are never written.
 */
public final class Redis {

    /** What a Redis is used for. */
    public enum Use {
        SESSION(16379, "appendonly yes\nappendfsync everysec\nmaxmemory-policy noeviction"), CACHE(16380,
                "appendonly no\nmaxmemory-policy allkeys-lru");

        private final int usualPort;
        private final String lines;

        Use(int usualPort, String lines) {
            this.usualPort = usualPort;
            this.lines = lines;
        }

        private String word() {
            return this == SESSION ? "session" : "cache";
        }

        private String portSetting() {
            return "JINGZHUN_REDIS_" + name() + "_PORT";
        }

        public String urlSetting() {
            return "REDIS_" + name() + "_URL";
        }
    }

    private final Settings settings;
    private final Use use;
    private final String password;
    private final Console console;

    public Redis(Settings settings, Use use, String password, Console console) {
        this.settings = settings;
        this.use = use;
        this.password = password;
        this.console = console;
    }

    public static boolean offered() {
        return program().isPresent();
    }

    public int port() {
        return settings.number(use.portSetting(), use.usualPort);
    }

    public String portSetting() {
        return use.portSetting();
    }

    public String title() {
        return "Redis (%s)".formatted(use.word());
    }

    public String url() {
        return "redis://:%s@127.0.0.1:%d/0".formatted(password, port());
    }

    public Child child() {
        var program = program()
                .orElseThrow(() -> new Refusal("engine-missing", "Redis", Artefact.platform(), use.urlSetting()));
        var artefact = artefact().orElseThrow();
        var binary = settings.engines().resolve(program);
        synchronized (Redis.class) { // both are started at once
            artefact.unpackOne(program, binary);
        }
        var data = PrivateFiles.folder(settings.data().resolve("redis-" + use.word()));
        var config = settings.run().resolve("redis-%s.conf".formatted(use.word()));
        PrivateFiles.write(config, config(data));
        var command = new Command("redis-" + use.word(), title(), List.of(binary.toString(), config.toString()),
                Map.of(), Secrets.NAMES, settings.logs().resolve("redis-%s.log".formatted(use.word())), Duration.ofSeconds(15));
        return new Child(command, this::answers, settings.run(), console);
    }

    /** By file, not by arguments: the password must not stand in a process list. */
    private String config(Path data) {
        return String.join("\n", List.of("bind 127.0.0.1", "protected-mode yes", "port " + port(), "daemonize no",
                "requirepass " + password, "dir \"%s\"".formatted(data), "save \"\"",
                "maxmemory " + settings.text("JINGZHUN_REDIS_%s_MEMORY".formatted(use.name()), "128mb"),
                use.lines)) + "\n";
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()), 500);
            socket.setSoTimeout(1_000);
            socket.getOutputStream()
                    .write("AUTH %s\r\nPING\r\n".formatted(password).getBytes(StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readNBytes("+OK\r\n+PONG\r\n".length()),
                    StandardCharsets.US_ASCII);
            return answer.equals("+OK\r\n+PONG\r\n");
        } catch (IOException _) {
            return false;
        }
    }

    private static Optional<Artefact> artefact() {
        return Artefact.of("com.github.codemonstur", "embedded-redis");
    }

    private static Optional<String> program() {
        return artefact().flatMap(it -> it
                .entry(name -> name.startsWith("redis-server") && name.endsWith("-" + Artefact.platform())));
    }
}
