package org.jingzhun.household.imports;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Numbers what has been seen before, 12 bytes an entry: a million household numbers in a map of texts would be 100 MB.
 *
 * <p>Texts are told apart by 64 bits of a hash that is seeded anew each time; what follows from a hit is looked at again in the
 * database.
 */
final class Fingerprints {

    static final int NEW = -1;

    private final long seed = new SecureRandom().nextLong();
    private long[] prints = new long[1 << 12];
    private int[] values = new int[1 << 12];
    private int size;

    /** The value that this text was first put in with; {@link #NEW} if it is seen for the first time. */
    int putIfAbsent(String text, int value) {
        var hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash ^ text.charAt(i));
        }
        return putIfAbsent(hash, value);
    }

    /** The same for what is a hash already. */
    int putIfAbsent(long hash, int value) {
        var print = hash == 0 ? 1 : hash;
        var slot = slot(print);
        if (prints[slot] == print) {
            return values[slot];
        }
        prints[slot] = print;
        values[slot] = value;
        if (++size * 2 > prints.length) {
            grow();
        }
        return NEW;
    }

    private int slot(long print) {
        var slot = (int) mix(print) & (prints.length - 1);
        while (prints[slot] != 0 && prints[slot] != print) {
            slot = (slot + 1) & (prints.length - 1);
        }
        return slot;
    }

    private void grow() {
        var oldPrints = prints;
        var oldValues = values;
        prints = new long[oldPrints.length * 2];
        values = Arrays.copyOf(oldValues, oldValues.length * 2);
        for (int i = 0; i < oldPrints.length; i++) {
            if (oldPrints[i] != 0) {
                var slot = slot(oldPrints[i]);
                prints[slot] = oldPrints[i];
                values[slot] = oldValues[i];
            }
        }
    }

    private static long mix(long value) {
        var mixed = (value ^ (value >>> 32)) * 0xd6e8feb86659fd93L;
        mixed = (mixed ^ (mixed >>> 32)) * 0xd6e8feb86659fd93L;
        return mixed ^ (mixed >>> 32);
    }
}
