package org.jingzhun.household.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.jingzhun.household.field.Field;
import org.jingzhun.household.imports.sheet.CellKind;
import org.jingzhun.household.imports.sheet.Row;
import org.jingzhun.household.rules.Finding;

/** The cells of one row by their fields, and what has been found wrong with them so far. */
final class Cells {

    private static final int EXACT_DIGITS = 15; // of a number cell; further ones are lost

    private final Layout layout;
    private final PlainText plain = new PlainText();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Field> doubtful = EnumSet.noneOf(Field.class);
    private Row row;

    Cells(Layout layout, Row row) {
        this.layout = layout;
        this.row = row;
    }

    void start(Row next) {
        row = next;
        findings.clear();
        doubtful.clear();
    }

    Layout layout() {
        return layout;
    }

    int normalised() {
        return plain.changedCells();
    }

    /** What is wrong with the row. */
    List<Finding> findings() {
        return findings.isEmpty() ? List.of() : List.copyOf(findings);
    }

    /** Fields that could not be read. */
    Set<Field> doubtful() {
        return doubtful;
    }

    boolean isDoubtful(Field field) {
        return doubtful.contains(field);
    }

    void refuse(String code, Field field, String... arguments) {
        findings.add(new Finding(code, field, arguments));
        doubtful.add(field);
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    /** The text of a field without blanks; an error of a formula is none. */
    String tight(Field field) {
        return plain.tight(text(field));
    }

    /** The text of a field with narrow letters and digits. */
    String narrow(Field field) {
        return plain.narrow(text(field));
    }

    private String text(Field field) {
        var place = layout.place(field);
        if (place.column() < 0) {
            return "";
        }
        if (row.kind(place.column()) == CellKind.ERROR) {
            if (doubtful.add(field)) {
                findings.add(new Finding("cell-error", field));
            }
            return "";
        }
        var text = row.text(place.column());
        if (place.part() >= 0) {
            var parts = text.split("[/／、;；]", -1);
            return place.part() < parts.length ? parts[place.part()].strip() : "";
        }
        return text.length() > 1 && text.charAt(0) == '\'' ? text.substring(1) : text; // as workbooks mark texts that look like more
    }

    CellKind kind(Field field) {
        var column = layout.place(field).column();
        return column < 0 ? CellKind.EMPTY : row.kind(column);
    }

    boolean isFormula(Field field) {
        return kind(field) == CellKind.FORMULA;
    }

    boolean isNumber(Field field) {
        return kind(field) == CellKind.NUMBER;
    }

    /** Whether days are counted from 1904. */
    boolean isFrom1904() {
        return row.isFrom1904();
    }

    /** Whether a number cell of so many digits has lost the last ones. */
    static boolean isInexact(String written) {
        return plainNumber(written).length() > EXACT_DIGITS;
    }

    /** A number without an exponent. */
    static String plainNumber(String written) {
        try {
            var number = new BigDecimal(written);
            return isReasonable(number) ? number.stripTrailingZeros().toPlainString() : written;
        } catch (NumberFormatException e) {
            return written;
        }
    }

    /** 1E+999999999 is a number, but written out it would fill the memory. */
    static boolean isReasonable(BigDecimal number) {
        return Math.abs(number.scale()) < 100 && number.precision() < 100;
    }
}
