package org.jingzhun.household.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Shape;

/** The statement that loads rows of a file with what it speaks of; {@link StagingTables} writes their values in the same order. */
record StagingColumns(List<Field> plain, List<Field> phones, String statement) {

    static StagingColumns of(Set<Field> told, int digestGeneration) {
        var plain = new ArrayList<Field>();
        var phones = new ArrayList<Field>();
        for (var field : Field.values()) {
            if (field.kind() == Shape.Kind.PHONE && told.contains(field)) {
                phones.addFirst(field); // the household's comes first: its members often have the same
            } else if (!field.isEncrypted()
                    && (told.contains(field) || (field.isDerived() && told.contains(Field.RESIDENT_ID)))) {
                plain.add(field);
            }
        }
        var columns = new ArrayList<>(List.of("import_id", "household_seq", "row_no", "refused", "change_kind",
                "household_number", "person_number", "village", "stated_members", "effective_on", "head_name", "@head_digest",
                "@resident_id", "@resident_id_digest"));
        var set = new ArrayList<>(List.of("head_digest = unhex(@head_digest)", "resident_id = unhex(@resident_id)",
                "resident_id_digest = unhex(@resident_id_digest)", "digest_generation = " + digestGeneration));
        if (!told.contains(Field.NAME)) {
            columns.add("name"); // of who is only found by it
        }
        for (var field : phones) {
            for (var column : List.of(field.column(), RegisterColumns.digest(field.column()))) {
                var name = RegisterColumns.inRow(field.holder(), column);
                columns.add("@" + name);
                set.add(name + " = unhex(@" + name + ")");
            }
        }
        plain.forEach(field -> columns.add(RegisterColumns.inRow(field.holder(), field.column())));
        return new StagingColumns(plain, phones, """
                load data local infile 'rows' into table import_row character set utf8mb4
                (%s) set %s
                """.formatted(String.join(", ", columns), String.join(", ", set)));
    }

    /** Whether the file says whose name a row has only to find the person. */
    boolean hasNameToFind() {
        return !plain.contains(Field.NAME);
    }
}
