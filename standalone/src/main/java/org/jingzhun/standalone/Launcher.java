package org.jingzhun.standalone;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

import org.jingzhun.standalone.backup.Commands;
import org.jingzhun.standalone.settings.Options;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Refusal;
import org.jingzhun.standalone.text.Words;

/** {@code ./start}: brings the suite up on one machine, and takes it down with Ctrl-C. */
public final class Launcher {

    private static final int NEEDED = 25;
    private static final int WRONG_WORDS = 2;
    private static final int REFUSED = 1;

    private Launcher() {}

    /** With the system property {@code jingzhun.home}, or JINGZHUN_HOME: the folder where the services were built. */
    public static void main(String[] words) {
        var spoken = new HashMap<>(System.getenv());
        var wanted = List.of(words);
        var lang = wanted.indexOf("--lang");
        if (lang >= 0 && lang + 1 < wanted.size()) {
            spoken.put("JINGZHUN_LANG", wanted.get(lang + 1)); // also the complaint about a wrong option is in it
        }
        var console = new Console(new Words(Settings.language(spoken)), System.out);
        try {
            if (!wanted.isEmpty() && Commands.NAMES.contains(wanted.getFirst())) {
                System.exit(new Commands(home(), System.getenv(), console).run(wanted.getFirst(),
                        wanted.subList(1, wanted.size())));
            }
            var options = Options.of(wanted);
            if (options.help()) {
                console.print("help");
                return;
            }
            if (Runtime.version().feature() < NEEDED) {
                throw new Refusal("java-too-old", NEEDED, Runtime.version().feature());
            }
            run(Settings.of(home(), options, System.getenv()), console);
        } catch (Refusal refusal) {
            console.refuse(refusal);
            System.exit(WRONG_WORDS);
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("jingzhun.home", System.getenv().getOrDefault("JINGZHUN_HOME", ".")));
    }

    private static void run(Settings settings, Console console) {
        var suite = new Suite(settings, console);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::stop, "stop"));
        try {
            suite.start();
            suite.awaitStop();
        } catch (Refusal refusal) {
            if (!suite.stopping()) {
                console.refuse(refusal);
            }
        } catch (RuntimeException e) {
            if (!suite.stopping()) {
                console.refuse(unexpected(e, settings));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        System.exit(REFUSED);
    }

    private static Refusal unexpected(RuntimeException problem, Settings settings) {
        if (problem instanceof UncheckedIOException e && String.valueOf(e.getMessage()).contains("No space left")) {
            return new Refusal("disk-full-now", settings.data());
        }
        var log = settings.logs().resolve("launcher.log");
        try {
            Files.createDirectories(settings.logs());
            try (var out = new PrintWriter(Files.newBufferedWriter(log, StandardCharsets.UTF_8))) {
                problem.printStackTrace(out);
            }
        } catch (IOException e) {
            return new Refusal("unexpected", problem, e);
        }
        return new Refusal("unexpected", problem, log);
    }
}
