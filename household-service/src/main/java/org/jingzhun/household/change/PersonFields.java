package org.jingzhun.household.change;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.person.ResidentId;
import org.jspecify.annotations.Nullable;

/** The fields that an officer gives of a person. */
final class PersonFields {

    /** A newborn child is entered within its first year. */
    static final int NEWBORN_UNTIL_YEARS = 1;

    static final Set<Field> CORRECTABLE = correctable(Holder.PERSON);
    static final Set<Field> REQUIRED = required();

    private PersonFields() {}

    static Set<Field> correctable(Holder holder) {
        var fields = EnumSet.noneOf(Field.class);
        Field.of(holder).stream().filter(Field::isCorrectable).forEach(fields::add);
        return fields;
    }

    static LocalDate born(Map<Field, @Nullable String> values) {
        return new ResidentId(Objects.requireNonNull(values.get(Field.RESIDENT_ID)).substring(0, 18)).birthDate();
    }

    private static Set<Field> required() {
        var fields = EnumSet.copyOf(CORRECTABLE);
        fields.removeIf(field -> !field.isRequired());
        return fields;
    }
}
