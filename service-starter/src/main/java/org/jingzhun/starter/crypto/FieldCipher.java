package org.jingzhun.starter.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Encrypts single fields: key id ‖ nonce ‖ ciphertext ‖ tag, 32 bytes longer than the clear text.
 *
 * <p>Column and row are bound in, so that a ciphertext copied to another row or column is refused. Thread-safe.
 */
public class FieldCipher {

    private static final int OVERHEAD = Integer.BYTES + Aead.NONCE_BYTES + Aead.TAG_BYTES;

    private final KeyRing keys;

    FieldCipher(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * A ciphertext that only this column and row can be read from again.
     *
     * @param column such as {@code person.resident_id}
     * @param row what identifies the row for ever, such as the person's number
     */
    public byte[] encrypt(byte[] clear, String column, String row) {
        return keys.fields().seal(associated(column, row), clear);
    }

    /** A text, as UTF-8. */
    public byte[] encrypt(String clear, String column, String row) {
        return encrypt(clear.getBytes(StandardCharsets.UTF_8), column, row);
    }

    /**
     * The clear text again.
     *
     * @throws NotDecipherable if it was changed, or encrypted for another column or row
     */
    public byte[] decrypt(byte[] stored, String column, String row) {
        if (stored.length < OVERHEAD) {
            throw new NotDecipherable("a stored field is too short to be one");
        }
        var key = keys.find(keyOf(stored));
        if (key.algorithm == Algorithm.HMAC_SM3) {
            throw new NotDecipherable("a stored field names key " + key.id + ", which is not one for fields");
        }
        return key.open(associated(column, row), stored);
    }

    /** A text, as UTF-8. */
    public String decryptText(byte[] stored, String column, String row) {
        return new String(decrypt(stored, column, row), StandardCharsets.UTF_8);
    }

    /** Whether a field still stands under an older key, and should be encrypted anew when its turn comes. */
    public boolean isOutdated(byte[] stored) {
        return keyOf(stored) != keys.fields().id;
    }

    /** The same clear text under the present key. */
    public byte[] renewed(byte[] stored, String column, String row) {
        return encrypt(decrypt(stored, column, row), column, row);
    }

    private static int keyOf(byte[] stored) {
        return ByteBuffer.wrap(stored).getInt();
    }

    private static byte[] associated(String column, String row) {
        var first = column.getBytes(StandardCharsets.UTF_8);
        var second = row.getBytes(StandardCharsets.UTF_8);
        var both = new byte[first.length + 1 + second.length]; // a zero byte stands between, so that no two pairs are alike
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length + 1, second.length);
        return both;
    }
}
