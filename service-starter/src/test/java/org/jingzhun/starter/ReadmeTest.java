package org.jingzhun.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeTest {

    static final String README = read();

    @Test
    void theTableOfSettingsIsTheSettingsOfTheCode() {
        var inCode = new TreeSet<String>();
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.jingzhun.starter")
                .stream()
                .filter(type -> type.isAnnotatedWith(ConfigurationProperties.class))
                .map(JavaClass::reflect)
                .forEach(type -> Arrays.stream(type.getRecordComponents()).forEach(component -> inCode
                        .add(type.getAnnotation(ConfigurationProperties.class).value() + "." + dashed(component.getName()))));

        var inReadme = new TreeSet<String>();
        Pattern.compile("^\\| `(jingzhun\\.[a-z.-]+)` \\|", Pattern.MULTILINE).matcher(README).results()
                .forEach(row -> inReadme.add(row.group(1)));

        assertThat(inReadme).isEqualTo(inCode).hasSizeGreaterThan(10);
    }

    @Test
    void everyPackageIsInTheTable() {
        var packages = new TreeSet<String>();
        new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.jingzhun.starter")
                .forEach(type -> packages.add(type.getPackageName()));
        packages.remove("org.jingzhun.starter");

        assertThat(packages).isNotEmpty()
                .allSatisfy(
                        name -> assertThat(README).contains("| `" + name.substring("org.jingzhun.starter.".length()) + "` |"));
    }

    private static String dashed(String component) {
        return ConfigurationPropertyName.adapt(component.replaceAll("([A-Z])", "-$1"), '.').toString();
    }

    private static String read() {
        try {
            return Files.readString(Path.of(System.getProperty("jingzhun.root"), "service-starter", "README.md"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
