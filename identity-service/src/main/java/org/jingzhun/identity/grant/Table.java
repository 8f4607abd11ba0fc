package org.jingzhun.identity.grant;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.springframework.core.io.ClassPathResource;

/** A small table of docs/: a heading line, then one record per line, commas between, none inside. */
record Table(List<List<String>> rows) {

    static Table read(String file, String heading) {
        try {
            var lines = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            if (lines.isEmpty() || !lines.getFirst().equals(heading)) {
                throw new IllegalStateException("%s does not begin with the line %s".formatted(file, heading));
            }
            var columns = heading.split(",", -1).length;
            var rows = lines.stream().skip(1).map(line -> List.of(line.split(",", -1))).toList();
            rows.stream().filter(row -> row.size() != columns).findFirst().ifPresent(row -> {
                throw new IllegalStateException("%s: not %s: %s".formatted(file, heading, row));
            });
            return new Table(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
