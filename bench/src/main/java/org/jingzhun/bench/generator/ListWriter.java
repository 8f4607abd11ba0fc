package org.jingzhun.bench.generator;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Takes a list row by row and keeps none of it in memory. */
abstract class ListWriter implements Closeable {

    abstract void write(Cell... cells) throws IOException;

    /** The kinds of file that a county sends. */
    enum Format {

        XLSX, XLS, CSV, CSV_BOM, CSV_GB18030;

        ListWriter to(OutputStream out) throws IOException {
            return switch (this) {
                case XLSX -> new Xlsx(out);
                case XLS -> new OldBook(out);
                case CSV -> new Csv(out, StandardCharsets.UTF_8, "");
                case CSV_BOM -> new Csv(out, StandardCharsets.UTF_8, "\uFEFF");
                case CSV_GB18030 -> new Csv(out, Charset.forName("GB18030"), "");
            };
        }
    }

    private static final class Xlsx extends ListWriter {

        private static final int ROWS_IN_MEMORY = 500;

        private final OutputStream out;
        private final Workbook workbook;
        private final Worksheet sheet;
        private int line;

        Xlsx(OutputStream out) {
            this.out = out;
            workbook = new Workbook(out, "Jingzhun", "1.0");
            sheet = workbook.newWorksheet("名单");
        }

        @Override
        void write(Cell... cells) throws IOException {
            for (var column = 0; column < cells.length; column++) {
                switch (cells[column]) {
                    case Cell.Text text when text.text().isEmpty() -> {
                    }
                    case Cell.Text text -> sheet.inlineString(line, column, text.text());
                    case Cell.Figure figure when figure.whole() -> sheet.value(line, column, (long) figure.value());
                    case Cell.Figure figure -> sheet.value(line, column, figure.value());
                    case Cell.Formula formula -> sheet.formula(line, column, formula.expression());
                }
            }
            if (++line % ROWS_IN_MEMORY == 0) {
                sheet.flush();
            }
        }

        @Override
        public void close() throws IOException {
            try (out) { // the workbook leaves the stream open
                workbook.close();
            }
        }
    }

    private static final class Csv extends ListWriter {

        private final Writer out;

        Csv(OutputStream out, Charset charset, String mark) throws IOException {
            this.out = new BufferedWriter(new OutputStreamWriter(out, charset), 1 << 16);
            this.out.write(mark);
        }

        @Override
        void write(Cell... cells) throws IOException {
            for (var column = 0; column < cells.length; column++) {
                if (column > 0) {
                    out.write(',');
                }
                out.write(quoted(cells[column].text()));
            }
            out.write("\r\n");
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** RFC 4180. */
    static String quoted(String text) {
        var plain = text.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
