package org.jingzhun.standalone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The demo county 【凭祥】 with invented people: made by the generator, imported by the API as any county would, once per
 * installation. What goes wrong here stops nothing.
 */
public final class Demo {

    private static final String COUNTY = "451481";
    private static final Set<String> ENDED = Set.of("DONE", "REFUSED", "CANCELLED", "FAILED", "CHECKED");
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);
    private static final int QUESTIONS_PER_LINE = 5;

    /** First the poor of 2019, then the year in which the other households of the villages are listed as well. */
    private static final List<Workbook> WORKBOOKS = List.of(
            new Workbook("pingxiang-2019.xlsx", 2019,
                    List.of("--list", "B", "--county", COUNTY, "--persons", "11000", "--seed", "1")),
            new Workbook("pingxiang-2022.xlsx", 2022, List.of("--list", "C", "--county", COUNTY, "--persons", "16000",
                    "--others", "5000", "--seed", "1")));

    private record Workbook(String file, int dataYear, List<String> options) {}

    private final Settings settings;
    private final Api api;
    private final Console console;
    private final CountDownLatch stopped;

    /**
     * A demo by the address of the gateway.
     *
     * @param stopped counted down when the suite ends, also in the middle of an import
     */
    public Demo(Settings settings, String address, String secret, Console console, CountDownLatch stopped) {
        this.settings = settings;
        this.api = new Api(address, "demo-importer", secret);
        this.console = console;
        this.stopped = stopped;
    }

    public void run() {
        for (var workbook : WORKBOOKS) {
            var remembered = folder().resolve(workbook.file() + ".imported");
            if (Files.notExists(remembered)) {
                var job = follow(workbook, start(workbook, generated(workbook)));
                if (job == null) {
                    return;
                }
                PrivateFiles.write(remembered, job.toString());
            }
        }
    }

    private Path generated(Workbook workbook) {
        var file = folder().resolve(workbook.file());
        if (Files.exists(file)) {
            return file;
        }
        console.say("demo-generated", workbook.file());
        var partial = folder().resolve("partial-" + workbook.file());
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+UseSerialGC", "-jar", generator().toString(), "generate"));
        line.addAll(workbook.options());
        line.addAll(List.of("--out", partial.toString()));
        try {
            var log = settings.logs().resolve("demo-generator.log");
            var exit = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
            if (exit != 0) {
                throw new Refusal("demo-generator", exit, log);
            }
            return Files.move(partial, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    private Path generator() {
        var target = settings.home().resolve("bench/target");
        if (Files.isDirectory(target)) {
            try (var jars = Files.newDirectoryStream(target, "bench-[0-9]*.jar")) {
                for (var jar : jars) {
                    return jar;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new Refusal("jar-missing", "bench", target);
    }

    private String start(Workbook workbook, Path file) {
        var id = api.createImport(workbook.file(), COUNTY, workbook.dataYear()).path("id").asString();
        api.upload(id, file);
        console.say("demo-uploaded", workbook.file());
        return id;
    }

    /** Waits for the job; answers it when it is done, or null if the suite ends first. */
    private @Nullable JsonNode follow(Workbook workbook, String id) {
        var questions = 0;
        while (true) {
            var job = api.importJob(id);
            var state = job.path("state").asString();
            if (ENDED.contains(state)) {
                var counts = job.path("counts");
                if (!state.equals("DONE")) {
                    throw new Refusal("demo-not-imported", workbook.file(), state, job.path("problem"));
                }
                console.say("demo-imported", workbook.file(), counts.path("rows").asLong(),
                        counts.path("new").asLong(), counts.path("changed").asLong(),
                        counts.path("refused").asLong());
                return job;
            }
            if (questions++ % QUESTIONS_PER_LINE == 0) {
                console.say("demo-progress", workbook.file(), state, job.path("done").asLong(),
                        job.path("total").asLong());
            }
            try {
                if (stopped.await(BETWEEN_QUESTIONS.toMillis(), TimeUnit.MILLISECONDS)) {
                    return null;
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    private Path folder() {
        return PrivateFiles.folder(settings.data().resolve("demo"));
    }
}
