package org.jingzhun.starter.feed;

import java.security.SecureRandom;
import java.time.Instant;

/** Names that sort by the moment they were made: 48 bits of time, 80 of chance, in Crockford's letters. */
final class Ulid {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int TIME_LETTERS = 10;
    private static final int CHANCE_LETTERS = 16;
    private static final SecureRandom CHANCE = new SecureRandom();

    private Ulid() {}

    static String at(Instant moment) {
        var text = new StringBuilder();
        for (int i = TIME_LETTERS - 1; i >= 0; i--) {
            text.append(LETTERS.charAt((int) (moment.toEpochMilli() >>> (5 * i)) & 31));
        }
        for (int i = 0; i < CHANCE_LETTERS; i++) {
            text.append(LETTERS.charAt(CHANCE.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
