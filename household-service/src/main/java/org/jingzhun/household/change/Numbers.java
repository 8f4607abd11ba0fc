package org.jingzhun.household.change;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** New numbers of households and persons: opaque. A change that is planned again gets the same ones. */
final class Numbers {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<String> given;
    private int next;

    private Numbers(List<String> given) {
        this.given = new ArrayList<>(given);
    }

    static Numbers fresh() {
        return new Numbers(List.of());
    }

    static Numbers again(List<String> given) {
        return new Numbers(given);
    }

    /** A number that nothing has had. */
    static String random(String kind) {
        return kind + RANDOM.ints(LENGTH, 0, LETTERS.length()).mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }

    String household() {
        return next("H");
    }

    String person() {
        return next("P");
    }

    List<String> given() {
        return List.copyOf(given);
    }

    private String next(String kind) {
        if (next == given.size()) {
            given.add(random(kind));
        }
        return given.get(next++);
    }
}
