package org.jingzhun.starter.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keyed digests (HMAC-SM3, 32 bytes) whose key stays for ever: of what is derived, sealed or compared without being searched. What
 * the database is searched by has {@link StoredDigests}.
 *
 * <p>Each purpose has its own key: equal values of two purposes cannot be seen to be equal. Who asks brings the value into one
 * form first (upper case, no blanks). Thread-safe.
 */
public class Digests {

    public static final int BYTES = 32;

    private final KeyRing keys;
    private final Map<String, KeyedHmac> byPurpose = new ConcurrentHashMap<>();

    Digests(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * The digest of a text, as UTF-8.
     *
     * @param purpose such as {@code resident-id}: fixed for ever, because it is a part of the key
     */
    public byte[] of(String purpose, String value) {
        return of(purpose, value.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] of(String purpose, byte[] value) {
        return byPurpose.computeIfAbsent(purpose, this::keyed).of(value);
    }

    private KeyedHmac keyed(String purpose) {
        var key = new KeyedHmac(keys.digests().bytes()).of(purpose.getBytes(StandardCharsets.UTF_8));
        return new KeyedHmac(key);
    }
}
