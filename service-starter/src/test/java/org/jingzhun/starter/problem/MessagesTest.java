package org.jingzhun.starter.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MessagesTest {

    static final String STARTER = "org/jingzhun/starter/problem/problems";

    @ParameterizedTest
    @ValueSource(strings = {STARTER, "ValidationMessages"})
    void bothLanguagesSayTheSame(String bundle) throws IOException {
        var chinese = read(bundle + "_zh_CN.properties");
        var english = read(bundle + "_en.properties");

        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        english.forEach((key, text) -> assertThat(arguments(text)).as(key.toString())
                .isEqualTo(arguments(chinese.get(key))));
    }

    @Test
    void everyTypeIsExplained() throws IOException {
        var catalogue = Files.readString(Path.of(System.getProperty("jingzhun.root"), "docs", "problems.md"));

        var types = read(STARTER + "_en.properties").keySet().stream().map(Object::toString)
                .filter(key -> key.endsWith(".title")).map(key -> key.substring(0, key.length() - 6)).toList();

        assertThat(types).hasSizeGreaterThan(20).allSatisfy(type -> assertThat(catalogue).contains("### " + type + "\n"));
    }

    @Test
    void aProblemWithoutAMessageIsAMistakeOfOurs() {
        var problems = new ProblemAutoConfiguration().problems();

        assertThatThrownBy(() -> problems.of(HttpStatus.CONFLICT, "never-written")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersInMessagesArePrintedAsTheyAre() {
        var problems = new ProblemAutoConfiguration().problems();

        assertThat(problems.in(Locale.ENGLISH, HttpStatus.FORBIDDEN, "area-not-yours", 451481).getDetail()).contains("451481");
    }

    private static Properties read(String name) throws IOException {
        return PropertiesLoaderUtils.loadProperties(new EncodedResource(new ClassPathResource(name), "UTF-8"));
    }

    private static Set<String> arguments(Object text) {
        return Pattern.compile("\\{\\w+}").matcher(text.toString()).results().map(it -> it.group()).collect(Collectors.toSet());
    }
}
