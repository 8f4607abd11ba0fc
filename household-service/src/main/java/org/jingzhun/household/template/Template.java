package org.jingzhun.household.template;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;

/** A national list 【国家表样】 by its columns. What it leaves out, it says nothing of. */
public enum Template {

    /** Households with all their fields and the income of a year, 2023; a row is a household. */
    LIST_A(Unit.HOUSEHOLD, Columns.LIST_A),

    /** Population list of 2017 to 2019, 26 columns. */
    LIST_B(Unit.PERSON, Columns.LIST_B),

    /** List of the escaped-poverty population of 2022, 32 columns. */
    LIST_C(Unit.PERSON, Columns.LIST_C),

    /** Members of 2021, 47 columns. */
    LIST_D(Unit.PERSON, Columns.LIST_D),

    /** What is known of monitored households, 2023, beside the columns that tell which household; a row is a household. */
    LIST_E(Unit.HOUSEHOLD, Columns.LIST_E),

    /** Who works where, month by month 【务工月监测】; it finds persons and makes none. */
    WORK_MONTH(Unit.PERSON, Columns.WORK_MONTH);

    /** What a row is. */
    public enum Unit {
        HOUSEHOLD, PERSON
    }

    private static final Set<Field> FINDING = Collections.unmodifiableSet(EnumSet.of(Field.NAME, Field.RESIDENT_ID));

    private final Unit unit;
    @SuppressWarnings("ImmutableEnumChecker") // of records, and nobody can change it
    private final List<Column> columns;
    @SuppressWarnings("ImmutableEnumChecker") // a view that nobody can change
    private final Set<Field> fields;
    @SuppressWarnings("ImmutableEnumChecker") // a view that nobody can change
    private final Set<Field> required;

    Template(Unit unit, List<Column> columns) {
        this.unit = unit;
        this.columns = columns;
        var all = EnumSet.noneOf(Field.class);
        var needed = EnumSet.noneOf(Field.class);
        for (var column : columns) {
            all.add(column.field());
            if (column.isRequired()) {
                needed.add(column.field());
            }
        }
        this.fields = Collections.unmodifiableSet(all);
        this.required = Collections.unmodifiableSet(needed);
    }

    /** What a row of it is. */
    public Unit unit() {
        return unit;
    }

    /** Whether a row is a household. */
    public boolean isOfHouseholds() {
        return unit == Unit.HOUSEHOLD;
    }

    /** Its columns in the order in which it is published. */
    public List<Column> columns() {
        return columns;
    }

    /** Of which fields it can speak. */
    public Set<Field> fields() {
        return fields;
    }

    /** The fields that a file must have to be this list. */
    public Set<Field> required() {
        return required;
    }

    /** Whether it can speak of this field. */
    public boolean has(Field field) {
        return fields.contains(field);
    }

    /** Whether it tells enough of a person and a household to make new ones. */
    public boolean canCreate() {
        return has(Field.LABOUR) && has(Field.RELATION);
    }

    /** Whether it says something of this field, rather than using it only to find or to check whom it speaks of. */
    public boolean tells(Field field) {
        return field.holder() != Holder.NONE && has(field) && (canCreate() || !FINDING.contains(field));
    }
}
