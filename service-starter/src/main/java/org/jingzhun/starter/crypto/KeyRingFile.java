package org.jingzhun.starter.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;

/**
 * The master keys of an installation, in a file that only its owner may read, outside the data folder and the database.
 *
 * <p>Also a command: {@code java -cp … org.jingzhun.starter.crypto.KeyRingFile create|rotate|check <file>}.
 *
 * @param current the master key that wraps; the others only unwrap
 */
public record KeyRingFile(String current, List<MasterKey> keys) {

    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(OWNER_READ, OWNER_WRITE);
    private static final int KEY_BYTES = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One master key, 32 random bytes in Base64. */
    public record MasterKey(String id, String key) {

        byte[] bytes() {
            return Base64.getDecoder().decode(key);
        }

        @Override
        public String toString() {
            return "MasterKey[" + id + "]";
        }
    }

    /** Makes a new file with one fresh key; an existing one is never overwritten. */
    public static KeyRingFile create(Path file) {
        var ring = new KeyRingFile("m1", List.of(newKey("m1")));
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            ring.write(file);
        } catch (FileAlreadyExistsException e) {
            throw new KeyRingUnusable("The key ring " + file + " exists already and is not overwritten.",
                    "Name another file, or use the one that is there.");
        } catch (IOException e) {
            throw new UncheckedIOException("the key ring " + file + " cannot be written", e);
        }
        return ring;
    }

    /** Reads a file, and refuses one that others may read. */
    public static KeyRingFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new KeyRingUnusable("The key ring " + file + " is not there.",
                    "Set JINGZHUN_KEYRING to the file with the master keys. Make a new one only for an empty database:"
                            + " what was encrypted under a lost key ring stays unreadable.");
        }
        try {
            refuseOpenFile(file);
            return parse(file, Files.readString(file));
        } catch (IOException e) {
            throw new KeyRingUnusable("The key ring " + file + " cannot be read.", "Check its owner and its folder.");
        }
    }

    /** Adds a new master key to the file and makes it the current one; each service rewraps its data keys at its next start. */
    public static KeyRingFile rotate(Path file) {
        var old = read(file);
        var id = "m" + (old.keys.size() + 1);
        var keys = new ArrayList<>(old.keys);
        keys.add(newKey(id));
        var ring = new KeyRingFile(id, List.copyOf(keys));
        try {
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            ring.write(fresh);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the key ring " + file + " cannot be written", e);
        }
        return ring;
    }

    public static void main(String... args) {
        if (args.length != 2) {
            System.err.println("usage: create|rotate|check <file>");
            System.exit(2);
        }
        try {
            var file = Path.of(args[1]);
            var ring = switch (args[0]) {
                case "create" -> create(file);
                case "rotate" -> rotate(file);
                default -> read(file);
            };
            System.out.println(file + ": " + ring.keys.size() + " master key(s), current " + ring.current);
        } catch (KeyRingUnusable e) {
            System.err.println(e.getMessage() + " " + e.remedy());
            System.exit(1);
        }
    }

    MasterKey key(String id) {
        return keys.stream().filter(key -> key.id.equals(id)).findAny()
                .orElseThrow(() -> new KeyRingUnusable(
                        "The key ring lacks the master key " + id + ", under which data keys are stored.",
                        "Use the key ring that belongs to this database."));
    }

    MasterKey currentKey() {
        return key(current);
    }

    private static MasterKey newKey(String id) {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new MasterKey(id, Base64.getEncoder().encodeToString(key));
    }

    private void write(Path file) throws IOException {
        var rights = posix(file)
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        try (var out = Files.newByteChannel(file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights)) {
            var json = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
            out.write(StandardCharsets.UTF_8.encode(json + "\n"));
        }
    }

    private static void refuseOpenFile(Path file) throws IOException {
        if (posix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new KeyRingUnusable("The key ring " + file + " may be read by others than its owner.", "chmod 600 " + file);
        }
    }

    private static boolean posix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static KeyRingFile parse(Path file, String json) {
        try {
            var ring = JSON.readValue(json, KeyRingFile.class);
            for (var key : ring.keys) {
                if (key.bytes().length != KEY_BYTES) {
                    throw new IllegalArgumentException("not a key of 32 bytes");
                }
            }
            ring.currentKey();
            return ring;
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            // without the cause: its text would quote what stands in the file
            throw new KeyRingUnusable("The key ring " + file + " is damaged.", "Bring it back from your copy.");
        }
    }
}
