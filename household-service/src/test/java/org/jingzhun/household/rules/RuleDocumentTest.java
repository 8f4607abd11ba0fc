package org.jingzhun.household.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/quality-rules.md is the catalogue; {@code -Ddocs.write=true} writes its table anew. */
class RuleDocumentTest {

    private static final String BEGIN = "<!-- rules -->\n";

    @Test
    void theDocumentListsTheCatalogue() throws IOException {
        var file = Path.of(System.getProperty("jingzhun.root"), "docs", "quality-rules.md");
        var text = Files.readString(file);
        var written = text.substring(0, text.indexOf(BEGIN) + BEGIN.length()) + table();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(file, written);
        }

        assertThat(Files.readString(file)).isEqualTo(written);
    }

    private static String table() {
        return Catalogue.shipped().all().stream().map(RuleDocumentTest::line).collect(Collectors.joining("\n",
                "\n| rule | number | class | level | about | reach | since | what it says | source |\n|---|---|---|---|---|---|---|---|---|\n",
                "\n"));
    }

    private static String line(RuleEntry rule) {
        var field = Rules.blames(rule.code()).orElse(null);
        return "| `%s`%s | %s | %d | %s | %s | %s | %s | %s | %s |".formatted(rule.code(), rule.isSensitive() ? " (health)" : "",
                String.join(", ", rule.numbers()), rule.kind(), rule.level().name().toLowerCase(Locale.ROOT),
                rule.subject().name().toLowerCase(Locale.ROOT), rule.reach().name().toLowerCase(Locale.ROOT), rule.validFrom(),
                FindingTexts.ofRule(rule.code(), field, Locale.ENGLISH).replace(Field.HOUSEHOLD_NUMBER.label(), "…"),
                rule.source());
    }
}
