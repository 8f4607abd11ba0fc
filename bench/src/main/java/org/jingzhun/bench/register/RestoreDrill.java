package org.jingzhun.bench.register;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/**
 * Whether a restore brought back just what the backup had seen. While the register changes, figures are looked at again and again with
 * their position; the restored register stands at one of these positions, and must answer as it did then.
 */
final class RestoreDrill {

    private static final List<String> SOURCES = List.of("household", "industry", "relocation", "finance");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Suite suite;
    private final String area;

    RestoreDrill(Suite suite, String area) {
        this.suite = suite;
        this.area = area;
    }

    /** One look: the question and the position, and what was answered. */
    private record Look(String question, long position, String answer) {

        String key() {
            return question + " " + position;
        }
    }

    private List<String> questions(int year) {
        return List.of("register?area=" + area + "&by=division", "poor?area=" + area + "&by=division",
                "flows?area=" + area + "&by=division&year=" + year);
    }

    private Look look(String question) throws IOException, InterruptedException {
        var figure = suite.get("/figures/" + question).must(200).json();
        var said = figure.has("flow")
                ? figure.path("flow").toString() + figure.path("divisions")
                : figure.path("cells").toString() + figure.path("divisions");
        return new Look(question, figure.path("position").asLong(),
                UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)).toString());
    }

    /** Writes, slowly enough that each position is seen, and looks, until the file is there; what was seen goes into another one. */
    void watch(int year, LocalDate today, Path seen, Path until, Suite watcher, PrintStream out) throws Exception {
        var generations = following(watcher, Map.of());
        var looks = new TreeMap<String, String>();
        var count = 0;
        try (var writing = new FigureWriters(suite, today, Duration.ofMillis(400))) {
            writing.start(area, 1);
            while (!Files.exists(until)) {
                for (var question : questions(year)) {
                    var look = look(question);
                    looks.merge(look.key(), look.answer, (one, other) -> one.equals(other) ? one : "two answers at one position");
                    count++;
                }
            }
            out.println(writing.said());
        }
        var lines = new TreeSet<String>();
        looks.forEach((key, answer) -> lines.add(key + " " + answer));
        for (var source : SOURCES) {
            lines.add("epoch " + source + " " + epoch(source));
        }
        generations.forEach((source, generation) -> lines.add("generation " + source + " " + generation));
        Files.write(seen, lines);
        out.printf("%,d looks at %,d positions%n", count, looks.size() / questions(year).size());
    }

    private String epoch(String source) throws IOException, InterruptedException {
        var page = suite.get("/api/" + source + "/v1/facts?limit=1").must(200).body().strip();
        return Suite.JSON.readTree(page.substring(page.lastIndexOf('\n') + 1)).path("epoch").asString();
    }

    /** Compares the restored suite with what was seen; {@code watcher} may watch and replay the feeds. */
    boolean check(int year, Path seen, Suite watcher, PrintStream out) throws Exception {
        var lines = Files.readAllLines(seen);
        var right = true;
        for (var question : questions(year)) {
            var now = look(question);
            var then = lines.stream().filter(line -> line.startsWith(now.key() + " ")).findFirst();
            var isSame = then.filter(line -> line.endsWith(now.answer)).isPresent();
            out.printf("%s at position %d: %s%n", question, now.position,
                    then.isEmpty()
                            ? "NOT SEEN at that position"
                            : isSame ? "as it was seen then" : "OTHER than it was seen then");
            right &= isSame;
        }
        for (var source : SOURCES) {
            var epoch = epoch(source);
            var isNew = lines.stream().noneMatch(line -> line.equals("epoch " + source + " " + epoch));
            out.printf("%s: %s epoch%n", source, isNew ? "a new" : "THE SAME");
            right &= isNew;
        }
        var generations = lines.stream().filter(line -> line.startsWith("generation ")).map(line -> line.split(" ", -1))
                .collect(Collectors.toMap(words -> words[1], words -> Integer.valueOf(words[2])));
        return consumer(watcher, generations, out) && right;
    }

    /** What supervision holds when it has followed by itself, and what it holds when it is told to read all anew. */
    private static boolean consumer(Suite watcher, Map<String, Integer> generations, PrintStream out) throws Exception {
        var before = following(watcher, generations);
        var byItself = digests(watcher);
        for (var source : SOURCES) {
            watcher.post("/api/supervision/v1/replays", Map.of("source", source), "").must(202);
        }
        following(watcher, before);
        var anew = digests(watcher);
        var isSame = byItself.equals(anew);
        out.printf("supervision by itself: %s%nsupervision, all read anew: %s%n", byItself,
                isSame ? "the same" : "OTHER: " + anew);
        return isSame && !byItself.isEmpty();
    }

    /** Waits until all feeds are read to their end, in a later generation than before; returns the generations. */
    private static Map<String, Integer> following(Suite watcher, Map<String, Integer> before) throws Exception {
        var begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            var feeds = watcher.get("/api/supervision/v1/feeds").must(200).json().path("items");
            if (feeds.size() == SOURCES.size() && feeds.valueStream().allMatch(feed -> isAtEnd(feed, before))) {
                return feeds.valueStream().collect(
                        Collectors.toMap(feed -> feed.path("source").asString(), feed -> feed.path("generation").asInt()));
            }
            Thread.sleep(250);
        }
        throw new IllegalStateException("supervision does not follow: " + watcher.get("/api/supervision/v1/feeds").body());
    }

    private static boolean isAtEnd(JsonNode feed, Map<String, Integer> before) {
        return feed.path("state").asString().equals("FOLLOWING") && feed.path("lag").asLong() == 0
                && feed.path("parked").asLong() == 0
                && feed.path("generation").asInt() > before.getOrDefault(feed.path("source").asString(), -1);
    }

    private static String digests(Suite watcher) throws IOException, InterruptedException {
        return watcher.get("/api/supervision/v1/reported-state-digests").must(200).json().toString();
    }
}
