package org.jingzhun.household.rules;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jingzhun.household.field.Field;

/** A set of fields that never changes: what a list has, or what a rule looks at. Quick to compare, for it is done for every row. */
@SuppressWarnings("EnumOrdinal") // bits by field, never stored
public final class Fields {

    static final int WORDS = (Field.values().length + 63) / 64;
    static final Fields NONE = new Fields(new long[WORDS]);

    private final long[] bits;

    Fields(long[] bits) {
        this.bits = bits;
    }

    /** These fields. */
    public static Fields of(Field... fields) {
        return of(List.of(fields));
    }

    /** These fields. */
    public static Fields of(Collection<Field> fields) {
        var bits = new long[WORDS];
        fields.forEach(field -> bits[field.ordinal() >> 6] |= 1L << field.ordinal());
        return new Fields(bits);
    }

    /** Every field there is. */
    public static Fields all() {
        return of(EnumSet.allOf(Field.class));
    }

    /** All but these. */
    public Fields without(Field... fields) {
        return new Fields(minus(bits, of(fields).bits));
    }

    /** These and those. */
    public Fields and(Fields others) {
        var joined = bits.clone();
        others.joinInto(joined);
        return new Fields(joined);
    }

    /** Those that are among the others as well. */
    Fields within(Fields others) {
        var both = bits.clone();
        for (int i = 0; i < WORDS; i++) {
            both[i] &= others.bits[i];
        }
        return new Fields(both);
    }

    /** Whether it is one of them. */
    public boolean has(Field field) {
        return (bits[field.ordinal() >> 6] & 1L << field.ordinal()) != 0;
    }

    /** As a set, for those who list them. */
    public Set<Field> asSet() {
        var set = EnumSet.noneOf(Field.class);
        for (var field : Field.values()) {
            if (has(field)) {
                set.add(field);
            }
        }
        return set;
    }

    boolean isEmpty() {
        for (var word : bits) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether all of them are in {@code known} and none in {@code doubtful}. */
    boolean areWithin(long[] known, long[] doubtful) {
        for (int i = 0; i < WORDS; i++) {
            if ((bits[i] & ~known[i]) != 0 || (bits[i] & doubtful[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    boolean areAmong(Fields others) {
        return areWithin(others.bits, NONE.bits);
    }

    void joinInto(long[] others) {
        for (int i = 0; i < WORDS; i++) {
            others[i] |= bits[i];
        }
    }

    long[] bits() {
        return bits.clone();
    }

    private static long[] minus(long[] all, long[] less) {
        var rest = all.clone();
        for (int i = 0; i < WORDS; i++) {
            rest[i] &= ~less[i];
        }
        return rest;
    }
}
