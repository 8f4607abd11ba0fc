package org.jingzhun.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jingzhun.standalone.engine.Redis;
import org.jingzhun.standalone.service.Service;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeTest {

    private static final Pattern IN_CODE = Pattern.compile("\"(JINGZHUN_[A-Z_]+[A-Z])\"");
    private static final Pattern IN_TABLE = Pattern.compile("(?m)^\\| `(JINGZHUN_[A-Z_]+)`");

    @Test
    void theTableListsEverySettingAndNoOther() throws IOException {
        var known = new TreeSet<String>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                known.addAll(found(IN_CODE, Files.readString(file)));
            }
        }
        for (var service : Service.values()) {
            known.add(service.portSetting());
            known.add(service.managementPortSetting());
            known.add("JINGZHUN_%s_JAVA_OPTIONS".formatted(service));
        }
        for (var use : Redis.Use.values()) {
            known.add("JINGZHUN_REDIS_%s_PORT".formatted(use));
            known.add("JINGZHUN_REDIS_%s_MEMORY".formatted(use));
        }

        assertThat(found(IN_TABLE, Files.readString(Path.of("README.md")))).isEqualTo(known);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
