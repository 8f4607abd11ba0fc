package org.jingzhun.standalone.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import org.jingzhun.standalone.text.Refusal;
import org.jspecify.annotations.Nullable;

/** The file with the data: what the server tells, packed and digested while it is told. */
final class Dump {

    static final String FILE = "data.sql.gz";
    private static final int BUFFER = 1 << 18;
    /** How far into the file the server says where its binary log stood. */
    private static final int HEAD = 64 * 1024;
    private static final byte[] END = "-- Dump completed".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern POSITION = Pattern.compile("MASTER_LOG_FILE='([^']+)', MASTER_LOG_POS=(\\d+)");

    private final Server server;
    private final Path file;
    private long unpacked;
    private byte[] head = new byte[0];
    private byte[] tail = new byte[0];

    Dump(Server server, Path folder) {
        this.server = server;
        file = folder.resolve(FILE);
    }

    Manifest.Data write(List<String> schemas, boolean withBinlog) throws IOException {
        var digest = Sha256.fresh();
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = new Fast(new BufferedOutputStream(
                new DigestOutputStream(Files.newOutputStream(file, StandardOpenOption.SYNC), digest), BUFFER))) {
            server.dump(schemas, withBinlog, in -> copy(in, out));
        }
        if (!new String(tail, StandardCharsets.ISO_8859_1).contains(new String(END, StandardCharsets.US_ASCII))) {
            throw new Refusal("backup-dump-failed", file);
        }
        return new Manifest.Data(FILE, Files.size(file), unpacked, Sha256.hex(digest));
    }

    Optional<Manifest.Binlog> binlog() {
        var found = POSITION.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return found.find()
                ? Optional.of(new Manifest.Binlog(found.group(1), Long.parseLong(found.group(2))))
                : Optional.empty();
    }

    static InputStream open(Path folder, String name) throws IOException {
        return new GZIPInputStream(Files.newInputStream(folder.resolve(name)), BUFFER);
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        var buffer = new byte[BUFFER];
        for (int read; (read = in.read(buffer)) >= 0;) {
            out.write(buffer, 0, read);
            unpacked += read;
            if (head.length < HEAD) {
                head = joined(head, buffer, read);
            }
            var last = Math.min(read, END.length * 2);
            tail = joined(tail, Arrays.copyOfRange(buffer, read - last, read), last);
            tail = Arrays.copyOfRange(tail, Math.max(0, tail.length - END.length * 2), tail.length);
        }
    }

    private static byte[] joined(byte[] before, byte[] more, int length) {
        var all = Arrays.copyOf(before, before.length + length);
        System.arraycopy(more, 0, all, before.length, length);
        return all;
    }

    /** Ciphertext does not shrink: more effort would only take longer. */
    private static final class Fast extends GZIPOutputStream {

        Fast(@Nullable OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
