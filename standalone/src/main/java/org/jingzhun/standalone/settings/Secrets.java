package org.jingzhun.standalone.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords of the installation: each is what the operator gave, or a random one that is made at the first start and kept
 * in a file which only the owner reads. Services get theirs as a folder of files, so that no process list shows them.
 */
public final class Secrets {

    /** What a process gets by a file of its own, if it gets it, and never by inheriting the operator's environment. */
    public static final Set<String> NAMES = names();

    /** Without the letters that are mistaken for others: some of these are typed by hand. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private final Settings settings;
    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Settings settings) {
        this.settings = settings;
        folder = PrivateFiles.folder(settings.data().resolve("secrets"));
    }

    /** What the operator gave by environment, or as a file in SECRETS_DIR; else the installation's own. */
    public synchronized String of(String name) {
        return given(name).orElseGet(() -> {
            var file = file(name);
            if (Files.notExists(file)) {
                PrivateFiles.write(file, random());
            }
            return read(file);
        });
    }

    public Optional<String> given(String name) {
        return settings.text(name).or(() -> settings.text("SECRETS_DIR").map(dir -> Path.of(dir, name))
                .filter(Files::isRegularFile).map(Secrets::read));
    }

    /** Where the secret can be read by the operator. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** A folder with one file per setting, in the form that Spring's configtree reads. */
    public Path folderFor(String service, Map<String, String> secrets) {
        var own = PrivateFiles.folder(folder.resolve(service));
        try (var present = Files.list(own)) {
            for (var old : present.collect(Collectors.toList())) {
                if (!secrets.containsKey(old.getFileName().toString())) {
                    Files.delete(old);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        secrets.forEach((name, secret) -> PrivateFiles.write(own.resolve(name), secret));
        return own;
    }

    /** Four groups with a digit, a capital and a small letter for sure: 24 letters, about 115 bits. */
    private String random() {
        while (true) {
            var word = new StringBuilder();
            for (int i = 0; i < 24; i++) {
                word.append(i > 0 && i % 6 == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            if (word.chars().anyMatch(Character::isDigit) && word.chars().anyMatch(Character::isUpperCase)
                    && word.chars().anyMatch(Character::isLowerCase)) {
                return word.toString();
            }
        }
    }

    private static Set<String> names() {
        var names = new HashSet<>(Set.of("IDENTITY_ADMIN_PASSWORD", "GATEWAY_CLIENT_SECRET", "DEMO_PASSWORD",
                "DEMO_IMPORTER_SECRET", "PAGE_CURSOR_KEY", "REDIS_SESSION_URL", "REDIS_CACHE_URL",
                "REDIS_SESSION_PASSWORD", "REDIS_CACHE_PASSWORD", "BACKUP_DB_PASSWORD"));
        for (var service : Set.of("IDENTITY", "HOUSEHOLD", "INDUSTRY", "RELOCATION", "FINANCE", "SUPERVISION")) {
            for (var which : Set.of("DB_PASSWORD", "DB_MIGRATION_PASSWORD", "CURSOR_KEY", "CLIENT_SECRET")) {
                names.add(service + "_" + which);
            }
        }
        return Set.copyOf(names);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
