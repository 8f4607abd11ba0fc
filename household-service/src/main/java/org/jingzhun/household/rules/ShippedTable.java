package org.jingzhun.household.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables of data that come with the suite, as CSV without quotes: the rules are nothing without them. */
final class ShippedTable {

    private ShippedTable() {}

    /** The lines of a table below its headings. */
    static List<String> lines(String name) {
        try (var in = ShippedTable.class.getResourceAsStream("/rules/" + name)) {
            if (in == null) {
                throw new IllegalStateException("rules/" + name + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().skip(1)
                    .filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
