package org.jingzhun.gateway;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written beside the code agrees with it. */
class SettingsTest {

    static final JavaClasses code = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.jingzhun.gateway");

    @Test
    void everySettingStandsInTheReadmeAndEverySettingOfTheReadmeExists() throws IOException {
        var used = names("\\$\\{([A-Z_]+)", Files.readString(Path.of("src/main/resources/application.yml")));
        var described = names("`([A-Z]+(?:_[A-Z]+)+)`", Files.readString(Path.of("README.md")));

        assertThat(described).isEqualTo(used);
    }

    @Test
    void everyProblemIsSaidInBothLanguages() throws IOException {
        var chinese = texts("gateway_problems.properties");

        assertThat(texts("gateway_problems_en.properties").keySet()).isEqualTo(chinese.keySet());
        assertThat(chinese.values()).allSatisfy(text -> assertThat((String) text).containsPattern("\\p{IsHan}"));
    }

    @Test
    void everyProblemStandsInTheReadme() throws IOException {
        var readme = Files.readString(Path.of("README.md"));

        assertThat(texts("gateway_problems.properties").stringPropertyNames().stream()
                .filter(key -> key.endsWith(".title"))
                .map(key -> "`" + key.replace(".title", "") + "`"))
                .allSatisfy(slug -> assertThat(readme).contains(slug));
    }

    @Test
    void packagesDoNotDependOnEachOtherInCircles() {
        SlicesRuleDefinition.slices().matching("org.jingzhun.gateway.(*)..").should().beFreeOfCycles().check(code);
    }

    @Test
    void timeIsGivenNotTaken() {
        ArchRuleDefinition.noClasses().should().callMethod(LocalDate.class, "now").orShould().callMethod(Instant.class, "now")
                .check(code);
    }

    private static TreeSet<String> names(String pattern, String text) {
        var names = new TreeSet<String>();
        Pattern.compile(pattern).matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        texts.load(new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8));
        return texts;
    }
}
