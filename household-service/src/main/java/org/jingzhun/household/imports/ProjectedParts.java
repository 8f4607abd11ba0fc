package org.jingzhun.household.imports;

import java.time.LocalDate;

import org.jingzhun.household.facts.FactColumns;
import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.rules.Values;
import org.jspecify.annotations.Nullable;

/** What a projected household is made of: what its file tells, and what the register knows. */
final class ProjectedParts {

    private ProjectedParts() {}

    /** A value as it is stored, not deciphered as long as nobody asks for it; perhaps none. */
    static final class Sealed {

        private final byte @Nullable [] stored;

        Sealed(byte @Nullable [] stored) {
            this.stored = stored;
        }

        byte @Nullable [] stored() {
            return stored;
        }
    }

    /** What the file tells of each table; {@code persons} where its rows are persons. */
    record Told(FactColumns household, FactColumns year, FactColumns person, boolean relation, boolean phone, boolean persons) {

        static Told by(Range range) {
            var columns = range.columns();
            return new Told(FactColumns.of(columns.of(Holder.HOUSEHOLD)), FactColumns.of(columns.of(Holder.HOUSEHOLD_YEAR)),
                    FactColumns.of(columns.of(Holder.PERSON)), columns.told().contains(Field.RELATION),
                    columns.told().contains(Field.PHONE), !range.template().isOfHouseholds());
        }
    }

    /**
     * A household that changes.
     *
     * @param kind as in {@link Kinds#ofHousehold()}
     * @param told what the file says of it
     * @param year what the file says of its year
     * @param register what the register has, null where it does not know it
     * @param dataYear the latest year of a list that told of it, 0 where none did
     */
    record Household(int seq, int kind, String number, String village, LocalDate effectiveOn, Values told, Values year,
            @Nullable Values register, long id, LocalDate validFrom, int dataYear) {

        boolean isNew() {
            return (kind & 1) != 0;
        }

        boolean isChanged() {
            return (kind & 2) != 0;
        }
    }

    /** A row of the file; kind as in {@link Kinds#ofRow()}. */
    record FileRow(int row, int kind, String number, LocalDate effectiveOn, Values told, Sealed phone) {

        boolean isOfNewPerson() {
            return (kind & 1) != 0;
        }

        boolean isChanged() {
            return (kind & 2) != 0;
        }

        /** Of somebody whom the register knows, but not as a member. */
        boolean movesIn() {
            return (kind & 5) == 4;
        }
    }

    /** A person of the register; {@code lives} in the household, or moves in by the file. */
    record Known(String number, long id, LocalDate validFrom, Values values, Sealed phone, boolean lives) {}
}
