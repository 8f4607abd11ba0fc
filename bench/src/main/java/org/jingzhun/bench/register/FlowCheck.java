package org.jingzhun.bench.register;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

import org.jingzhun.bench.flow.YearOfFlow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Opens every figure of a city's flow to its records, for each division and year: opening and movements make the closing, the lists have so
 * many records, a division is the sum of those below, a closing is the next opening.
 */
final class FlowCheck {

    private static final int ATTEMPTS = 20;
    private static final int SHOWN = 20;

    private final Suite suite;
    private final String knownAt;
    private final boolean still;
    private final AtomicLong compared = new AtomicLong();
    private final AtomicLong moving = new AtomicLong();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    /**
     * @param knownAt a day; empty for what is known now
     * @param still whether nothing of that changes meanwhile
     */
    FlowCheck(Suite suite, String knownAt, boolean still) {
        this.suite = suite;
        this.still = still;
        this.knownAt = knownAt.isEmpty() ? "" : "&knownAt=" + knownAt;
    }

    /** Returns whether all was right. */
    boolean run(String area, List<Integer> years, List<Integer> levels, int threads, PrintStream out) throws Exception {
        var begun = System.nanoTime();
        var areas = areas(area, years, levels);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var tasks = new ArrayList<Future<?>>();
            for (var each : areas) {
                tasks.add(pool.submit(() -> {
                    division(each, years, each.length() < Collections.max(levels));
                    return null;
                }));
            }
            for (var task : tasks) {
                task.get();
            }
        }
        out.printf(
                "%,d divisions, years %s, known at %s: %,d comparisons, %d wrong, %d not comparable while they changed, %.0f s%n",
                areas.size(), years, knownAt.isEmpty() ? "now" : knownAt.substring(9), compared.get(), wrong.size(), moving.get(),
                (System.nanoTime() - begun) / 1e9);
        wrong.stream().limit(SHOWN).forEach(out::println);
        return wrong.isEmpty();
    }

    /** The divisions below, by the lengths of their codes: 4, 6, 9, 12. */
    private Set<String> areas(String area, List<Integer> years, List<Integer> levels) throws Exception {
        var areas = new TreeSet<String>();
        var waiting = new ArrayList<>(List.of(area));
        while (!waiting.isEmpty()) {
            var code = waiting.removeLast();
            if (levels.contains(code.length())) {
                areas.add(code);
            }
            if (code.length() < Collections.max(levels)) {
                var year = "&year=" + Collections.max(years) + "&by=division" + knownAt;
                suite.getPatiently("/figures/flows?area=" + code + year).must(200).json().path("divisions")
                        .forEach(each -> waiting.add(each.path("division").asString()));
            }
        }
        return areas;
    }

    private void division(String area, List<Integer> years, boolean hasParts) throws Exception {
        @Nullable
        JsonNode before = null;
        for (var year : years) {
            @Nullable
            JsonNode flow = null;
            for (var attempt = 0; attempt < ATTEMPTS && flow == null; attempt++) {
                flow = year(area, year, hasParts);
            }
            if (flow == null) {
                moving.incrementAndGet();
            } else if (before != null && still) {
                equal(area, year, "closing before and opening", persons(before.path("closing")), persons(flow.path("opening")));
            }
            before = flow;
        }
    }

    /** Null where the register changed meanwhile. */
    private @Nullable JsonNode year(String area, int year, boolean hasParts) throws Exception {
        var question = "?area=" + area + "&year=" + year + knownAt;
        var answer = suite.getPatiently("/figures/flows" + question + (hasParts ? "&by=division" : "")).must(200).json();
        var movements = new HashMap<String, long[]>();
        suite.each("/figures/flows/records" + question, line -> {
            var sums = movements.computeIfAbsent(line.path("reason").asString(), reason -> new long[2]);
            sums[0] += line.path("households").asLong();
            sums[1] += line.path("persons").asLong();
        });
        var stock = new long[2];
        suite.each("/figures/poor/records?area=" + area + "&asOf=" + year + "-12-31" + knownAt, line -> {
            stock[0]++;
            stock[1] += line.path("persons").asLong();
        });
        if (!still && position(question) != answer.path("position").asLong()) {
            return null;
        }
        var flow = answer.path("flow");
        adds(area, year, flow);
        flow.path("reasons").propertyStream().forEach(reason -> {
            var sums = movements.getOrDefault(reason.getKey(), new long[2]);
            equal(area, year, reason.getKey() + " households and their list", households(reason.getValue()), sums[0]);
            equal(area, year, reason.getKey() + " persons and their list", persons(reason.getValue()), sums[1]);
        });
        equal(area, year, "closing households and their list", households(flow.path("closing")), stock[0]);
        equal(area, year, "closing persons and their list", persons(flow.path("closing")), stock[1]);
        if (hasParts) {
            parts(area, year, flow, answer.path("divisions"));
        }
        return flow;
    }

    private long position(String question) throws Exception {
        return suite.getPatiently("/figures/flows" + question).must(200).json().path("position").asLong();
    }

    private void adds(String area, int year, JsonNode flow) {
        var households = households(flow.path("opening"));
        var persons = persons(flow.path("opening"));
        for (var reason : flow.path("reasons")) {
            households += households(reason);
            persons += persons(reason);
        }
        equal(area, year, "opening and movements, and closing: households", households, households(flow.path("closing")));
        equal(area, year, "opening and movements, and closing: persons", persons, persons(flow.path("closing")));
    }

    private void parts(String area, int year, JsonNode flow, JsonNode divisions) {
        for (var end : List.of("opening", "closing")) {
            equal(area, year, end + " and the sum of its divisions", persons(flow.path(end)),
                    divisions.valueStream().mapToLong(each -> persons(each.path(end))).sum());
        }
        flow.path("reasons").propertyNames().forEach(reason -> equal(area, year, reason + " and the sum of its divisions",
                persons(flow.path("reasons").path(reason)),
                divisions.valueStream().mapToLong(each -> persons(each.path("reasons").path(reason))).sum()));
    }

    private static long persons(JsonNode count) {
        return count.path("persons").asLong();
    }

    private static long households(JsonNode count) {
        return count.path("households").asLong();
    }

    private void equal(String area, int year, String what, long one, long other) {
        compared.incrementAndGet();
        if (one != other) {
            wrong.add("%s %d: %s: %d and %d".formatted(area, year, what, one, other));
        }
    }

    /** The city's flow beside what was published; rates with their denominators, which are entered where they are missing. */
    boolean published(String city, int oneOf, PrintStream out) throws Exception {
        var right = true;
        var years = YearOfFlow.ofChongzuo(oneOf);
        out.println("| year | opening | exits | new | returned | natural | moved | other | closing | of rural | % |");
        out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (var year : years) {
            suite.post("/rural-populations",
                    Map.of("division", city, "year", year.year(), "persons", year.ruralPopulation(), "source",
                            "implied by the published incidence"),
                    "").must(201);
            var flow = suite.getPatiently("/figures/flows?area=" + city + "&year=" + year.year() + knownAt).must(200).json()
                    .path("flow");
            var incidence = suite.getPatiently("/figures/incidence?area=" + city + "&year=" + year.year() + knownAt).must(200)
                    .json();
            var reasons = flow.path("reasons");
            var natural = persons(reasons.path("NATURAL_INCREASE")) + persons(reasons.path("NATURAL_DECREASE"));
            var moved = persons(reasons.path("MOVED_IN")) + persons(reasons.path("MOVED_OUT"));
            var other = persons(reasons.path("REMOVED")) + persons(reasons.path("CORRECTED")) + persons(reasons.path("OTHER"));
            out.printf("| %d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %s |%n", year.year(),
                    persons(flow.path("opening")), -persons(reasons.path("EXIT")), persons(reasons.path("NEW")),
                    persons(reasons.path("RETURNED")), natural, moved, other, persons(flow.path("closing")),
                    incidence.path("denominator").asLong(), incidence.path("rate").asString());
            if (year.year() > 2015) {
                right &= -persons(reasons.path("EXIT")) == year.exits() && persons(reasons.path("NEW")) == year.identified()
                        && persons(reasons.path("RETURNED")) == year.returned()
                        && natural == year.births() + year.marriedIn() - year.deaths() - year.marriedOut() && moved == 0
                        && other == 0;
            }
        }
        out.println(right ? "as published" : "NOT as published");
        return right;
    }
}
