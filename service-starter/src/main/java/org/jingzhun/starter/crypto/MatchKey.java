package org.jingzhun.starter.crypto;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * By what two services see that they speak of the same one, without telling each other who it is 【比对键】: a digest (HMAC-SM3) under a key
 * that these services hold in a file, and no database does.
 *
 * <p>The file has the form of a key ring ({@link KeyRingFile}), and is made, rotated and checked by the same command. A match key names the
 * key that it is made under, {@code m2-0a1b2c3d.5f…}, by its name and some digits of a digest of it: such of two keys are never equal. Thread-safe.
 */
public final class MatchKey {

    private static final int DIGITS_OF_A_NAME = 8;

    private final @Nullable String id;
    private final @Nullable KeyedHmac keyed;

    private MatchKey(@Nullable String id, @Nullable KeyedHmac keyed) {
        this.id = id;
        this.keyed = keyed;
    }

    /** Of a service that has no such key, and makes none. */
    public static MatchKey none() {
        return new MatchKey(null, null);
    }

    /** Reads the file, and refuses one that others may read. */
    public static MatchKey read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new KeyRingUnusable("The file " + file + " with the key for match keys is not there.",
                    "Set JINGZHUN_MATCH_KEY to the file that all services with match keys share, or leave it out.");
        }
        var key = KeyRingFile.read(file).currentKey();
        var derived = new KeyedHmac(key.bytes());
        var digits = hex(derived, "name").substring(0, DIGITS_OF_A_NAME); // another file has an m1 as well
        return new MatchKey(key.id() + "-" + digits, new KeyedHmac(derived.of("match-key".getBytes(StandardCharsets.UTF_8))));
    }

    /** The key that is used, if there is one. */
    public Optional<String> id() {
        return Optional.ofNullable(id);
    }

    /**
     * The match key of a value.
     *
     * @param value in one form: upper case, no blanks
     * @return nothing without a key
     */
    public Optional<String> of(String value) {
        return keyed == null
                ? Optional.empty()
                : Optional.of(id + "." + hex(keyed, value));
    }

    private static String hex(KeyedHmac keyed, String value) {
        return HexFormat.of().formatHex(keyed.of(value.getBytes(StandardCharsets.UTF_8)));
    }
}
