package org.jingzhun.standalone.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void aSecretIsMadeOnceAndOnlyTheOwnerReadsIt() throws IOException {
        var first = secrets(Map.of()).of("DEMO_PASSWORD");

        assertThat(secrets(Map.of()).of("DEMO_PASSWORD")).isEqualTo(first);
        assertThat(first).hasSizeGreaterThanOrEqualTo(24).containsPattern("[0-9]").containsPattern("[A-Z]")
                .containsPattern("[a-z]");
        assertThat(secrets(Map.of()).of("OTHER")).isNotEqualTo(first);
        assertThat(Files.getPosixFilePermissions(folder.resolve("data/secrets/DEMO_PASSWORD")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("data/secrets")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void whatTheOperatorGivesIsTaken() throws IOException {
        Files.writeString(folder.resolve("DEMO_PASSWORD"), "by file\n");

        assertThat(secrets(Map.of("DEMO_PASSWORD", "by word")).of("DEMO_PASSWORD")).isEqualTo("by word");
        assertThat(secrets(Map.of("SECRETS_DIR", folder.toString())).of("DEMO_PASSWORD")).isEqualTo("by file");
        assertThat(folder.resolve("data/secrets/DEMO_PASSWORD")).doesNotExist();
    }

    @Test
    void aServiceFindsItsOwnSecretsAndNoneThatItHadOnce() throws IOException {
        secrets(Map.of()).folderFor("gateway", Map.of("A", "1", "B", "2"));
        var own = secrets(Map.of()).folderFor("gateway", Map.of("B", "3"));

        assertThat(own.resolve("A")).doesNotExist();
        assertThat(own.resolve("B")).hasContent("3");
        assertThat(Files.getPosixFilePermissions(own.resolve("B")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    private Secrets secrets(Map<String, String> environment) {
        return new Secrets(Settings.of(folder, Options.of(List.of()), environment));
    }
}
