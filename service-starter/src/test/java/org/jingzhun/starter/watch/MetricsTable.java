package org.jingzhun.starter.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** docs/metrics.md: which metric stands where. */
final class MetricsTable {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9_]+)` \\| ([^|]+?) \\|");
    private static final Pattern USED = Pattern
            .compile("\\b((?:jingzhun|http|jvm|process|hikaricp|dbscheduler|resilience4j)_[a-z0-9_]+)");

    private MetricsTable() {}

    static Set<String> of(String where) throws IOException {
        return rows(where);
    }

    static Set<String> all() throws IOException {
        return rows("");
    }

    static boolean shows(String endpoint, String metric) {
        return Pattern.compile("(?m)^" + metric + "[ {]").matcher(endpoint).find();
    }

    static Set<String> usedIn(String dashboard) {
        var used = new TreeSet<String>();
        USED.matcher(dashboard).results().forEach(it -> used.add(it.group(1)));
        return used;
    }

    private static Set<String> rows(String where) throws IOException {
        var names = new TreeSet<String>();
        ROW.matcher(Files.readString(Path.of("../docs/metrics.md"))).results()
                .filter(it -> where.isEmpty() || it.group(2).equals(where)).forEach(it -> names.add(it.group(1)));
        return names;
    }
}
