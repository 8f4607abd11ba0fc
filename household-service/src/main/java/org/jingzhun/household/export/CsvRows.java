package org.jingzhun.household.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jingzhun.household.record.Wording;
import org.jingzhun.household.template.CellForm;
import org.jingzhun.household.template.Column;
import org.jspecify.annotations.Nullable;

/** Text with commas. What a spreadsheet would take for a formula gets an apostrophe before it, as spreadsheets mark text. */
final class CsvRows implements RowWriter {

    private static final String FORMULA = "=+-@\t\r";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;
    private final Wording wording;

    CsvRows(OutputStream out, Charset charset, List<Column> columns, Wording wording) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, charset));
        this.wording = wording;
        if (charset.equals(StandardCharsets.UTF_8)) {
            this.out.write(BYTE_ORDER_MARK);
        }
        line(columns.stream().map(column -> quoted(column.heading())).toList());
    }

    @Override
    public void row(List<Column> columns, List<@Nullable Object> values) throws IOException {
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            var column = columns.get(i);
            var text = wording.of(column.field(), values.get(i));
            out.write(quoted(column.form() == CellForm.TEXT ? neutral(text) : text));
        }
        out.write("\r\n");
    }

    private void line(List<String> cells) throws IOException {
        out.write(String.join(",", cells));
        out.write("\r\n");
    }

    static String neutral(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        return text.chars().anyMatch(letter -> letter == ',' || letter == '"' || letter == '\n' || letter == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
