package org.jingzhun.starter.rotation;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A column that {@link org.jingzhun.starter.crypto.FieldCipher} writes: a bean for each of them, so that a rotation of keys finds it. In the SQL expressions the table
 * is called {@code t}.
 *
 * @param key the columns of the primary key, whole numbers
 * @param associated what {@code FieldCipher} is told as the column
 * @param row an SQL expression for what it is told as the row
 * @param rowsAtOnce how many rows are read and written in one transaction
 */
public record EncryptedColumn(String table, List<String> key, String column, String associated, String row, int rowsAtOnce) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final int ROWS_AT_ONCE = 500;

    public EncryptedColumn {
        key = List.copyOf(key);
        if (key.isEmpty() || !NAME.matcher(table).matches() || !NAME.matcher(column).matches()
                || !key.stream().allMatch(NAME.asMatchPredicate())) {
            throw new IllegalArgumentException("not a column of a table: " + table + "." + column);
        }
    }

    /** A column of a table with one column as its primary key. */
    public static EncryptedColumn of(String table, String key, String column, String associated, String row) {
        return of(table, List.of(key), column, associated, row);
    }

    public static EncryptedColumn of(String table, List<String> key, String column, String associated, String row) {
        return new EncryptedColumn(table, key, column, associated, row, ROWS_AT_ONCE);
    }

    String name() {
        return table + "." + column;
    }

    String counting() {
        return "select count(*) from " + table;
    }

    /** The next rows after a position, in the order of the primary key; its parameters are those of {@link #after}. */
    String reading() {
        return "select %s, t.%s, %s from %s t where %s order by %s limit %d".formatted(listed("t."), column, row, table,
                condition(), listed("t."), rowsAtOnce);
    }

    /** Only if nobody has changed the field since it was read. */
    String writing() {
        return "update %s set %s = ? where %s and %s = ?".formatted(table, column,
                key.stream().map(part -> part + " = ?").collect(Collectors.joining(" and ")), column);
    }

    private String listed(String alias) {
        return key.stream().map(part -> alias + part).collect(Collectors.joining(", "));
    }

    /** Without row constructors, which MySQL does not always read an index by: {@code a >= ? and (a > ? or a = ? and (b > ?))}. */
    private String condition() {
        return "t." + key.getFirst() + " >= ? and " + greater(0);
    }

    private String greater(int from) {
        var part = "t." + key.get(from);
        return from == key.size() - 1
                ? part + " > ?"
                : "(" + part + " > ? or (" + part + " = ? and " + greater(from + 1) + "))";
    }

    Object[] after(List<Long> position) {
        return IntStream.range(0, key.size())
                .boxed()
                .flatMap(i -> IntStream.range(0, i == key.size() - 1 ? 1 : 2).mapToObj(again -> position.get(i)))
                .collect(Collectors.collectingAndThen(Collectors.toList(), rest -> {
                    rest.addFirst(position.getFirst());
                    return rest.toArray();
                }));
    }

    List<Long> beginning() {
        return key.stream().map(part -> Long.MIN_VALUE).toList();
    }
}
