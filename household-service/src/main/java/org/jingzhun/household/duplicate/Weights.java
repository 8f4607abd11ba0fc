package org.jingzhun.household.duplicate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each likeness counts, and from which score on a pair is raised: data with a first and a last day, and a source.
 *
 * @param version the first day of the youngest line in force
 */
record Weights(Map<String, Integer> values, String version) {

    Weights {
        values = Map.copyOf(values);
    }

    /** Those that come with the suite (duplicates/weights.csv), as they hold on a day. */
    static Weights on(LocalDate day) {
        try (var in = Weights.class.getResourceAsStream("/duplicates/weights.csv")) {
            if (in == null) {
                throw new IllegalStateException("duplicates/weights.csv is missing");
            }
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return of(reader.lines().skip(1).filter(line -> !line.isBlank()).toList(), day);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of name, value, first day, first day no longer valid (may be empty), source. */
    static Weights of(List<String> csv, LocalDate day) {
        var values = new HashMap<String, Integer>();
        var days = new ArrayList<LocalDate>();
        for (var written : csv) {
            var parts = written.split(",", 5);
            var from = LocalDate.parse(parts[2]);
            if (!day.isBefore(from) && (parts[3].isEmpty() || day.isBefore(LocalDate.parse(parts[3])))) {
                values.put(parts[0], Integer.parseInt(parts[1]));
                days.add(from);
            }
        }
        return new Weights(values, days.stream().max(Comparator.naturalOrder()).orElseThrow().toString());
    }

    int of(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("no weight " + name);
        }
        return value;
    }
}
