package org.jingzhun.standalone.backup;

import java.security.SecureRandom;
import java.time.Instant;

/** A name that nobody else gives, and that sorts by its time: 48 bits of milliseconds, 80 random ones. */
final class Ulid {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_LETTERS = 10;
    private static final int RANDOM_LETTERS = 16;

    private Ulid() {}

    static String at(Instant time) {
        var word = new StringBuilder();
        for (int i = TIME_LETTERS - 1; i >= 0; i--) {
            word.append(LETTERS.charAt((int) (time.toEpochMilli() >>> (5 * i)) & 31));
        }
        var random = new SecureRandom();
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return word.toString();
    }
}
