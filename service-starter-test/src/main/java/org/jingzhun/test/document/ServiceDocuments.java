package org.jingzhun.test.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** README, settings and problem texts of a module: {@code ServiceDocuments.of("household-service").check()}. */
public final class ServiceDocuments {

    private final Path root = Path.of(System.getProperty("jingzhun.root"));
    private final Path module;

    private ServiceDocuments(String module) {
        this.module = root.resolve(module);
    }

    public static ServiceDocuments of(String module) {
        return new ServiceDocuments(module);
    }

    /** All of it. */
    public void check() {
        theReadmeNamesEverySetting();
        everySentenceIsThereInBothLanguages();
        everyProblemIsExplained();
    }

    /** The table of settings in README.md names exactly the variables that application.yml reads. */
    public void theReadmeNamesEverySetting() {
        var described = names(read(module.resolve("README.md")), "(?m)^\\| `([A-Z_]+)` \\|");
        var asked = names(read(module.resolve("src/main/resources/application.yml")), "\\$\\{([A-Z_]+)[:}]");
        if (described.isEmpty() || !described.equals(asked)) {
            throw new AssertionError("README.md describes %s, application.yml reads %s".formatted(described, asked));
        }
    }

    /** The problem texts have the same keys in Chinese and English. */
    public void everySentenceIsThereInBothLanguages() {
        var english = texts("en").stringPropertyNames();
        var chinese = texts("zh_CN").stringPropertyNames();
        if (english.isEmpty() || !english.equals(chinese)) {
            throw new AssertionError("problems_en has %s, problems_zh_CN %s".formatted(english, chinese));
        }
    }

    /** docs/problems.md has a paragraph for each. */
    public void everyProblemIsExplained() {
        var explained = read(root.resolve("docs").resolve("problems.md"));
        var missing = texts("en").stringPropertyNames().stream().filter(key -> key.endsWith(".title"))
                .map(key -> key.replace(".title", "")).filter(slug -> !explained.contains("### " + slug + "\n")).toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("docs/problems.md does not explain " + missing);
        }
    }

    private static Properties texts(String language) {
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(
                    new ClassPathResource("problems_" + language + ".properties"), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(String text, String pattern) {
        var names = new TreeSet<String>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
