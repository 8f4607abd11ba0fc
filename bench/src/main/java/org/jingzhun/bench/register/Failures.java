package org.jingzhun.bench.register;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests that failed, by what was asked, status, type of the problem and instance: how often, and from when to when. */
final class Failures {

    private final Map<Kind, Seen> seen = new ConcurrentHashMap<>();
    private final Clock clock = Clock.systemUTC();

    private record Kind(String asked, String status, String problem, String instance) {}

    private record Seen(int times, LocalTime first, LocalTime last, String example) {

        Seen and(Seen later) {
            return new Seen(times + later.times, first, later.last, example);
        }
    }

    void add(String asked, Suite.Answer answer) {
        add(new Kind(asked, Integer.toString(answer.status()), problem(answer.body()),
                answer.instance().isEmpty() ? "no instance" : answer.instance()), answer.body());
    }

    void add(String asked, IOException failure) {
        add(new Kind(asked, "no answer", failure.getClass().getSimpleName(), "no instance"),
                String.valueOf(failure.getMessage()));
    }

    private void add(Kind kind, String example) {
        var now = LocalTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
        seen.merge(kind, new Seen(1, now, now, example), Seen::and);
    }

    /** The last word of the address by which a problem is known. */
    private static String problem(String body) {
        var at = body.startsWith("{") ? Suite.JSON.readTree(body).path("type").asString("") : "";
        return at.isEmpty() ? "no problem told" : at.substring(at.lastIndexOf('/') + 1);
    }

    void print(PrintStream out) {
        if (seen.isEmpty()) {
            return;
        }
        out.println("| failed | status | problem | instance | times | from (UTC) | to | example |");
        out.println("|---|---|---|---|--:|---|---|---|");
        seen.forEach(
                (kind, times) -> out.printf("| %s | %s | %s | %s | %,d | %s | %s | %s |%n", kind.asked, kind.status, kind.problem,
                        kind.instance, times.times, times.first, times.last, times.example.lines().findFirst().orElse("")));
    }
}
