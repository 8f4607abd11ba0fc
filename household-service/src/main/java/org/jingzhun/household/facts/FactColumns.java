package org.jingzhun.household.facts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.field.Holder;
import org.jingzhun.household.rules.Values;
import org.jspecify.annotations.Nullable;

/** Columns that rules look at, in the order in which they are selected. Ciphers are not among them: see {@link FactCiphers}. */
public final class FactColumns {

    /** What rules compare a person's values of before with those of now. */
    public static final FactColumns EARLIER_PERSON = new FactColumns(List.of(Field.BIRTH_DATE, Field.SEX, Field.EDUCATION,
            Field.SCHOOL_STATUS, Field.HEALTH, Field.LABOUR, Field.ETHNICITY, Field.WORK_STARTED_ON, Field.WORK_ENDED_ON));

    /** The same of a household. */
    public static final FactColumns EARLIER_HOUSEHOLD = new FactColumns(List.of(Field.HOUSEHOLD_TYPE, Field.EXIT_STATE,
            Field.DANGEROUS_HOUSE, Field.SAFE_WATER, Field.FIRST_IDENTIFIED_ON));

    private final Field[] fields;

    private FactColumns(Collection<Field> fields) {
        this.fields = fields.toArray(Field[]::new);
    }

    /** All of a table. */
    public static FactColumns of(Holder holder) {
        return of(Field.of(holder));
    }

    /** These, in this order, but for ciphers. */
    public static FactColumns of(Collection<Field> fields) {
        return new FactColumns(fields.stream().filter(field -> !field.isEncrypted()).toList());
    }

    /** How many there are. */
    public int size() {
        return fields.length;
    }

    /** Each with a comma before it: a list may be empty. */
    public String after(String alias) {
        return List.of(fields).stream().map(field -> ", " + alias + "." + field.column()).collect(Collectors.joining());
    }

    /** Takes the values of a row; gives the column after the last of them. */
    public int fill(ResultSet row, int from, Values values) throws SQLException {
        var column = from;
        for (var field : fields) {
            values.set(field, value(row, column++, field));
        }
        return column;
    }

    /** Lays these fields of one over those of another, also where they are empty. */
    public void lay(Values over, Values under) {
        for (var field : fields) {
            under.take(field, over);
        }
    }

    private static @Nullable Object value(ResultSet row, int column, Field field) throws SQLException {
        return switch (field.kind()) {
            case TEXT, CODE, CODES -> row.getString(column);
            case YES_NO -> {
                var yes = row.getBoolean(column);
                yield row.wasNull() ? null : (Object) yes;
            }
            case DAY -> row.getObject(column, LocalDate.class);
            case MONEY, DECIMAL -> row.getBigDecimal(column);
            case COUNT -> {
                var count = row.getInt(column);
                yield row.wasNull() ? null : (Object) count;
            }
            case PHONE, DOCUMENT -> throw new IllegalStateException(field + " is a cipher");
        };
    }
}
