package org.jingzhun.bench.generator;

import java.math.BigInteger;

/**
 * Household numbers 【户编号】 and person numbers 【人编号】: digits that tell nothing. A permutation of a running number keeps them
 * unique over all counties, and their lengths (14, 16 and 17) keep them from being taken for resident IDs of 15 or 18 digits.
 */
final class RegisterNumbers {

    private static final BigInteger FACTOR = BigInteger.valueOf(48_271_936_480_207L); // no common factor with 9 × 10^n

    private final long seed;
    private final long county;

    RegisterNumbers(long seed, String county) {
        this.seed = seed;
        this.county = Long.parseLong(county);
    }

    String household(int village, boolean registered, int index) {
        return scrambled(ordinal(village, registered, index), 14);
    }

    String person(int village, boolean registered, int index, int member) {
        return scrambled(ordinal(village, registered, index) * 10 + member, 16);
    }

    /** For who was born or married into a household: 17 digits. */
    String newcomer(int village, boolean registered, int index, int newcomer) {
        return scrambled(ordinal(village, registered, index) * 100 + newcomer, 17);
    }

    /** @param slot 0 to 39: members, newcomers, later numbers of the head */
    String phone(int village, boolean registered, int index, int slot) {
        return Phones.of(((village * 2L + (registered ? 0 : 1)) * 33_000 + index) * 40 + slot, seed);
    }

    private long ordinal(int village, boolean registered, int index) {
        if (village > 999 || index >= 50_000) {
            throw new IllegalArgumentException("more than 999 villages in a county, or 50,000 households in a village");
        }
        return (county * 1_000 + village) * 100_000L + index * 2L + (registered ? 0 : 1);
    }

    private String scrambled(long ordinal, int digits) {
        var lowest = BigInteger.TEN.pow(digits - 1);
        var range = lowest.multiply(BigInteger.valueOf(9));
        return BigInteger.valueOf(ordinal).multiply(FACTOR)
                .add(BigInteger.valueOf(seed).multiply(BigInteger.valueOf(7_919_000_003L)))
                .mod(range).add(lowest).toString();
    }
}
