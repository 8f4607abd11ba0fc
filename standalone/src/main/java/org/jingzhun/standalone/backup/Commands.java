package org.jingzhun.standalone.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jingzhun.standalone.settings.Options;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Console;
import org.jingzhun.standalone.text.Refusal;

/** The words after {@code ./backup} and {@code ./restore}. */
public final class Commands {

    public static final Set<String> NAMES = Set.of("backup", "restore");
    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int WRONG_WORDS = 2;

    private static final Map<String, String> OF_BACKUP = Map.of(
            "--to", "JINGZHUN_BACKUPS",
            "--keep", "JINGZHUN_BACKUPS_KEPT",
            "--keys-to", "JINGZHUN_BACKUP_KEYS");
    private static final String KEYS_FROM = "JINGZHUN_RESTORE_KEYS";

    private final Path home;
    private final Map<String, String> environment;
    private final Console console;

    public Commands(Path home, Map<String, String> environment, Console console) {
        this.home = home;
        this.environment = environment;
        this.console = console;
    }

    /** Answers the exit code. */
    public int run(String name, List<String> words) {
        try {
            return name.equals("backup") ? backup(words) : restore(words);
        } catch (Refusal refusal) {
            console.refuse(refusal);
        } catch (UncheckedIOException e) {
            console.refuse(String.valueOf(e.getMessage()).contains("No space left")
                    ? new Refusal("backup-disk-full")
                    : new Refusal("backup-unexpected", String.valueOf(e.getCause())));
        }
        return REFUSED;
    }

    private int backup(List<String> words) {
        var options = Options.of(words, OF_BACKUP);
        if (options.help()) {
            console.print("backup-help");
            return DONE;
        }
        new Backup(Settings.of(home, options, environment), Clock.systemUTC(), console).run();
        return DONE;
    }

    private int restore(List<String> words) {
        var rest = new ArrayList<>(words);
        var replace = rest.remove("--replace");
        var named = rest.isEmpty() || rest.getFirst().startsWith("-") ? null : rest.removeFirst();
        var options = Options.of(rest, Map.of("--keys-from", KEYS_FROM));
        if (options.help() || named == null) {
            console.print("restore-help");
            return options.help() ? DONE : WRONG_WORDS;
        }
        var settings = Settings.of(home, options, environment);
        new Restore(settings, Clock.systemUTC(), console).run(Path.of(named).toAbsolutePath().normalize(),
                settings.text(KEYS_FROM).map(Path::of), replace);
        return DONE;
    }

    /** What everything that works with files here has in common. */
    static <T> T io(Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that may fail at the disk. */
    interface Work<T> {

        T run() throws IOException;
    }
}
