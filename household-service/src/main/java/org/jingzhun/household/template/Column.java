package org.jingzhun.household.template;

import org.jingzhun.household.field.Field;

/**
 * A column of a national list.
 *
 * @param heading as it is published
 * @param isRequired whether a file without it is not this list
 */
public record Column(String heading, Field field, boolean isRequired) {

    /** How its cells are written. */
    public CellForm form() {
        return CellForm.of(field.kind());
    }
}
