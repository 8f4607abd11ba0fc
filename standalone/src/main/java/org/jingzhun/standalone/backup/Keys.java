package org.jingzhun.standalone.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.settings.Settings;
import org.jingzhun.standalone.text.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Key rings and secrets of one installation: what the data cannot be read without, packed into a file of their own. */
final class Keys {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OF_KEYS = "keys/";
    private static final String OF_SECRETS = "secrets/";

    private final Settings settings;

    Keys(Settings settings) {
        this.settings = settings;
    }

    String installation() {
        var file = settings.data().resolve("installation");
        return Files.exists(file) ? Commands.io(() -> Files.readString(file).strip()) : "unnamed";
    }

    Path folder() {
        return folder(installation());
    }

    private Path folder(String installation) {
        return settings.keys().resolve(installation);
    }

    /** What tells a master key from another without telling the key: a digest of 256 random bits. */
    Map<String, String> fingerprints() {
        return fingerprints(present(installation()));
    }

    /** Of the key rings that there would be with those of a packed file. */
    boolean missAny(Manifest manifest, Map<String, byte[]> packed) {
        var there = new HashMap<>(packed);
        there.putAll(present(manifest.installation()));
        return !fingerprints(there).values().containsAll(manifest.masterKeys().values());
    }

    Path pack(Path to, String stamp) {
        var file = PrivateFiles.folder(to).resolve("jingzhun-%s-keys-%s.zip".formatted(installation(), stamp));
        return Commands.io(() -> {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
                for (var entry : new TreeMap<>(everything()).entrySet()) {
                    out.putNextEntry(new ZipEntry(entry.getKey()));
                    out.write(entry.getValue());
                }
            }
            return file;
        });
    }

    static Map<String, byte[]> unpacked(Path file) {
        var entries = new HashMap<String, byte[]>();
        try (var in = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null;) {
                if (!entry.getName().matches("(keys|secrets)/[\\w.-]+")) {
                    throw new Refusal("keys-file-damaged", file);
                }
                entries.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException _) {
            throw new Refusal("keys-file-damaged", file);
        }
        if (entries.isEmpty()) {
            throw new Refusal("keys-file-damaged", file);
        }
        return entries;
    }

    /** Puts what is not there where it belongs; what is there stays. */
    void put(String installation, Map<String, byte[]> packed) {
        packed.forEach((name, content) -> {
            var target = name.startsWith(OF_KEYS)
                    ? folder(installation).resolve(name.substring(OF_KEYS.length()))
                    : settings.data().resolve(name);
            if (Files.notExists(target)) {
                PrivateFiles.folder(name.startsWith(OF_KEYS) ? settings.keys() : settings.data());
                PrivateFiles.folder(name.startsWith(OF_KEYS) ? folder(installation) : settings.data().resolve("secrets"));
                PrivateFiles.write(target, new String(content, StandardCharsets.UTF_8));
            }
        });
    }

    private Map<String, byte[]> everything() {
        var all = new HashMap<>(present(installation()));
        for (var file : Folders.in(settings.data().resolve("secrets"), _ -> true)) {
            if (Files.isRegularFile(file)) {
                all.put(OF_SECRETS + file.getFileName(), Commands.io(() -> Files.readAllBytes(file)));
            }
        }
        return all;
    }

    private Map<String, byte[]> present(String installation) {
        var rings = new HashMap<String, byte[]>();
        for (var file : Folders.in(folder(installation), _ -> true)) {
            if (Files.isRegularFile(file)) {
                rings.put(OF_KEYS + file.getFileName(), Commands.io(() -> Files.readAllBytes(file)));
            }
        }
        for (var named : List.of("JINGZHUN_KEYRING", "JINGZHUN_MATCH_KEY")) {
            settings.text(named).map(Path::of).filter(Files::isRegularFile).ifPresent(own -> rings
                    .put(OF_KEYS + own.getFileName(), Commands.io(() -> Files.readAllBytes(own))));
        }
        return rings;
    }

    private static Map<String, String> fingerprints(Map<String, byte[]> rings) {
        var found = new TreeMap<String, String>();
        rings.forEach((name, content) -> {
            if (name.startsWith(OF_KEYS) && name.endsWith(".json")) {
                try {
                    for (var key : JSON.readTree(content).path("keys")) {
                        var digest = Sha256.fresh();
                        digest.update("jingzhun master key ".getBytes(StandardCharsets.UTF_8));
                        digest.update(key.path("key").asString("").getBytes(StandardCharsets.UTF_8));
                        found.put(name.substring(OF_KEYS.length()) + " " + key.path("id").asString(""),
                                Sha256.hex(digest));
                    }
                } catch (JacksonException _) {
                    throw new Refusal("keys-file-damaged", name);
                }
            }
        });
        return found;
    }
}
