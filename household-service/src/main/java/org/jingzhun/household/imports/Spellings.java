package org.jingzhun.household.imports;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.template.Template;
import org.jspecify.annotations.Nullable;

/** The fields that a heading means: as the lists publish it, or in another spelling that workbooks have (templates/headings.csv). */
final class Spellings {

    private static final Pattern NOISE = Pattern.compile("[\\s*:：“”\"]|\\p{Cf}");
    private static final Map<String, List<Field>> KNOWN = known();

    private Spellings() {}

    /** One field, or the several that one column has side by side; null for a heading that nobody knows. */
    static @Nullable List<Field> of(String title) {
        var plain = plain(title);
        var found = KNOWN.get(plain);
        while (found == null) { // a unit or a remark may follow: （元）
            var bracket = plain.lastIndexOf('(');
            if (bracket <= 0 || !plain.endsWith(")")) {
                return null;
            }
            plain = plain.substring(0, bracket);
            found = KNOWN.get(plain);
        }
        return found;
    }

    /** One spelling for what differs in brackets, blanks, marks of duty and "whether". */
    private static String plain(String title) {
        var plain = NOISE.matcher(Normalizer.normalize(title, Normalizer.Form.NFKC)).replaceAll("").toLowerCase(Locale.ROOT);
        return plain.startsWith("是否") ? plain.substring(2) : plain;
    }

    private static Map<String, List<Field>> known() {
        var known = new HashMap<String, List<Field>>();
        for (var field : Field.values()) {
            known.put(plain(field.heading()), List.of(field));
        }
        for (var template : Template.values()) {
            template.columns().forEach(column -> known.put(plain(column.heading()), List.of(column.field())));
        }
        variants(known);
        for (var heading : List.copyOf(known.keySet())) { // 耕地面积（亩） is known without its unit as well
            var bracket = heading.lastIndexOf('(');
            if (bracket > 0 && heading.endsWith(")")) {
                known.putIfAbsent(heading.substring(0, bracket), known.getOrDefault(heading, List.of()));
            }
        }
        return Map.copyOf(known);
    }

    private static void variants(Map<String, List<Field>> known) {
        try (var in = Spellings.class.getResourceAsStream("/templates/headings.csv")) {
            if (in == null) {
                throw new IllegalStateException("templates/headings.csv is missing");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().skip(1).forEach(line -> {
                var parts = line.split(",", 3);
                known.put(plain(parts[1]), Arrays.stream(parts[0].split("\\+")).map(Field::valueOf).toList());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
