package org.jingzhun.standalone.engine;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class InitFileTest {

    private final String text = InitFile.of(List.of(new Schema("jz_identity", "identity", "it's", "identity_migration", "m")),
            new BackupAccount("b", false));

    @Test
    void theServerReadsOneStatementPerLine() {
        assertThat(text.lines()).allMatch(line -> line.endsWith(";"));
        assertThat(text.lines().toList()).startsWith("set sql_log_bin = 0;");
    }

    @Test
    void onlyTheMigrationAccountGetsRightsToChange() {
        assertThat(text.lines().filter(line -> line.startsWith("grant") && !line.contains("to 'backup'")))
                .containsExactly(
                        "grant all privileges on `jz\\_identity`.* to 'identity_migration'@'127.0.0.1' with grant option;");
    }

    @Test
    void theBackupAccountReadsAndNothingElse() {
        assertThat(text.lines().filter(line -> line.contains("'backup'"))).containsExactly(
                "drop user if exists 'backup'@'127.0.0.1';",
                "create user if not exists 'backup'@'127.0.0.1';",
                "alter user 'backup'@'127.0.0.1' identified by 'b';",
                "grant select, show view, trigger, lock tables on `jz\\_%`.* to 'backup'@'127.0.0.1';",
                "grant reload, binlog monitor on *.* to 'backup'@'127.0.0.1';");
    }

    @Test
    void aQuoteInAPasswordEndsNothing() {
        assertThat(text).contains("identified by 'it''s'");
    }

    @ParameterizedTest
    @CsvSource({"Linux,amd64,linux-amd64", "Linux,aarch64,linux-arm64", "Mac OS X,aarch64,darwin-arm64",
            "Mac OS X,x86_64,darwin-amd64", "Windows 11,amd64,windows-amd64"})
    void platformsAreSpeltAsTheArtefactsSpellThem(String system, String processor, String expected) {
        assertThat(Artefact.platform(system, processor)).isEqualTo(expected);
    }
}
