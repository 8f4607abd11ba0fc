package org.jingzhun.standalone.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.jingzhun.standalone.settings.PrivateFiles;
import org.jingzhun.standalone.text.Refusal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup is and what belongs to it.
 *
 * @param madeAt the moment that the data show, in UTC
 * @param masterKeys fingerprints of the master keys that were there; whoever restores must have them
 * @param binlog where the binary log goes on after this moment, if it is kept
 */
record Manifest(int format, String installation, String madeAt, String server, List<SchemaState> schemas,
        Map<String, String> masterKeys, @Nullable Binlog binlog, Data data) {

    static final int FORMAT = 1;
    static final String FILE = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * One schema.
     *
     * @param migrations the versions that it has gone through
     * @param epoch of its feed, if it tells facts
     */
    record SchemaState(String name, List<String> migrations, @Nullable String epoch) {}

    record Binlog(String file, long position) {}

    record Data(String file, long bytes, long unpackedBytes, String sha256) {}

    void write(Path folder) {
        var file = folder.resolve(FILE);
        PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n");
        PrivateFiles.write(folder.resolve(Sha256.SUMS),
                "%s  %s%n%s  %s%n".formatted(Sha256.of(file), FILE, data.sha256, data.file));
    }

    /** Reads the manifest of a backup, and refuses one of which a byte has changed. */
    static Manifest verified(Path folder) {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new Refusal("backup-not-one", folder);
        }
        try {
            Sha256.verify(folder, FILE);
            var manifest = JSON.readValue(Files.readString(file), Manifest.class);
            if (manifest.format != FORMAT) {
                throw new Refusal("backup-format", folder, manifest.format);
            }
            Sha256.verify(folder, manifest.data.file);
            return manifest;
        } catch (JacksonException | NullPointerException e) {
            throw new Refusal("backup-damaged", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What two looks at a database must agree on, or a migration ran between them. */
    boolean sameSchemas(List<SchemaState> others) {
        return schemas.equals(others);
    }
}
