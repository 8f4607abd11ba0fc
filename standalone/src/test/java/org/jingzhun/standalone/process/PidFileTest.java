package org.jingzhun.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PidFileTest {

    @TempDir
    Path run;

    private final ProcessHandle self = ProcessHandle.current();
    private final Path java = Path.of(self.info().command().orElseThrow());

    @Test
    void theSameProcessIsKnownAgain() {
        var file = PidFile.of(run, "mariadb");
        file.write(self, java);

        assertThat(file.process()).contains(self);
    }

    @Test
    void aNumberThatSomebodyElseHasNowIsNotOurs() throws IOException {
        var file = PidFile.of(run, "mariadb");
        file.write(self, java);
        var text = Files.readString(file.path());

        Files.writeString(file.path(), text.replaceFirst("start=.*", "start=" + Instant.EPOCH));
        assertThat(file.process()).isEmpty();

        Files.writeString(file.path(), text.replaceFirst("program=.*", "program=/usr/bin/other"));
        assertThat(file.process()).isEmpty();
    }

    @Test
    void afterItsEndThereIsNoProcess() throws Exception {
        var process = new ProcessBuilder("sleep", "60").start();
        var file = PidFile.of(run, "redis");
        file.write(process.toHandle(), Path.of("/bin/sleep"));
        process.destroyForcibly().waitFor();

        assertThat(file.process()).isEmpty();
    }

    @Test
    void aDamagedFileNamesNobody() throws IOException {
        Files.writeString(run.resolve("x.pid"), "pid=");

        assertThat(PidFile.of(run, "x").process()).isEmpty();
        assertThat(PidFile.of(run, "none").process()).isEmpty();
    }
}
