package org.jingzhun.standalone.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    private static final Pattern KEY = Pattern
            .compile("(?:new Refusal\\(|console\\.(?:say|print)\\()\\s*\"([a-z-]+)\"");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private final ResourceBundle chinese = bundle(Locale.CHINESE);
    private final ResourceBundle english = bundle(Locale.ENGLISH);

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (var key : english.keySet()) {
            assertThat(places(chinese.getString(key))).as(key).isEqualTo(places(english.getString(key)));
        }
    }

    @Test
    void everythingThatIsSaidHasItsSentenceAndNoSentenceIsLeftOver() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                KEY.matcher(Files.readString(file)).results().forEach(it -> used.add(it.group(1)));
            }
        }
        used.add("refused");

        assertThat(used).isEqualTo(new TreeSet<>(english.keySet()));
    }

    @Test
    void aPortIsWrittenAsItIs() {
        assertThat(new Words(Locale.ENGLISH).of("port-taken", 13306, "MariaDB", "JINGZHUN_MARIADB_PORT"))
                .startsWith("Port 13306 for MariaDB");
    }

    private static TreeSet<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(it -> it.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("org.jingzhun.standalone.text.words", language);
    }
}
