package org.jingzhun.household.register;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.field.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one table of the register, in the order of the catalogue: how a statement names them, and how a row of them is read into
 * an array. Numbers stay ciphers until it is known that they are shown.
 */
public final class FieldColumns {

    /** What the first edition of the API had: nearly always filled, and in every answer. */
    static final Set<Field> FIRST_EDITION = EnumSet.of(Field.HAMLET, Field.HOUSEHOLD_TYPE, Field.POOR_KIND,
            Field.EXIT_STATE, Field.MAIN_CAUSE, Field.HOUSEHOLD_PHONE, Field.DANGEROUS_HOUSE, Field.SAFE_WATER,
            Field.WATER_DIFFICULTY, Field.INCOME_PER_HEAD, Field.MONITORED_KIND, Field.FIRST_IDENTIFIED_ON,
            Field.RISK_IDENTIFIED_ON, Field.RISK_ELIMINATED, Field.RISK_ELIMINATED_ON, Field.NAME, Field.SEX, Field.BIRTH_DATE,
            Field.DOCUMENT_KIND, Field.RESIDENT_ID, Field.PHONE, Field.ETHNICITY, Field.EDUCATION, Field.SCHOOL_STATUS,
            Field.HEALTH, Field.LABOUR, Field.WORK_PLACE, Field.WORK_MONTHS, Field.SERIOUS_ILLNESS_INSURANCE, Field.IDENTIFIED_ON,
            Field.RELATION, Field.JOINED_ON);

    public static final FieldColumns HOUSEHOLD = new FieldColumns(Holder.HOUSEHOLD);
    public static final FieldColumns PERSON = new FieldColumns(Holder.PERSON);
    public static final FieldColumns MEMBERSHIP = new FieldColumns(Holder.MEMBERSHIP);
    public static final FieldColumns HOUSEHOLD_YEAR = new FieldColumns(Holder.HOUSEHOLD_YEAR);

    private static final char BETWEEN = '\u001f';
    private static final int KEY = 2;

    private final Field[] fields;
    private final boolean[] isPacked;
    private final int plain;

    private FieldColumns(Holder holder) {
        this.fields = Field.of(holder).toArray(Field[]::new);
        this.isPacked = new boolean[fields.length];
        int alone = 0;
        for (int i = 0; i < fields.length; i++) {
            isPacked[i] = !FIRST_EDITION.contains(fields[i]);
            alone += isPacked[i] ? 0 : 1;
        }
        this.plain = alone;
    }

    /**
     * The same as few columns: those of the first edition, and one text with what else is known, each value behind its number. A column
     * costs the protocol more than a value, and most of them are empty.
     */
    String packed(String alias) {
        var parts = new StringBuilder();
        var rest = new StringBuilder();
        for (int i = 0; i < fields.length; i++) {
            var column = alias + "." + fields[i].column();
            if (!isPacked[i]) {
                parts.append(column).append(", ");
            } else {
                rest.append(", concat('%02d', %s)".formatted(i, fields[i].kind() == Shape.Kind.TEXT
                        ? "replace(%s, char(31), '')".formatted(column)
                        : column));
            }
        }
        return parts.append("concat_ws(char(31)").append(rest).append(')').toString();
    }

    /** How many columns that is. */
    int packedSize() {
        return plain + 1;
    }

    /** Reads a row of {@link #packed} columns that begin at this place. */
    @Nullable
    Object[] readPacked(ResultSet row, int first) throws SQLException {
        var values = new @Nullable Object[fields.length];
        int column = first;
        for (int i = 0; i < fields.length; i++) {
            if (!isPacked[i]) {
                values[i] = value(row, column++, fields[i]);
            }
        }
        var rest = row.getString(column);
        for (int from = 0; rest != null && from + KEY < rest.length();) {
            int end = rest.indexOf(BETWEEN, from);
            int to = end < 0 ? rest.length() : end;
            int field = 10 * (rest.charAt(from) - '0') + rest.charAt(from + 1) - '0';
            values[field] = value(rest.substring(from + KEY, to), fields[field]);
            from = to + 1;
        }
        return values;
    }

    private static Object value(String text, Field field) {
        return switch (field.kind()) {
            case TEXT, CODE -> text;
            case YES_NO -> !text.equals("0");
            case COUNT -> Integer.valueOf(text);
            case DAY -> LocalDate.parse(text);
            case MONEY, DECIMAL -> new BigDecimal(text);
            case CODES, PHONE, DOCUMENT -> throw new IllegalStateException("never packed: " + field);
        };
    }

    /** The columns as a list for a {@code select}. */
    public String listed(String alias) {
        return Arrays.stream(fields).map(field -> alias + "." + field.column()).collect(Collectors.joining(", "));
    }

    public int size() {
        return fields.length;
    }

    Field field(int index) {
        return fields[index];
    }

    /** The fields in their order. */
    public List<Field> fields() {
        return List.of(fields);
    }

    /** Where a field stands in the arrays. */
    public int index(Field field) {
        var index = Arrays.asList(fields).indexOf(field);
        if (index < 0) {
            throw new IllegalArgumentException("not of this table: " + field);
        }
        return index;
    }

    /** Reads a row whose columns begin at this place. */
    public @Nullable Object[] read(ResultSet row, int first) throws SQLException {
        var values = new @Nullable Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = value(row, first + i, fields[i]);
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, int column, Field field) throws SQLException {
        return switch (field.kind()) {
            case TEXT, CODE -> row.getString(column);
            case CODES -> codes(row.getString(column));
            case YES_NO -> {
                var value = row.getBoolean(column);
                yield row.wasNull() ? null : (Object) value;
            }
            case COUNT -> {
                var value = row.getInt(column);
                yield row.wasNull() ? null : (Object) value;
            }
            case DAY -> row.getObject(column, LocalDate.class);
            case MONEY, DECIMAL -> row.getBigDecimal(column);
            case PHONE, DOCUMENT -> row.getBytes(column);
        };
    }

    private static @Nullable List<String> codes(@Nullable String joined) {
        return joined == null ? null : List.of(joined.split(","));
    }
}
