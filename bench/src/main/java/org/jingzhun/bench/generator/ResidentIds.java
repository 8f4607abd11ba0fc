package org.jingzhun.bench.generator;

import java.time.LocalDate;

/**
 * Hands out resident IDs, each once. The 1,000 sequence numbers of a day and county are shared out: between the sexes as the law has
 * it; between persons of registered households and all others, so that it makes no difference to the ones how many of the others a
 * list holds; and between seeds, so that lists of seeds that differ modulo {@value #SEEDS} have nobody in common.
 */
final class ResidentIds {

    static final int SEEDS = 5;
    /** How many days are looked at before a year is taken to be full. */
    private static final int DAYS = 10_000;

    private static final int ALL_DRAWS = 250 / SEEDS;
    private static final int NEWCOMERS = 5; // kept for who comes later
    private static final int DRAWS = ALL_DRAWS - NEWCOMERS;

    private final int share;
    private final Numbers given = new Numbers();

    ResidentIds(long seed) {
        share = Math.floorMod(seed, SEEDS);
    }

    String next(String division, LocalDate birth, Sex sex, boolean registered, Dice dice) {
        return next(division, birth, sex, registered, 0, DRAWS, dice);
    }

    /** For who comes into a household in that year: whoever comes in other years, or was there before, makes no difference. */
    String nextNewcomer(String division, LocalDate birth, Sex sex, boolean registered, int year, Dice dice) {
        return next(division, birth, sex, registered, DRAWS + year % NEWCOMERS, 1, dice);
    }

    private String next(String division, LocalDate birth, Sex sex, boolean registered, int from, int draws, Dice dice) {
        var day = birth;
        for (var looked = 0; looked < DAYS; looked++) {
            var first = dice.below(draws);
            for (var i = 0; i < draws; i++) {
                var draw = SEEDS * (from + (first + i) % draws) + share;
                var id = ResidentId.of(division, day, 4 * draw + (registered ? 0 : 2) + (sex == Sex.MALE ? 1 : 0));
                if (reserve(id)) {
                    return id;
                }
            }
            day = day.getDayOfYear() > 1 ? day.minusDays(1) : day.plusDays(27); // a day that is full: stay in the year
        }
        throw new IllegalArgumentException(
                "%s has no free resident IDs for so many who are born in %d: fewer persons".formatted(division, birth.getYear()));
    }

    /** False if these first 17 digits have been given before. */
    boolean reserve(String id) {
        return given.add(Long.parseLong(id.substring(0, 17)));
    }

    /** A set of positive numbers that costs 8 to 24 bytes each: a boxed one would not fit a province. */
    private static final class Numbers {

        private long[] slots = new long[1 << 16];
        private int size;

        boolean add(long number) {
            if (2 * size >= slots.length) {
                var old = slots;
                slots = new long[2 * old.length];
                for (var each : old) {
                    if (each != 0) {
                        slots[free(each)] = each;
                    }
                }
            }
            var at = free(number);
            if (slots[at] == number) {
                return false;
            }
            slots[at] = number;
            size++;
            return true;
        }

        private int free(long number) {
            var at = (int) ((number * 0x9E3779B97F4A7C15L) >>> 33) & (slots.length - 1);
            while (slots[at] != 0 && slots[at] != number) {
                at = (at + 1) & (slots.length - 1);
            }
            return at;
        }
    }
}
