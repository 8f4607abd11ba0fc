package org.jingzhun.standalone.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jingzhun.standalone.text.Refusal;

/** Digests of files, kept beside them in the form that {@code sha256sum -c} reads. */
final class Sha256 {

    static final String SUMS = "SHA256SUMS";
    private static final int BUFFER = 1 << 20;

    private Sha256() {}

    static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String of(Path file) {
        var digest = fresh();
        try (var in = Files.newInputStream(file)) {
            var buffer = new byte[BUFFER];
            for (int read; (read = in.read(buffer)) >= 0;) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hex(digest);
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    static void verify(Path folder, String name) throws IOException {
        var file = folder.resolve(name);
        var sums = folder.resolve(SUMS);
        if (!Files.isRegularFile(sums) || !Files.isRegularFile(file)
                || !Files.readAllLines(sums).contains(of(file) + "  " + name)) {
            throw new Refusal("backup-damaged", file);
        }
    }
}
