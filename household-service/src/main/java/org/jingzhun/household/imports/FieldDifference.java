package org.jingzhun.household.imports;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Objects;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * One field in which a file differs from the register.
 *
 * @param isOlder whether the register holds from a later day than the file
 * @param register what the register has today; of what is encrypted, its digest
 * @param file what the file has
 */
record FieldDifference(Field field, State state, boolean isOlder, @Nullable Object register, @Nullable Object file) {

    /** What becomes of the difference. */
    enum State {

        /** The file's value is written. */
        CHANGED,

        /** The register knows better today; it stays. */
        REGISTER_NEWER,

        /** Somebody has to decide. */
        CONFLICTING
    }

    /**
     * Compares a value of the file with the register of today and of the file's day.
     *
     * @param older whether the register holds from a later day than the file
     * @param confirmed whether a later list has told of the household, so that what has not changed since is no less true
     * @param base the value of the file's day; only looked at where it is known
     */
    static State state(@Nullable Object register, @Nullable Object file, boolean older, boolean confirmed, boolean baseKnown,
            @Nullable Object base) {
        if (!older) {
            return State.CHANGED;
        }
        if (baseKnown && isSame(base, file)) {
            return State.REGISTER_NEWER;
        }
        return baseKnown && !confirmed && isSame(base, register) ? State.CHANGED : State.CONFLICTING;
    }

    static boolean isSame(@Nullable Object one, @Nullable Object other) {
        return switch (one) {
            case byte[] bytes -> other instanceof byte[] others && Arrays.equals(bytes, others);
            case BigDecimal number -> other instanceof BigDecimal others && number.compareTo(others) == 0;
            case null, default -> Objects.equals(one, other);
        };
    }
}
