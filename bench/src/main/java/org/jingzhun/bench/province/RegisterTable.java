package org.jingzhun.bench.province;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** A table of the register with the columns of its files, in their order. Ciphers and digests are hexadecimal there. */
enum RegisterTable {

    // @formatter:off: one table a line
    HOUSEHOLD("household", "id", "number", "village", "#phone", "#phone_digest", "data_year", "version", "created_at", "changed_at"),
    PERSON("person", "id", "number", "#resident_id", "#resident_id_digest", "#phone", "#phone_digest", "version", "created_at", "changed_at"),
    MEMBERSHIP(null, "id", "household_id", "person_id", "relation", "joined_on", "join_reason", "version", "created_at", "changed_at"),
    HOUSEHOLD_YEAR("household_year", "id", "household_id", "year", "version", "created_at", "changed_at"),
    HOUSEHOLD_HISTORY("household", "id", "number", "village", "#phone", "#phone_digest", "data_year", "valid_to", "recorded_to"),
    PERSON_HISTORY("person", "id", "number", "#resident_id", "#resident_id_digest", "#phone", "#phone_digest", "valid_to", "recorded_to");
    // @formatter:on

    /** The columns that every file ends with. */
    private static final List<String> ENDING = List.of("valid_from", "recorded_from", "changed_by");

    private final @Nullable String fields;
    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> fixed;

    RegisterTable(@Nullable String fields, String... fixed) {
        this.fields = fields;
        this.fixed = List.of(fixed);
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What of a member's row goes into it. */
    List<Mapping> fields() {
        return fields == null ? List.of() : Mapping.of(fields);
    }

    /** Whether the rows have no number of their own. */
    boolean isNumberedByDatabase() {
        return this == HOUSEHOLD_HISTORY || this == PERSON_HISTORY;
    }

    String load(String file) {
        var columns = new ArrayList<String>();
        var set = new ArrayList<String>();
        for (var column : fixed) {
            if (column.startsWith("#")) {
                columns.add("@" + column.substring(1));
                set.add("%s = unhex(@%s)".formatted(column.substring(1), column.substring(1)));
            } else {
                columns.add(column);
            }
        }
        fields().forEach(field -> columns.add(field.column()));
        columns.addAll(ENDING);
        return "load data local infile '%s' into table %s character set utf8mb4 (%s)%s".formatted(file, table(),
                String.join(", ", columns),
                set.isEmpty() ? "" : " set " + String.join(", ", set));
    }
}
