package org.jingzhun.standalone.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Refusal;

/**
 * The master keys of each service, in a folder beside the data and never in it, named after the installation: whoever
 * copies the data folder has no personal data, and two installations never mix their keys.
 */
public final class KeyRings {

    private final Settings settings;
    private final List<Service> services;

    public KeyRings(Settings settings, List<Service> services) {
        this.settings = settings;
        this.services = services;
    }

    /** One file per service that keeps personal data; JINGZHUN_KEYRING names one for all. */
    public Map<Service, Path> files() {
        var files = new EnumMap<Service, Path>(Service.class);
        for (var service : services) {
            if (service.schema().isPresent()) {
                files.put(service, settings.text("JINGZHUN_KEYRING").map(Path::of)
                        .orElseGet(() -> folder().resolve(service.module() + ".json")));
            }
        }
        return files;
    }

    /** The key by which some services recognise the same person; the others never see it. JINGZHUN_MATCH_KEY names another file. */
    public Path matchKey() {
        return settings.text("JINGZHUN_MATCH_KEY").map(Path::of).orElseGet(() -> folder().resolve("match-key.json"));
    }

    /**
     * Makes what is missing, by the tool that the services bring.
     *
     * @param jar any unpacked service with a key ring: the tool is in a library beside it
     */
    public void make(Path jar) {
        var all = new LinkedHashSet<>(files().values());
        all.add(matchKey());
        for (var file : all) {
            var made = settings.data().resolve("secrets").resolve("made-" + file.getFileName());
            if (Files.exists(file)) {
                continue;
            }
            if (Files.exists(made)) {
                throw new Refusal("keys-lost", file);
            }
            create(jar.resolveSibling("lib"), file);
            PrivateFiles.write(made, file.toString());
        }
    }

    private static void create(Path libraries, Path file) {
        var folder = file.getParent();
        if (folder != null) {
            PrivateFiles.folder(folder);
        }
        try {
            var process = new ProcessBuilder(ServiceJar.Java.program(), "-XX:TieredStopAtLevel=1", "-cp",
                    libraries + "/*", "org.jingzhun.starter.crypto.KeyRingFile", "create", file.toString())
                    .redirectErrorStream(true).start();
            var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new Refusal("keys-not-made", file, words.strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted");
        }
    }

    private Path folder() {
        return PrivateFiles.folder(settings.keys()).resolve(installation());
    }

    private String installation() {
        var file = settings.data().resolve("installation");
        try {
            if (Files.notExists(file)) {
                var id = new byte[4];
                new SecureRandom().nextBytes(id);
                PrivateFiles.write(file, HexFormat.of().formatHex(id));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
