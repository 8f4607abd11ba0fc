package org.jingzhun.household.imports;

import java.util.regex.Pattern;

import org.jingzhun.household.field.Field;
import org.jspecify.annotations.Nullable;

/** Reads the numbers of household and person: opaque, but no formula, and no number cell that has lost its last digits. */
final class NumberCells {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z_-]{1,32}");

    private final Cells cells;

    NumberCells(Cells cells) {
        this.cells = cells;
    }

    void read(StagedRow staged) {
        staged.householdNumber = number(Field.HOUSEHOLD_NUMBER, "household-number-wrong");
        if (staged.householdNumber == null && !cells.isDoubtful(Field.HOUSEHOLD_NUMBER)) {
            cells.refuse("household-number-missing", Field.HOUSEHOLD_NUMBER);
        }
        staged.personNumber = number(Field.PERSON_NUMBER, "person-number-wrong");
    }

    private @Nullable String number(Field field, String refusal) {
        var written = cells.tight(field);
        if (written.isEmpty()) {
            return null;
        }
        var number = cells.isNumber(field) ? Cells.plainNumber(written) : written;
        if (cells.isFormula(field) || (cells.isNumber(field) && Cells.isInexact(written)) || !NUMBER.matcher(number).matches()) {
            cells.refuse(refusal, field);
            return null;
        }
        return number;
    }
}
