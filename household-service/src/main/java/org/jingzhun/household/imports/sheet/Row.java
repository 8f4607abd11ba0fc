package org.jingzhun.household.imports.sheet;

import java.util.Arrays;

/** One row as read; reused for the next one, so whoever keeps it takes {@link #copy()}. */
public final class Row {

    private int number;
    private int width;
    private boolean from1904;
    private String[] texts = new String[64];
    private CellKind[] kinds = new CellKind[64];

    Row() {
        Arrays.fill(texts, "");
        Arrays.fill(kinds, CellKind.EMPTY);
    }

    void start(int newNumber) {
        number = newNumber;
        Arrays.fill(texts, 0, width, "");
        Arrays.fill(kinds, 0, width, CellKind.EMPTY);
        width = 0;
    }

    void set(int column, CellKind kind, String text) {
        if (column >= texts.length) {
            var old = texts.length;
            var grown = Math.max(column + 1, old * 2);
            texts = Arrays.copyOf(texts, grown);
            kinds = Arrays.copyOf(kinds, grown);
            Arrays.fill(texts, old, grown, "");
            Arrays.fill(kinds, old, grown, CellKind.EMPTY);
        }
        texts[column] = text;
        kinds[column] = text.isEmpty() && kind != CellKind.FORMULA ? CellKind.EMPTY : kind;
        width = Math.max(width, column + 1);
    }

    /** The number that the author's program shows beside the row, from 1. */
    public int number() {
        return number;
    }

    /** Whether its workbook counts days from 1904, as those of old Macintoshes do. */
    public boolean isFrom1904() {
        return from1904;
    }

    void countFrom1904() {
        from1904 = true;
    }

    public int width() {
        return width;
    }

    public String text(int column) {
        return column < width ? texts[column] : "";
    }

    public CellKind kind(int column) {
        return column < width ? kinds[column] : CellKind.EMPTY;
    }

    public boolean isBlank() {
        for (int column = 0; column < width; column++) {
            if (!texts[column].isBlank()) {
                return false;
            }
        }
        return true;
    }

    public Row copy() {
        var copy = new Row();
        copy.number = number;
        copy.width = width;
        copy.from1904 = from1904;
        copy.texts = texts.clone();
        copy.kinds = kinds.clone();
        return copy;
    }
}
