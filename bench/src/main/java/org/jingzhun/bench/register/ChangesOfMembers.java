package org.jingzhun.bench.register;

import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A field is corrected from today on, each time in another household: in one county, in many, and at a steady rate. It is one of the head that
 * nobody is told of and no figure counts, or the household's state of exit, which is told and counted.
 */
final class ChangesOfMembers {

    private final Suite suite;
    private final LocalDate today;
    private final boolean told;

    ChangesOfMembers(Suite suite, LocalDate today, boolean told) {
        this.suite = suite;
        this.today = today;
        this.told = told;
    }

    private record Target(String household, String person, String exitState, String tag) {}

    void run(String county, List<String> counties, int writers, int changes, int perSecond, int rounds, PrintStream out)
            throws Exception {
        var inOne = new Numbers(county);
        var inMany = counties.stream().map(Numbers::new).toList();
        var one = new ArrayList<Load.Figures>();
        var many = new ArrayList<Load.Figures>();
        var steady = new ArrayList<Load.Figures>();
        for (var round = 0; round < rounds; round++) {
            one.add(closed(List.of(inOne), writers, changes));
            if (!inMany.isEmpty()) {
                many.add(closed(inMany, writers, changes));
            }
            var targets = targets(List.of(inOne), changes);
            steady.add(Load.constant(perSecond, targets.size(), number -> change(targets.get(number))));
        }
        out.println(Load.heading());
        out.println(Load.line(writers + " writers in " + county, one));
        if (!many.isEmpty()) {
            out.println(Load.line(writers + " writers in " + counties.size() + " counties", many));
        }
        out.println(Load.line("steadily " + perSecond + "/s in " + county, steady));
    }

    /** Only the steady part. */
    void steadily(String county, int perSecond, int changes, PrintStream out) throws Exception {
        var targets = targets(List.of(new Numbers(county)), changes);
        out.println(Load.heading());
        out.println(Load.line("steadily " + perSecond + "/s in " + county,
                List.of(Load.constant(perSecond, targets.size(), number -> change(targets.get(number))))));
    }

    private Load.Figures closed(List<Numbers> places, int writers, int changes) throws Exception {
        var targets = targets(places, changes);
        return Load.closed(writers, targets.size(), 600, number -> change(targets.get(number)));
    }

    private boolean change(Target target) throws Exception {
        var correction = told
                ? Map.of("field", "exitState", "value", target.exitState.equals("2") ? "4" : "2")
                : Map.of("person", target.person, "field", "workService", "value", "岗位信息 " + System.nanoTime() % 1_000_000);
        return suite.post("/changes", Map.of("action", "correct-fields", "household", target.household, "effectiveOn",
                today.toString(), "reason", "measuring", "evidence", "none", "corrections", List.of(correction)), target.tag)
                .status() == 201;
    }

    /** Households that nobody has changed yet, from the places in turn, as they are now. */
    private List<Target> targets(List<Numbers> places, int count) throws Exception {
        var numbers = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            numbers.add(places.get(i % places.size()).next());
        }
        var targets = new ConcurrentHashMap<Integer, Target>();
        Load.closed(16, count, 600, i -> {
            var found = suite.get("/households/" + numbers.get(i)).must(200);
            targets.put(i, new Target(numbers.get(i), found.json().path("members").path(0).path("number").asString(),
                    found.json().path("exitState").asString(""), found.tag()));
            return true;
        });
        if (targets.size() < count) {
            throw new IllegalStateException("only %d of %d households could be read".formatted(targets.size(), count));
        }
        return List.copyOf(targets.values());
    }

    /** The households of an area, page by page. */
    private final class Numbers {

        private final String area;
        private final List<String> waiting = new ArrayList<>();
        private String after = "";
        private boolean ended;

        Numbers(String area) {
            this.area = area;
        }

        String next() throws Exception {
            while (waiting.isEmpty() && !ended) {
                var page = suite.get("/households?limit=200&area=" + area + (told ? "&type=1" : "")
                        + (after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8))).must(200).json();
                page.path("items").forEach(item -> waiting.add(item.path("number").asString()));
                after = page.path("next").isString() ? page.path("next").asString() : "";
                ended = after.isEmpty();
            }
            if (waiting.isEmpty()) {
                throw new IllegalStateException(area + " has too few households for so many changes");
            }
            return waiting.removeLast();
        }
    }
}
