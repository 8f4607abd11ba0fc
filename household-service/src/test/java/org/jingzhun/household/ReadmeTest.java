package org.jingzhun.household;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeTest {

    @Test
    void theTableOfSettingsIsWhatTheServiceReads() throws IOException {
        var module = Path.of(System.getProperty("jingzhun.root"), "household-service");

        var described = names(Files.readString(module.resolve("README.md")), "(?m)^\\| `([A-Z_]+)` \\|");
        var read = names(Files.readString(module.resolve("src/main/resources/application.yml")), "\\$\\{([A-Z_]+)[:}]");

        assertThat(described).isNotEmpty().isEqualTo(read);
    }

    private static Set<String> names(String text, String pattern) {
        var names = new TreeSet<String>();
        Pattern.compile(pattern).matcher(text).results().forEach(match -> names.add(match.group(1)));
        return names;
    }
}
