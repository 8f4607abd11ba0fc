package org.jingzhun.bench.generator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** A table that comes with the program: comma separated, first row headings, nothing quoted. Read once. */
final class Table {

    private static final Map<String, List<List<String>>> READ = new ConcurrentHashMap<>();

    private Table() {}

    static List<List<String>> rows(String resource) {
        return READ.computeIfAbsent(resource, Table::read);
    }

    private static List<List<String>> read(String resource) {
        var in = Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
