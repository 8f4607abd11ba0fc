package org.jingzhun.bench.generator;

import java.io.IOException;
import java.io.OutputStream;

import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;

/** A workbook of 1997 【.xls】: kept in memory until it is closed. */
final class OldBook extends ListWriter {

    private final OutputStream out;
    private final HSSFWorkbook workbook = new HSSFWorkbook();
    private final Sheet sheet = workbook.createSheet("名单");
    private int line;

    OldBook(OutputStream out) {
        this.out = out;
    }

    @Override
    void write(Cell... cells) {
        var row = sheet.createRow(line++);
        for (var column = 0; column < cells.length; column++) {
            switch (cells[column]) {
                case Cell.Text text when text.text().isEmpty() -> {
                }
                case Cell.Text text -> row.createCell(column).setCellValue(text.text());
                case Cell.Figure figure -> row.createCell(column).setCellValue(figure.value());
                case Cell.Formula formula -> row.createCell(column).setCellFormula(formula.expression());
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (out; workbook) {
            workbook.write(out);
        }
    }
}
