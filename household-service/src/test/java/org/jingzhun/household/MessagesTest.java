package org.jingzhun.household;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

class MessagesTest {

    @Test
    void everySentenceIsThereInBothLanguages() throws IOException {
        assertThat(load("en").keySet()).isEqualTo(load("zh_CN").keySet());
    }

    @Test
    void everyProblemIsExplained() throws IOException {
        var explained = Files.readString(Path.of(System.getProperty("jingzhun.root"), "docs", "problems.md"));

        assertThat(load("en").stringPropertyNames().stream().filter(key -> key.endsWith(".title")))
                .allSatisfy(key -> assertThat(explained).contains("### " + key.replace(".title", "") + "\n"));
    }

    private static Properties load(String language) throws IOException {
        return PropertiesLoaderUtils.loadProperties(
                new EncodedResource(new ClassPathResource("problems_" + language + ".properties"), StandardCharsets.UTF_8));
    }
}
