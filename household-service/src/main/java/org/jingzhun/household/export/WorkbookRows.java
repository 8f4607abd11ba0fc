package org.jingzhun.household.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jingzhun.household.record.Wording;
import org.jingzhun.household.template.CellForm;
import org.jingzhun.household.template.Column;
import org.jspecify.annotations.Nullable;

/** A workbook, written as it goes; a sheet that is full is followed by another with the same headings. */
final class WorkbookRows implements RowWriter {

    private static final int ROWS_OF_A_SHEET = 1_000_000;
    private static final int ROWS_BETWEEN_FLUSHES = 1_000;

    private final Workbook workbook;
    private final Wording wording;
    private final List<Column> columns;
    private Worksheet sheet;
    private int sheets;
    private int row;

    WorkbookRows(OutputStream out, List<Column> columns, Wording wording) {
        this.workbook = new Workbook(out, "Jingzhun", "1.0");
        this.wording = wording;
        this.columns = columns;
        this.sheet = newSheet();
    }

    private Worksheet newSheet() {
        var next = workbook.newWorksheet(sheets == 0 ? "数据" : "数据" + (sheets + 1));
        for (int i = 0; i < columns.size(); i++) {
            next.value(0, i, columns.get(i).heading());
        }
        next.freezePane(0, 1);
        sheets++;
        row = 1;
        return next;
    }

    @Override
    public void row(List<Column> its, List<@Nullable Object> values) throws IOException {
        if (row > ROWS_OF_A_SHEET) {
            sheet.finish();
            sheet = newSheet();
        }
        for (int i = 0; i < its.size(); i++) {
            var value = values.get(i);
            if (value != null) {
                cell(i, its.get(i), value);
            }
        }
        if (row++ % ROWS_BETWEEN_FLUSHES == 0) {
            sheet.flush();
        }
    }

    private void cell(int at, Column column, Object value) {
        var format = column.form().format();
        switch (value) {
            case LocalDate day when column.form() == CellForm.DAY -> sheet.value(row, at, day);
            case BigDecimal amount -> sheet.value(row, at, amount);
            case Integer count -> sheet.value(row, at, count);
            default -> sheet.inlineString(row, at, wording.of(column.field(), value)); // as text, so that no formula comes of it
        }
        if (format != null) {
            sheet.style(row, at).format(format).set();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
        workbook.close();
    }
}
