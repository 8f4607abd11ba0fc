package org.jingzhun.household.correction;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One field that gets another value.
 *
 * @param person whose field it is; null for a field of the household
 */
record Change(@Nullable String person, CorrectableField field, @Nullable String oldValue, @Nullable String newValue) {

    /** The head of a household is changed by two relations. */
    private static final String HEAD = "01";

    boolean isNone() {
        return Objects.equals(oldValue, newValue);
    }

    /** By which name the table of four eyes knows it. */
    String fourEyesField() {
        var changesHead = field == CorrectableField.RELATION && (HEAD.equals(oldValue) || HEAD.equals(newValue));
        return changesHead ? "head" : field.key();
    }

    @Override
    public String toString() {
        return "Change[" + field.key() + "]"; // values may be personal
    }
}
