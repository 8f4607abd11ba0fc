package org.jingzhun.bench.register;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** Jobs over many rows: an import and its dry run, exports, a run of the quality rules. */
final class Bulk {

    private static final Set<String> ENDED = Set.of("DONE", "REFUSED", "CANCELLED", "FAILED");

    private final Suite suite;
    private final PrintStream out;

    Bulk(Suite suite, PrintStream out) {
        this.suite = suite;
        this.out = out;
    }

    /** Checks a file, then writes it unless only the dry run is wanted. */
    void importFile(Path file, String area, int dataYear, boolean commit) throws Exception {
        var made = suite
                .post("/imports", Map.of("fileName", String.valueOf(file.getFileName()), "area", area, "dataYear", dataYear,
                        "commit", "MANUAL"), "")
                .must(201);
        var path = "/imports/" + made.location().substring(made.location().lastIndexOf('/') + 1);
        var begun = System.nanoTime();
        suite.put(path + "/content", file).must(202);
        var uploaded = System.nanoTime();
        var checked = ended(path, Set.of("CHECKED"));
        heading();
        var rows = checked.path("counts").path("rows").asLong();
        line("upload", rows, begun, uploaded);
        line("dry run", rows, uploaded, System.nanoTime());
        if (commit && checked.path("state").asString().equals("CHECKED")) {
            var from = System.nanoTime();
            suite.put(path + "/commit").must(202);
            checked = ended(path, Set.of());
            line("commit", rows, from, System.nanoTime());
        }
        out.println("\n" + checked.path("state").asString() + " " + checked.path("counts"));
    }

    /** The whole area in each format; rows are households in NDJSON and members elsewhere. */
    void export(String area, List<String> formats) throws Exception {
        heading();
        for (var format : formats) {
            var made = suite.post("/exports?area=" + area, Map.of("format", format, "purpose", "measuring the register"), "")
                    .must(201);
            var path = "/exports/" + made.location().substring(made.location().lastIndexOf('/') + 1);
            var begun = System.nanoTime();
            var bytes = drained(path + "/content");
            var households = suite.get(path).must(200).json().path("households").asLong();
            line("export " + format + ", households, " + bytes / 1_000_000 + " MB", households, begun, System.nanoTime());
        }
    }

    private long drained(String path) throws IOException, InterruptedException {
        try (var in = suite.stream(path)) {
            return in.transferTo(OutputStream.nullOutputStream());
        }
    }

    void quality(String area) throws Exception {
        var begun = System.nanoTime();
        var made = suite.post("/quality-runs", Map.of("area", area), "").must(202);
        var run = ended("/quality-runs/" + made.location().substring(made.location().lastIndexOf('/') + 1), Set.of());
        heading();
        line("quality run, persons", run.path("persons").asLong(), begun, System.nanoTime());
        out.println("\n" + run);
    }

    private JsonNode ended(String path, Set<String> also) throws Exception {
        while (true) {
            var job = suite.get(path).must(200).json();
            var state = job.path("state").asString();
            if (ENDED.contains(state) || also.contains(state)) {
                return job;
            }
            Thread.sleep(250);
        }
    }

    private void heading() {
        out.println("| | rows | seconds | rows/s |\n|---|--:|--:|--:|");
    }

    private void line(String what, long rows, long from, long to) {
        var seconds = (to - from) / 1e9;
        out.printf("| %s | %,d | %.1f | %,.0f |%n", what, rows, seconds, rows / seconds);
    }
}
