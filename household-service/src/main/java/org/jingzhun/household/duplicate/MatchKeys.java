package org.jingzhun.household.duplicate;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.List;

/**
 * By what a person may be found again in this register 【查重键】: whoever shares one of these with somebody is compared with him, and nobody else is.
 *
 * <p>Each is a number made of words, so that it takes little room. It hides nothing from who can guess the words, so it stays in this schema.
 * What is told to others about who somebody is, is the match key 【比对键】 of {@link org.jingzhun.starter.crypto.MatchKey}.
 */
final class MatchKeys {

    /** The kind that every person has, by which it is seen whether a person's keys are up to date. */
    static final int NAME_YEAR_COUNTY = 1;

    private static final int NAME_VILLAGE = 2;
    private static final int BIRTH_VILLAGE = 3;
    private static final int NAME_BIRTH_PREFECTURE = 4;

    private MatchKeys() {}

    record Key(int kind, long value) {}

    /** The keys of somebody who lives in a village. */
    static List<Key> of(String name, LocalDate born, String village) {
        var sound = Sound.of(name).folded().joined();
        return List.of(new Key(NAME_YEAR_COUNTY, number(sound, String.valueOf(born.getYear()), village.substring(0, 6))),
                new Key(NAME_VILLAGE, number(sound, village)),
                new Key(BIRTH_VILLAGE, number(born.toString(), village)),
                new Key(NAME_BIRTH_PREFECTURE, number(sound, born.toString(), village.substring(0, 4))));
    }

    static long number(String... words) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(String.join("|", words).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
