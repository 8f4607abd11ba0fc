package org.jingzhun.standalone.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jingzhun.standalone.text.Refusal;

/**
 * Every value from outside, by the name of its environment variable; README.md of this module has the table.
 *
 * @param home the folder of the sources, where the jars are built
 */
public record Settings(Path home, Map<String, String> given) {

    private static final List<String> ON = List.of("true", "on", "yes", "1");

    /** Options win over the environment. */
    public static Settings of(Path home, Options options, Map<String, String> environment) {
        var given = new HashMap<>(environment);
        given.putAll(options.settings());
        given.values().removeIf(String::isBlank);
        return new Settings(home.toAbsolutePath().normalize(), Map.copyOf(given));
    }

    /** {@code --lang}, then the language of the terminal. Chinese if that is Chinese, else English. */
    public static Locale language(Map<String, String> given) {
        for (var name : List.of("JINGZHUN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")) {
            var value = given.getOrDefault(name, "");
            if (!value.isBlank()) {
                return value.toLowerCase(Locale.ROOT).startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
            }
        }
        return Locale.ENGLISH;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name));
    }

    public String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    public int number(String name, int otherwise) {
        var value = text(name, String.valueOf(otherwise));
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException _) {
            throw new Refusal("setting-not-a-number", name, value);
        }
    }

    public boolean on(String name, boolean otherwise) {
        return ON.contains(text(name, String.valueOf(otherwise)).toLowerCase(Locale.ROOT));
    }

    public Path data() {
        return path("JINGZHUN_DATA", home.resolve("data"));
    }

    /** Beside the data folder, never in it: a copy of the data alone must be unreadable. */
    public Path keys() {
        return path("JINGZHUN_KEYS", data().resolveSibling("keys"));
    }

    /** Where the programs of the engines are unpacked to; may be shared by several installations. */
    public Path engines() {
        return path("JINGZHUN_ENGINES", data().resolve("engine"));
    }

    public Path logs() {
        return data().resolve("logs");
    }

    public Path run() {
        return data().resolve("run");
    }

    public boolean demo() {
        return on("JINGZHUN_DEMO", false);
    }

    public int publicPort() {
        return number("JINGZHUN_PORT", 8080);
    }

    public String publicUrl() {
        return text("PUBLIC_URL", "http://localhost:" + publicPort());
    }

    /** How long one child may take until it is ready. A busy machine or a first start needs minutes. */
    public Duration startTimeout() {
        return Duration.ofSeconds(number("JINGZHUN_START_TIMEOUT", 300));
    }

    private Path path(String name, Path otherwise) {
        return text(name).map(Path::of).orElse(otherwise).toAbsolutePath().normalize();
    }
}
