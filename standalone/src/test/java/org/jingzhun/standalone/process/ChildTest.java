package org.jingzhun.standalone.process;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Refusal;
import org.jingzhun.standalone.text.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.awaitility.Awaitility.await;

/** A process that ended and is started again. */
@EnabledOnOs(OS.LINUX)
class ChildTest {

    private static final String FORMER = "600";
    private static final String LATER = "601";

    @TempDir
    Path folder;

    private @Nullable Child child;

    @AfterEach
    void stop() {
        if (child != null) {
            child.stop();
        }
    }

    @Test
    void itIsWhatLiesThereThen() {
        start(() -> sleeping(LATER));
        awaitRunning(FORMER).destroyForcibly();

        awaitRunning(LATER);
    }

    @Test
    void itIsWhatItWasWhereTheLaterOneCannotBeUsed() {
        start(() -> {
            throw new Refusal("jar-broken", "a.jar", "it is half");
        });
        var former = awaitRunning(FORMER);
        former.destroyForcibly();

        await().atMost(Duration.ofSeconds(30)).until(() -> running(FORMER).filter(it -> it.pid() != former.pid()).isPresent());
    }

    private void start(Supplier<Command> again) {
        child = new Child(sleeping(FORMER), again, () -> true, folder,
                new Console(new Words(Locale.ENGLISH), new PrintStream(PrintStream.nullOutputStream())));
        child.start();
        child.awaitReady(Duration.ofSeconds(20));
        child.keepAlive();
    }

    private Command sleeping(String seconds) {
        return new Command("one", "one", List.of("/usr/bin/sleep", seconds), Map.of(), Set.of(), folder.resolve("log"),
                Duration.ofSeconds(5));
    }

    private ProcessHandle awaitRunning(String seconds) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> running(seconds), Optional::isPresent).orElseThrow();
    }

    private Optional<ProcessHandle> running(String seconds) {
        return PidFile.of(folder, "one").process()
                .filter(it -> List.of(it.info().arguments().orElse(new String[0])).contains(seconds));
    }
}
