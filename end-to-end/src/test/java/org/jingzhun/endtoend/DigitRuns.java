package org.jingzhun.endtoend;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks for many known numbers at once in a file of any size: every run of digits (and X) that holds one of them is named. */
final class DigitRuns {

    private DigitRuns() {}

    static List<String> in(Path file, Set<String> numbers) throws IOException {
        var found = new ArrayList<String>();
        try (var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            var run = new StringBuilder();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next >= '0' && next <= '9' || next == 'X') {
                    run.append((char) next);
                } else {
                    check(file, run, numbers, found);
                }
            }
            check(file, run, numbers, found);
        }
        return found;
    }

    private static void check(Path file, StringBuilder run, Set<String> numbers, List<String> found) {
        for (int length : List.of(11, 18)) {
            for (int from = 0; from + length <= run.length(); from++) {
                var word = run.substring(from, from + length);
                if (numbers.contains(word)) {
                    found.add(file.getFileName() + ": " + word);
                }
            }
        }
        run.setLength(0);
    }
}
