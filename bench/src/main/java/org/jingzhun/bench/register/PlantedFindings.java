package org.jingzhun.bench.register;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Holds the findings of the running register to the lists of what the generator planted, kind by kind. */
final class PlantedFindings {

    private final Suite suite;
    private final String area;

    PlantedFindings(Suite suite, String area) {
        this.suite = suite;
        this.area = area;
    }

    /** Prints a line for each kind, and what was found that nobody planted. Returns whether all was found and nothing else. */
    boolean compare(List<Path> lists, PrintStream out) throws Exception {
        var open = open();
        var planted = new HashSet<Found>();
        var kinds = new TreeMap<String, Kind>();
        for (var list : lists) {
            for (var line : Files.readAllLines(list).stream().skip(1).toList()) {
                var cells = line.split(",", -1);
                var ofHousehold = new Found(cells[2], cells[4], "");
                var found = open.contains(ofHousehold) ? ofHousehold : new Found(cells[2], cells[4], cells[5]);
                planted.add(found);
                kinds.computeIfAbsent(cells[1] + " | " + cells[2], kind -> new Kind()).count(open.contains(found));
            }
        }
        out.println("| kind | rule | planted | found |\n|---|---|--:|--:|");
        kinds.forEach((name, kind) -> out.printf("| %s | %,d | %,d |%n", name, kind.planted, kind.found));
        var missing = kinds.values().stream().mapToInt(kind -> kind.planted - kind.found).sum();
        var others = new TreeMap<String, Integer>();
        open.stream().filter(found -> !planted.contains(found)).forEach(found -> others.merge(found.rule, 1, Integer::sum));
        out.printf("%n%,d kinds, %,d planted, %,d missing; open findings in all %,d, of them not planted: %s%n", kinds.size(),
                planted.size(), missing, open.size(), others.isEmpty() ? "none" : others);
        return missing == 0 && others.isEmpty();
    }

    private Set<Found> open() throws IOException, InterruptedException {
        var open = new HashSet<Found>();
        var after = "";
        do {
            var page = suite.get("/findings?limit=200&area=" + area
                    + (after.isEmpty() ? "" : "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8))).must(200).json();
            page.path("items").forEach(item -> open.add(new Found(item.path("rule").asString(), item.path("household").asString(),
                    item.path("person").isString() ? item.path("person").asString() : "")));
            after = page.path("next").isString() ? page.path("next").asString() : "";
        } while (!after.isEmpty());
        return open;
    }

    /** A rule, a household and, where it is one of a person, his number: a member's row can make a rule speak of his household. */
    private record Found(String rule, String household, String person) {}

    private static final class Kind {

        private int planted;
        private int found;

        void count(boolean isFound) {
            planted++;
            found += isFound ? 1 : 0;
        }
    }
}
