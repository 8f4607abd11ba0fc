package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.field.Shape;

/**
 * Which columns of the register a file speaks of. What it does not have, an import leaves as it is; what it has and leaves empty becomes
 * empty.
 */
record RegisterColumns(Set<Field> told) {

    /** The fields of a table that the file tells, with those that follow from them. */
    List<Field> of(Holder holder) {
        return Field.of(holder).stream().filter(this::isTold).toList();
    }

    boolean tells(Holder holder) {
        return !of(holder).isEmpty();
    }

    private boolean isTold(Field field) {
        return told.contains(field) || (field.isDerived() && told.contains(Field.RESIDENT_ID));
    }

    /** All columns of a table that are written: a phone with its digest; a resident ID's never changes by a file. */
    List<String> written(Holder holder) {
        var columns = new ArrayList<String>();
        for (var field : of(holder)) {
            columns.add(field.column());
            if (field.kind() == Shape.Kind.PHONE) {
                columns.add(digest(field.column()));
            }
        }
        return columns;
    }

    /** The same with the names that they have among the rows of the file. */
    String staged(Holder holder, String alias) {
        return written(holder).stream().map(column -> alias + "." + (alias.equals("r") ? inRow(holder, column) : column))
                .collect(Collectors.joining(", "));
    }

    String assignments(Holder holder, String register, String alias) {
        return written(holder).stream()
                .map(column -> register + "." + column + " = " + alias + "."
                        + (alias.equals("r") ? inRow(holder, column) : column))
                .collect(Collectors.joining(", "));
    }

    /** True where a row of the register differs from what the file has. */
    String differs(Holder holder, String register, String alias) {
        var fields = compared(holder);
        return fields.isEmpty()
                ? "false"
                : fields.stream().map(field -> differs(field, register, alias)).collect(Collectors.joining(" or ", "(", ")"));
    }

    /** The fields whose values are compared: a resident ID is what a person is found by. */
    List<Field> compared(Holder holder) {
        return of(holder).stream().filter(field -> field.kind() != Shape.Kind.DOCUMENT).toList();
    }

    /** True where one field differs. */
    static String differs(Field field, String register, String alias) {
        return unequal(field, register + "." + compared(field), alias + "." + staged(field, alias));
    }

    /** Texts to the letter, for the collation knows no case. */
    private static String unequal(Field field, String one, String other) {
        return field.kind() == Shape.Kind.TEXT
                ? "not (cast(%s as binary) <=> cast(%s as binary))".formatted(one, other)
                : "not (%s <=> %s)".formatted(one, other);
    }

    /** True where a field has changed in the register since. */
    static String changed(Field field, String before, String now) {
        return unequal(field, before + "." + compared(field), now + "." + compared(field));
    }

    /** The column that tells whether a field differs: of a cipher, its digest. */
    static String compared(Field field) {
        return field.isEncrypted() ? digest(field.column()) : field.column();
    }

    /** The same among the rows or the households of the file. */
    static String staged(Field field, String alias) {
        return alias.equals("r") ? inRow(field.holder(), compared(field)) : compared(field);
    }

    static String digest(String cipher) {
        return cipher + "_digest";
    }

    /** A person and his household may both have a phone in a row. */
    static String inRow(Holder holder, String column) {
        return holder == Holder.HOUSEHOLD && column.startsWith("phone") ? "household_" + column : column;
    }

    static Set<Field> parse(Collection<String> keys) {
        var fields = EnumSet.noneOf(Field.class);
        keys.forEach(key -> Field.of(key).ifPresent(fields::add));
        return fields;
    }
}
