package org.jingzhun.household.change;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * One field that gets another value.
 *
 * @param household in which it shows
 * @param person whose field it is; null for a field of the household
 * @param year of a field of the household's year
 * @param born of the person, so that a child's values are withheld also where the register does not have the child yet
 */
record Line(String household, @Nullable String person, @Nullable Integer year, String field, @Nullable String oldValue,
        @Nullable String newValue, @Nullable LocalDate born) {

    /** What is changed, without its values. */
    Place place() {
        return new Place(household, person, year, field);
    }

    @Override
    public String toString() {
        return "Line[" + field + "]"; // values may be personal
    }

    /** A field of a household, a person, or a year. */
    record Place(String household, @Nullable String person, @Nullable Integer year, String field) {}
}
