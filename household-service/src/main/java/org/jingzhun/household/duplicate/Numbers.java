package org.jingzhun.household.duplicate;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** New numbers of notices, pairs and searches: opaque. */
final class Numbers {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Numbers() {}

    static String random(String kind) {
        return kind + RANDOM.ints(LENGTH, 0, LETTERS.length()).mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
