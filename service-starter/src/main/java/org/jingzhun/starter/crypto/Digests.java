package org.jingzhun.starter.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Keyed digests (HMAC-SM3, 32 bytes) for exact search and uniqueness of what is encrypted.
 *
 * <p>Each purpose has its own key: equal values of two purposes cannot be seen to be equal. Who asks brings the value into one
 * form first (upper case, no blanks). Thread-safe.
 */
public class Digests {

    public static final int BYTES = 32;

    private final KeyRing keys;
    private final Map<String, Hmac> byPurpose = new ConcurrentHashMap<>();

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

    private Hmac keyed(String purpose) {
        var key = new Hmac(keys.digests().bytes()).of(purpose.getBytes(StandardCharsets.UTF_8));
        return new Hmac(key);
    }

    /** One key; the digests that it is set up in are kept and used again. */
    private static final class Hmac {

        private final byte[] key;
        private final ConcurrentLinkedQueue<HmacSm3> idle = new ConcurrentLinkedQueue<>();

        Hmac(byte[] key) {
            this.key = key;
        }

        byte[] of(byte[] value) {
            var free = idle.poll();
            var worker = free != null ? free : new HmacSm3(key);
            var digest = worker.of(value);
            idle.add(worker);
            return digest;
        }
    }
}
