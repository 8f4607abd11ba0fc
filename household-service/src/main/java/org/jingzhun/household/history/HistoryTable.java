package org.jingzhun.household.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.field.Shape;

/** A table of the register beside its history, as SQL. */
final class HistoryTable {

    static final String FOR_EVER = "'9999-12-31'";
    static final String STILL_KNOWN = "'9999-12-31 00:00:00'";

    private HistoryTable() {}

    /** What a row says, without its identity and its periods; digests stand beside what they are of. */
    static List<String> columns(Holder holder) {
        var columns = new ArrayList<>(switch (holder) {
            case HOUSEHOLD -> List.of("number", "village", "data_year");
            case PERSON -> List.of("number");
            case MEMBERSHIP -> List.of("household_id", "person_id");
            case HOUSEHOLD_YEAR -> List.of("household_id", "year");
            case NONE -> throw new IllegalArgumentException("no table");
        });
        for (var field : Field.of(holder)) {
            columns.add(field.column());
            if (field.kind() == Shape.Kind.PHONE || field.kind() == Shape.Kind.DOCUMENT) {
                columns.add(digest(field.column()));
            }
        }
        return columns;
    }

    /** The column of the digest of a cipher. */
    static String digest(String cipher) {
        return cipher + "_digest";
    }

    static boolean isCipher(Holder holder, String column) {
        return Field.of(holder).stream().anyMatch(field -> field.isEncrypted() && field.column().equals(column));
    }

    /** The last day, exclusive, of a current row: for ever, but for who has left. */
    static String end(Holder holder, String alias) {
        return holder == Holder.MEMBERSHIP ? "coalesce(%s.left_on, %s)".formatted(alias, FOR_EVER) : FOR_EVER;
    }

    static String listed(Holder holder, String alias) {
        return columns(holder).stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
    }

    /** Files rows as they are: for the given period, known until, or from. */
    static String file(Holder holder, String validTo, String recordedFrom, String recordedTo, String where) {
        return """
                insert into %s (id, %s, valid_from, valid_to, recorded_from, recorded_to, changed_by)
                select t.id, %s, t.valid_from, %s, %s, %s, t.changed_by
                  from %s t
                 where %s
                """.formatted(holder.history(), String.join(", ", columns(holder)), listed(holder, "t"), validTo, recordedFrom,
                recordedTo, holder.table(), where);
    }
}
