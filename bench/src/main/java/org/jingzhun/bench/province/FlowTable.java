package org.jingzhun.bench.province;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of the register that the flow of a city fills, with the columns of its files: fixed ones, fields, periods. */
enum FlowTable {

    HOUSEHOLD(Kind.HOUSEHOLD, false), PERSON(Kind.PERSON, false), MEMBERSHIP(Kind.MEMBERSHIP, false), //
    HOUSEHOLD_HISTORY(Kind.HOUSEHOLD, true), PERSON_HISTORY(Kind.PERSON, true), MEMBERSHIP_HISTORY(Kind.MEMBERSHIP, true);

    /** Whose rows these are. Ciphers and digests are hexadecimal in the files. */
    enum Kind {

        HOUSEHOLD("household", "number", "#phone", "#phone_digest"), //
        PERSON("person", "number", "#resident_id", "#resident_id_digest", "#phone", "#phone_digest"), //
        MEMBERSHIP(null, "household_id", "person_id", "relation");

        @SuppressWarnings("ImmutableEnumChecker") // List.of
        final List<String> fixed;
        @SuppressWarnings("ImmutableEnumChecker") // a list that is never changed
        final List<Mapping> fields;

        Kind(@org.jspecify.annotations.Nullable String fields, String... fixed) {
            this.fixed = List.of(fixed);
            this.fields = fields == null
                    ? List.of()
                    : Mapping.of(fields).stream().filter(field -> !Row.CHANGING.contains(field.column())).toList();
        }
    }

    final Kind kind;
    final boolean isHistory;

    FlowTable(Kind kind, boolean isHistory) {
        this.kind = kind;
        this.isHistory = isHistory;
    }

    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What of a row changes, in the order of the file. */
    static List<String> changing(Kind kind) {
        return switch (kind) {
            case HOUSEHOLD -> List.of("village", "type", "poor_kind", "exit_state", "main_cause", "first_identified_on");
            case PERSON -> List.of("died_on");
            case MEMBERSHIP -> List.of("joined_on", "join_reason", "left_on", "leave_reason");
        };
    }

    String load(String file) {
        var columns = new ArrayList<String>();
        var set = new ArrayList<String>();
        columns.add("id");
        for (var column : kind.fixed) {
            if (column.startsWith("#")) {
                columns.add("@" + column.substring(1));
                set.add("%1$s = unhex(@%1$s)".formatted(column.substring(1)));
            } else {
                columns.add(column);
            }
        }
        kind.fields.forEach(field -> columns.add(field.column()));
        columns.addAll(changing(kind));
        columns.addAll(isHistory
                ? List.of("valid_from", "valid_to", "recorded_from", "recorded_to")
                : List.of("version", "created_at", "changed_at", "valid_from", "recorded_from"));
        columns.add("changed_by");
        return "load data local infile '%s' into table %s character set utf8mb4 (%s)%s".formatted(file, table(),
                String.join(", ", columns), set.isEmpty() ? "" : " set " + String.join(", ", set));
    }
}
