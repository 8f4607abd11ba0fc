package org.jingzhun.household.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The numbers in the rules: data with a first and a last day, a source, and the division that sets them (empty: the country). */
public final class Thresholds {

    private final List<Line> lines;
    private final Set<String> divided;
    private final Map<Question, OptionalInt> answers = new ConcurrentHashMap<>();
    private volatile Day latest = new Day(LocalDate.MIN, Map.of());

    private Thresholds(List<Line> lines) {
        this.lines = lines;
        this.divided = lines.stream().filter(line -> !line.division.isEmpty()).map(Line::name).collect(Collectors.toSet());
    }

    /** Those that come with the suite (rules/thresholds.csv). */
    public static Thresholds shipped() {
        return of(ShippedTable.lines("thresholds.csv"));
    }

    /** Lines of name, division (may be empty), value, first day, first day no longer valid (may be empty), source. */
    static Thresholds of(List<String> csv) {
        var lines = new ArrayList<Line>();
        for (var written : csv) {
            var parts = written.split(",", 6);
            lines.add(new Line(parts[0], parts[1], Integer.parseInt(parts[2]), LocalDate.parse(parts[3]),
                    parts[4].isEmpty() ? LocalDate.MAX : LocalDate.parse(parts[4])));
        }
        return new Thresholds(lines);
    }

    /** The value of a threshold on a day, in the whole country. */
    public int on(String name, LocalDate day) {
        var known = latest;
        if (!known.day.equals(day)) {
            known = new Day(day, new ConcurrentHashMap<>());
            latest = known;
        }
        var value = known.values.get(name);
        if (value == null) {
            value = on(name, day, "").orElseThrow(() -> new IllegalStateException("no threshold " + name + " on " + day));
            known.values.put(name, value);
        }
        return value;
    }

    /** The value of a threshold on a day in a village: of the smallest division that has one; empty where there is none. */
    public OptionalInt on(String name, LocalDate day, String village) {
        var question = new Question(name, day, divided.contains(name) ? village : "");
        var known = answers.get(question);
        return known == null ? answers.computeIfAbsent(question, this::find) : known;
    }

    private OptionalInt find(Question question) {
        return lines.stream()
                .filter(line -> line.name.equals(question.name) && question.village.startsWith(line.division)
                        && line.holdsOn(question.day))
                .max(Comparator.comparingInt(line -> line.division.length())).stream().mapToInt(Line::value).findFirst();
    }

    /** What was asked of one day: of thousands of rows one after the other it is the same. */
    private record Day(LocalDate day, Map<String, Integer> values) {}

    private record Question(String name, LocalDate day, String village) {}

    private record Line(String name, String division, int value, LocalDate from, LocalDate until) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }
}
