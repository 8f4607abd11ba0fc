package org.jingzhun.household.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/**
 * Values by field: text and codes as text, yes and no as boolean, days as {@link LocalDate}, amounts as {@link BigDecimal}, counts as
 * integer, phones and resident IDs in clear or masked. What is empty or withheld has no value.
 */
public final class FieldValues {

    private final Map<Field, Object> values = new EnumMap<>(Field.class);

    void put(Field field, @Nullable Object value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }

    /** The value; null where there is none. */
    public @Nullable Object get(Field field) {
        return values.get(field);
    }

    /** The value as text; null where there is none. */
    public @Nullable String text(Field field) {
        var value = values.get(field);
        return value == null ? null : value.toString();
    }

    /** A day; null where there is none. */
    public @Nullable LocalDate day(Field field) {
        return (LocalDate) values.get(field);
    }

    /** All values there are, in the order of the catalogue. */
    public Map<Field, Object> all() {
        return new EnumMap<>(values);
    }

    @Override
    public String toString() {
        return values.keySet().toString(); // the values are personal
    }
}
