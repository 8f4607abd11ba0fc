package org.jingzhun.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What ./start builds, in a tree whose Maven only says what it was asked. */
class StartScriptIT {

    private static final List<String> MODULES = List.of("standalone", "gateway", "identity-service",
            "household-service", "service-starter", "bench");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path home;

    @BeforeEach
    void aTreeThatWasBuilt() throws IOException {
        Files.copy(Path.of("../start"), home.resolve("start"));
        Files.writeString(home.resolve("mvnw"), "#!/bin/sh\necho \"maven: $*\"\n[ ! -e fail ]\n");
        assertThat(home.resolve("mvnw").toFile().setExecutable(true)).isTrue();
        Files.createDirectories(home.resolve("docs"));
        write("pom.xml");
        write("docs/roles.csv");
        for (var module : MODULES) {
            write(module + "/pom.xml");
            write(module + "/src/main/java/A.java");
            Files.createDirectories(home.resolve(module).resolve("target"));
            jar(home.resolve(module).resolve("target/%s-0.1.0.jar".formatted(module)));
        }
    }

    @Test
    void whatIsBuiltAlreadyIsNotBuiltAgain() {
        assertThat(start()).doesNotContain("maven:").contains("launcher: ");
    }

    @Test
    void wordsReachTheLauncherAsTheyWereWritten() {
        assertThat(start("--data", "a folder/with 'quotes'", "--port", "1")).contains(
                "launcher: [--data, a folder/with 'quotes', --port, 1]");
    }

    @Test
    void onlyWhatIsOlderThanItsSourcesIsBuilt() throws IOException {
        touch("household-service/src/main/java/A.java");

        assertThat(start()).contains("package -pl household-service -am").contains("launcher: ");
    }

    @Test
    void whatWasJustBuiltIsFreshAlthoughItsJarCarriesAnOldTime() throws IOException {
        touch("household-service/src/main/java/A.java");
        start();
        Files.setLastModifiedTime(home.resolve("household-service/target/household-service-0.1.0.jar"), LONG_AGO);

        assertThat(start()).doesNotContain("maven:");
    }

    @Test
    void aChangeOfTheStarterBuildsEveryServiceOfIt() throws IOException {
        touch("service-starter/src/main/java/A.java");

        assertThat(start()).contains("-pl gateway,identity-service,household-service -am");
    }

    @Test
    void aServiceThatIsInTheTreeIsBuiltToo() throws IOException {
        write("finance-service/pom.xml");
        write("finance-service/target/classes/application.yml");

        assertThat(start()).contains("package -pl finance-service -am").contains("launcher: ");
    }

    @Test
    void aMissingJarIsBuiltAndTheGeneratorOnlyForTheDemo() throws IOException {
        Files.delete(home.resolve("bench/target/bench-0.1.0.jar"));

        assertThat(start()).doesNotContain("maven:");
        assertThat(start("--demo")).contains("-pl bench -am");
    }

    @Test
    void withoutABuildTheJarsAreTakenAsTheyAre() throws IOException {
        touch("gateway/src/main/java/A.java");

        assertThat(start("--no-build")).doesNotContain("maven:").contains("launcher: []");
    }

    @Test
    void aBuildThatFailsIsSaidInTheLanguageAskedForAndNothingStarts() throws IOException {
        touch("gateway/src/main/java/A.java");
        write("fail");

        assertThat(start()).contains("The build failed").doesNotContain("launcher:");
        assertThat(start("--lang", "zh")).contains("构建失败").doesNotContain("launcher:");
    }

    private String start(String... words) {
        try {
            var line = new ArrayList<>(List.of("/bin/sh", home.resolve("start").toString()));
            line.addAll(List.of(words));
            var builder = new ProcessBuilder(line).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().put("JINGZHUN_LANG", "en");
            var process = builder.start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String file) throws IOException {
        var path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "");
        Files.setLastModifiedTime(path, LONG_AGO);
    }

    private void touch(String file) throws IOException {
        Files.setLastModifiedTime(home.resolve(file), FileTime.from(Instant.now().plus(Duration.ofSeconds(-1))));
        for (var module : MODULES) {
            Files.setLastModifiedTime(home.resolve("%s/target/%s-0.1.0.jar".formatted(module, module)),
                    FileTime.from(Instant.now().minus(Duration.ofMinutes(1))));
        }
    }

    private static void jar(Path jar) throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, SaysItsWords.class.getName());
        var name = SaysItsWords.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = SaysItsWords.class.getClassLoader().getResourceAsStream(name)) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
    }

    /** Stands for the launcher. */
    public static final class SaysItsWords {

        private SaysItsWords() {}

        public static void main(String... words) {
            System.out.println("launcher: " + List.of(words));
        }
    }
}
