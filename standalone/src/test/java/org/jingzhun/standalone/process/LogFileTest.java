package org.jingzhun.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class LogFileTest {

    @TempDir
    Path logs;

    @Test
    void eachStartBeginsANewFileAndFiveOlderStay() throws IOException {
        var log = new LogFile(logs.resolve("gateway.log"));
        for (int start = 1; start <= 8; start++) {
            log.rotate();
            Files.writeString(log.path(), "start " + start);
        }

        assertThat(log.path()).hasContent("start 8");
        assertThat(logs.resolve("gateway.1.log")).hasContent("start 7");
        assertThat(logs.resolve("gateway.5.log")).hasContent("start 3");
        assertThat(logs.resolve("gateway.6.log")).doesNotExist();
    }

    @Test
    void theFailureIsTheDescriptionWithoutItsAdvice() throws IOException {
        var log = new LogFile(logs.resolve("x.log"));
        Files.writeString(log.path(), """
                12:00 INFO starting

                ***************************
                APPLICATION FAILED TO START
                ***************************

                Description:

                The key ring is not there.

                Action:

                Bring it back.
                """);

        assertThat(log.failure()).contains("The key ring is not there.");
        assertThat(log.last(1)).containsExactly("Bring it back.");
    }

    @Test
    void theFramesOfAStackAreNoLastWords() throws IOException {
        var log = new LogFile(logs.resolve("x.log"));
        Files.writeString(log.path(), """
                12:00 ERROR the pool could not be made
                java.lang.IllegalStateException: no pool
                \tat org.example.Pool.<init>(Pool.java:12) ~[pool.jar:1.0]
                \tat java.base/java.lang.Thread.run(Thread.java:1474)
                Caused by: java.net.ConnectException: Connection refused
                \tat org.example.Lambda$1.accept(Unknown Source)
                \t... 12 common frames omitted
                """);

        assertThat(log.last(2)).containsExactly("java.lang.IllegalStateException: no pool",
                "Caused by: java.net.ConnectException: Connection refused");
    }

    @Test
    void noFailureNoSentence() throws IOException {
        var log = new LogFile(logs.resolve("x.log"));
        assertThat(log.failure()).isEmpty();
        assertThat(log.last(3)).isEmpty();

        Files.writeString(log.path(), "a\nb\nc\nd\n");
        assertThat(log.failure()).isEmpty();
        assertThat(log.last(3)).containsExactly("b", "c", "d");
    }
}
