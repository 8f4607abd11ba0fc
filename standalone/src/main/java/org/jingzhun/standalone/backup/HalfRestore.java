package org.jingzhun.standalone.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Refusal;

/**
 * The few moves by which a restored database takes the place of the one before. Until the last of them everything can be
 * put back, also by the next start after a power cut: what was there lies whole in {@code replaced-….partial}, and the
 * new database is in place exactly when it is no longer where it was filled.
 */
public final class HalfRestore {

    /** Where the new database is filled. */
    static final String STAGE = ".restoring";
    private static final String DATABASE = "mariadb";
    /** What belongs to the data of one moment: the log goes on from them, and sessions know of accounts in them. */
    private static final List<String> REPLACED = List.of(DATABASE, "binlog", "redis-session");
    private static final List<String> OF_INSTALLATION = List.of("installation", "secrets");
    private static final String PARTIAL = ".partial";

    private HalfRestore() {}

    /** Puts the former state back if a restore was broken off; answers whether one was. */
    public static boolean mend(Settings settings) {
        var data = settings.data();
        var stage = data.resolve(STAGE);
        var halves = Folders.in(data, name -> name.startsWith("replaced-") && name.endsWith(PARTIAL));
        if (halves.isEmpty()) {
            var left = Files.exists(stage);
            Folders.delete(stage);
            return left;
        }
        PrivateFiles.folder(stage);
        if (Files.notExists(stage.resolve(DATABASE)) && Files.exists(data.resolve(DATABASE))) {
            Folders.move(data.resolve(DATABASE), stage.resolve(DATABASE));
        }
        for (var half : halves) {
            for (var former : Folders.in(half, _ -> true)) {
                var place = data.resolve(former.getFileName());
                if (Files.exists(place)) {
                    Folders.delete(stage.resolve("undone-" + former.getFileName()));
                    Folders.move(place, stage.resolve("undone-" + former.getFileName()));
                }
                Folders.move(former, place);
            }
            Folders.delete(half);
        }
        Folders.delete(stage);
        return true;
    }

    static boolean holdsData(Settings settings) {
        return REPLACED.stream().anyMatch(name -> Folders.holdsSomething(settings.data().resolve(name)));
    }

    /**
     * Lets the filled database take its place.
     *
     * @param otherInstallation whether what is here belongs to another one, with secrets of its own
     * @param placing what else is put in place while everything can still be put back
     * @return where the former state lies now, if there was one
     */
    static Path swap(Settings settings, String stamp, boolean otherInstallation, Runnable placing) {
        var data = settings.data();
        var former = data.resolve("replaced-" + stamp);
        if (Files.exists(former)) {
            throw new Refusal("restore-twice-at-once", former);
        }
        var partial = PrivateFiles.folder(data.resolve("replaced-" + stamp + PARTIAL));
        try {
            takeAway(data, partial, REPLACED);
            if (otherInstallation) {
                takeAway(data, partial, OF_INSTALLATION);
            }
            Folders.move(data.resolve(STAGE).resolve(DATABASE), data.resolve(DATABASE));
            placing.run();
        } catch (RuntimeException e) {
            mend(settings);
            throw e;
        }
        Folders.move(partial, former);
        Folders.delete(data.resolve(STAGE));
        if (!Folders.holdsSomething(former)) {
            Folders.delete(former);
        }
        return former;
    }

    private static void takeAway(Path data, Path partial, List<String> names) {
        for (var name : names) {
            if (Files.exists(data.resolve(name))) {
                Folders.move(data.resolve(name), partial.resolve(name));
            }
        }
    }
}
