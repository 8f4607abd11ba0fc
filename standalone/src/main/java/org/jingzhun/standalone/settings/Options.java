package org.jingzhun.standalone.settings;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jingzhun.standalone.text.Refusal;

/** The words after {@code ./start}: each is a shorter way to write one environment variable. */
public record Options(boolean help, Map<String, String> settings) {

    private static final Map<String, String> WITH_VALUE = Map.of(
            "--port", "JINGZHUN_PORT",
            "--data", "JINGZHUN_DATA",
            "--keys", "JINGZHUN_KEYS",
            "--lang", "JINGZHUN_LANG");
    private static final Set<String> HELP = Set.of("--help", "-h");

    public static Options of(List<String> words) {
        return of(words, Map.of());
    }

    /** For a command with options of its own, each with a value. */
    public static Options of(List<String> words, Map<String, String> own) {
        var withValue = new LinkedHashMap<>(WITH_VALUE);
        withValue.putAll(own);
        var settings = new LinkedHashMap<String, String>();
        var help = false;
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            var word = rest.removeFirst();
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (HELP.contains(word)) {
                help = true;
            } else if (word.equals("--demo")) {
                settings.put("JINGZHUN_DEMO", "true");
            } else if (withValue.containsKey(name)) {
                settings.put(withValue.get(name), equals < 0 ? value(word, rest) : word.substring(equals + 1));
            } else {
                throw new Refusal("option-unknown", word);
            }
        }
        return new Options(help, Map.copyOf(settings));
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new Refusal("option-without-value", option);
        }
        return rest.removeFirst();
    }
}
