package org.jingzhun.bench.register;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

import tools.jackson.databind.JsonNode;

/** How fast a service reads the register's facts from zero, and how long a fact takes while the register changes at a steady rate. */
final class FeedLoad {

    private static final int PAUSE_MILLIS = 20;

    private final Suite watcher;
    private final Suite writer;
    private final String reader;
    private final String source;

    /** @param reader the base path of the service that reads, {@code /api/supervision/v1} */
    FeedLoad(Suite watcher, Suite writer, String reader, String source) {
        this.watcher = watcher;
        this.writer = writer;
        this.reader = reader;
        this.source = source;
    }

    private JsonNode feed() throws Exception {
        return watcher.getPatiently(reader + "/feeds").must(200).json().path("items").valueStream()
                .filter(each -> each.path("source").asString().equals(source)).findFirst()
                .orElseThrow(() -> new IllegalStateException(reader + " does not read " + source));
    }

    /** From zero to the head. */
    void replay(PrintStream out) throws Exception {
        var generation = feed().path("generation").asInt();
        var begun = System.nanoTime();
        watcher.post(reader + "/replays", Map.of("source", source), "").must(202);
        var feed = feed();
        while (feed.path("generation").asInt() == generation || !feed.path("state").asString().equals("FOLLOWING")) {
            Thread.sleep(250);
            feed = feed();
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        var facts = feed.path("position").asLong();
        out.printf("replay of %s by %s: %,d facts in %.1f s, %,.0f facts/s, %d parked%n", source, reader, facts, seconds,
                facts / seconds, feed.path("parked").asLong());
    }

    /** Facts that are seen behind, and for how long, while changes go on. */
    void lag(String county, int perSecond, int seconds, LocalDate today, PrintStream out) throws Exception {
        var behind = new ConcurrentLinkedQueue<Double>();
        var ended = new boolean[1];
        var look = Thread.ofVirtual().start(() -> {
            try {
                while (!ended[0]) {
                    behind.add(untilRead());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        new ChangesOfMembers(writer, today, true).steadily(county, perSecond, perSecond * seconds, out);
        ended[0] = true;
        look.join();
        var sorted = behind.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        out.printf("lag from a change's answer until %s has read it: %d looks, p50 %.0f ms, p99 %.0f ms, longest %.0f ms%n",
                reader,
                sorted.length, at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1));
        out.println(
                Arrays.toString(new long[]{feed().path("position").asLong(), feed().path("head").asLong()}) + " position, head");
    }

    /** How long until the reader is past the newest fact that the source has now, in milliseconds. */
    private double untilRead() throws Exception {
        var from = System.nanoTime();
        var head = head();
        while (feed().path("position").asLong() < head) {
            Thread.sleep(PAUSE_MILLIS);
        }
        Thread.sleep(PAUSE_MILLIS);
        return (System.nanoTime() - from) / 1e6;
    }

    private long head() throws Exception {
        var page = writer.getPatiently("/api/" + source + "/v1/facts?limit=1").must(200).body().strip();
        return Suite.JSON.readTree(page.substring(page.lastIndexOf('\n') + 1)).path("head").asLong();
    }

    private static double at(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }
}
