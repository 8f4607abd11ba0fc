package org.jingzhun.bench.generator;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** A generated list as a reader sees it: heading → text, a row at a time. */
record ReadList(Generate.Outcome outcome, byte[] bytes, List<Map<String, String>> rows) {

    static ReadList of(Generate.Order order) {
        var out = new ByteArrayOutputStream();
        try {
            var outcome = new Generate(order).to(out);
            var bytes = out.toByteArray();
            return new ReadList(outcome, bytes, order.format() == ListWriter.Format.XLSX ? workbook(bytes) : List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cells without a file between: for long lists. */
    static ReadList collected(Generate.Order order) {
        var rows = new ArrayList<Map<String, String>>();
        var headings = new ArrayList<String>();
        var writer = new ListWriter() {
            @Override
            void write(Cell... cells) {
                if (headings.isEmpty()) {
                    Arrays.stream(cells).map(Cell::text).forEach(headings::add);
                    return;
                }
                var row = new LinkedHashMap<String, String>();
                for (var column = 0; column < cells.length; column++) {
                    row.put(headings.get(column), cells[column].text());
                }
                rows.add(row);
            }

            @Override
            public void close() {}
        };
        try {
            return new ReadList(new Generate(order).to(writer), new byte[0], rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> workbook(byte[] bytes) throws IOException {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
                var lines = workbook.getFirstSheet().openStream()) {
            var rows = new ArrayList<Map<String, String>>();
            var headings = new ArrayList<String>();
            lines.forEach(line -> {
                if (headings.isEmpty()) {
                    line.forEach(cell -> headings.add(cell.getText()));
                    return;
                }
                var row = new LinkedHashMap<String, String>();
                for (var column = 0; column < headings.size(); column++) {
                    var cell = line.getOptionalCell(column).orElse(null);
                    row.put(headings.get(column), cell == null
                            ? ""
                            : cell.getFormula() != null
                                    ? "=" + cell.getFormula()
                                    : cell.getRawValue() == null ? "" : cell.getRawValue());
                }
                rows.add(row);
            });
            return rows;
        }
    }

    /** The row of the sheet with that number, as Excel counts. */
    Map<String, String> line(int number) {
        return rows.get(number - 2);
    }
}
