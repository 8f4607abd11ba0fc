package org.jingzhun.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("jingzhun.root"));

    @Test
    void theTableOfSettingsIsWhatTheServiceReads() throws IOException {
        var module = ROOT.resolve("identity-service");

        var described = names(Files.readString(module.resolve("README.md")), "(?m)^\\| `([A-Z_]+)` \\|");
        var read = names(Files.readString(module.resolve("src/main/resources/application.yml")), "\\$\\{([A-Z_]+)[:}]");

        assertThat(described).isNotEmpty().isEqualTo(read);
    }

    @Test
    void everySentenceIsThereInBothLanguages() throws IOException {
        assertThat(load("problems_en").keySet()).isEqualTo(load("problems_zh_CN").keySet());
        assertThat(load("messages_en").keySet()).isEqualTo(load("messages").keySet());
    }

    @Test
    void everyProblemIsExplained() throws IOException {
        var explained = Files.readString(ROOT.resolve("docs/problems.md"));

        assertThat(load("problems_en").stringPropertyNames().stream().filter(key -> key.endsWith(".title")))
                .allSatisfy(key -> assertThat(explained).contains("### " + key.replace(".title", "") + "\n"));
    }

    private static Properties load(String name) throws IOException {
        return PropertiesLoaderUtils
                .loadProperties(new EncodedResource(new ClassPathResource(name + ".properties"), StandardCharsets.UTF_8));
    }

    private static Set<String> names(String text, String pattern) {
        var names = new TreeSet<String>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }
}
