package org.jingzhun.household.imports;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.field.Shape;
import org.jingzhun.household.template.Template;

/**
 * Where each field stands in a sheet.
 *
 * @param rows the heading row, or the second of two; data follow
 * @param titles the headings as they are written, by column, for the way back
 */
record Layout(Template template, Map<Field, Place> columns, int rows, List<String> titles) {

    static final Place NOWHERE = new Place(-1, -1);

    /**
     * A column, or a part of it.
     *
     * @param part the how manieth of the values that share the column; -1 where it has one
     */
    record Place(int column, int part) {}

    Place place(Field field) {
        return columns.getOrDefault(field, NOWHERE);
    }

    boolean has(Field field) {
        return columns.containsKey(field);
    }

    /** Whether a column has days. */
    boolean isDay(int column) {
        return columns.entrySet().stream()
                .anyMatch(it -> it.getValue().column() == column && it.getKey().kind() == Shape.Kind.DAY);
    }

    /** What the file says of households and persons; everything else only finds or checks whom it speaks of. */
    Set<Field> told() {
        var told = EnumSet.noneOf(Field.class);
        columns.keySet().stream().filter(field -> isTold(template, field)).forEach(told::add);
        if (template.canCreate() && has(Field.PHONE) && !has(Field.HOUSEHOLD_PHONE)) {
            told.add(Field.HOUSEHOLD_PHONE); // the older list has one phone: the head's is the household's
        }
        return Collections.unmodifiableSet(told);
    }

    /** Whether a file of this list may have the field beside what the list is published with. */
    static boolean isAccepted(Template template, Field field) {
        return template.has(field) || field == Field.HAMLET || switch (field) {
            case SEQUENCE, DATA_DATE, DATA_YEAR, PROVINCE, CITY, MEMBERS -> true;
            case HEAD_NAME, HEAD_RESIDENT_ID -> template.canCreate();
            default -> !field.isByCommand() && isOfRow(template, field);
        };
    }

    private static boolean isOfRow(Template template, Field field) {
        return switch (field.holder()) {
            case HOUSEHOLD -> template.canCreate() || template.isOfHouseholds();
            case HOUSEHOLD_YEAR -> template.isOfHouseholds();
            case PERSON -> !template.isOfHouseholds() && (template.canCreate() || !field.isDerived());
            case MEMBERSHIP -> template.canCreate();
            case NONE -> false;
        };
    }

    private static boolean isTold(Template template, Field field) {
        if (field.holder() == Holder.NONE || field.isDerived() || field.isByCommand()
                || (!template.canCreate() && (field == Field.NAME || field == Field.RESIDENT_ID))) {
            return false;
        }
        return field != Field.HAMLET || template.canCreate() || template.isOfHouseholds();
    }
}
