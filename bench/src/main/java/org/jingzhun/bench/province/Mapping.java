package org.jingzhun.bench.province;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jingzhun.bench.generator.CountyRegister;

/** A field of the generator and the column that it goes to ({@code columns.csv}); coded ones by the name of their list. */
record Mapping(String column, int place, Map<String, String> codes) {

    private static final String NULL = "\\N";
    private static final Map<String, Map<String, String>> LISTS = lists();
    private static final Map<String, List<Mapping>> TABLES = rows("/org/jingzhun/bench/province/columns.csv").stream()
            .collect(Collectors.groupingBy(List::getFirst,
                    Collectors.mapping(row -> new Mapping(row.get(2), CountyRegister.place(row.get(1)),
                            row.get(3).equals("text") ? Map.of() : Objects.requireNonNull(LISTS.get(row.get(3)), row.get(3))),
                            Collectors.toList())));

    static List<Mapping> of(String table) {
        return Objects.requireNonNull(TABLES.get(table), table);
    }

    /** The code of a name. */
    static String code(String list, String name) {
        var code = Objects.requireNonNull(LISTS.get(list), list).get(name);
        if (code == null) {
            throw new IllegalStateException("list " + list + " does not know " + name);
        }
        return code;
    }

    /** As a file for LOAD DATA has it. Of several health states each has its code. */
    String value(CountyRegister.Member member) {
        var text = member.text(place);
        if (text.isEmpty()) {
            return NULL;
        }
        if (codes.isEmpty()) {
            return text;
        }
        return Arrays.stream(text.split(",", -1)).map(part -> Objects.requireNonNull(codes.get(part), part)).sorted()
                .collect(Collectors.joining(","));
    }

    private static Map<String, Map<String, String>> lists() {
        var lists = new HashMap<String, Map<String, String>>();
        rows("/codelists/code-lists.csv")
                .forEach(row -> lists.computeIfAbsent(row.getFirst(), list -> new HashMap<>()).put(row.get(2), row.get(1)));
        return lists;
    }

    private static List<List<String>> rows(String resource) {
        var in = Objects.requireNonNull(Mapping.class.getResourceAsStream(resource), resource);
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> List.of(line.split(",", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
