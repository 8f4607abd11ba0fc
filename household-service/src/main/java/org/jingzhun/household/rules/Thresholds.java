package org.jingzhun.household.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The numbers in the rules: data with a first and a last day, and a source. */
public final class Thresholds {

    private final List<Line> lines;
    private final Map<Question, Integer> answers = new ConcurrentHashMap<>();

    private Thresholds(List<Line> lines) {
        this.lines = lines;
    }

    /** Those that come with the suite (rules/thresholds.csv). */
    public static Thresholds shipped() {
        try (var in = Thresholds.class.getResourceAsStream("/rules/thresholds.csv")) {
            if (in == null) {
                throw new IllegalStateException("rules/thresholds.csv is missing");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return of(reader.lines().skip(1).filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of name, value, first day, first day no longer valid (may be empty), source. */
    static Thresholds of(List<String> csv) {
        var lines = new ArrayList<Line>();
        for (var written : csv) {
            var parts = written.split(",", 5);
            lines.add(new Line(parts[0], Integer.parseInt(parts[1]), LocalDate.parse(parts[2]),
                    parts[3].isEmpty() ? LocalDate.MAX : LocalDate.parse(parts[3])));
        }
        return new Thresholds(lines);
    }

    /** The value of a threshold on a day. */
    public int on(String name, LocalDate day) {
        return answers.computeIfAbsent(new Question(name, day), this::find);
    }

    private int find(Question question) {
        return lines.stream().filter(line -> line.name.equals(question.name) && line.holdsOn(question.day)).findFirst()
                .orElseThrow(() -> new IllegalStateException("no threshold " + question.name + " on " + question.day)).value;
    }

    private record Question(String name, LocalDate day) {}

    private record Line(String name, int value, LocalDate from, LocalDate until) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(until);
        }
    }
}
