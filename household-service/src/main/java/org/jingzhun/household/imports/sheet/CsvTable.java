package org.jingzhun.household.imports.sheet;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Values separated by commas, tabs or semicolons; quoted as Excel and WPS quote them. */
final class CsvTable extends Table {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST_CELL = 32_767; // what a cell of a workbook may hold

    private final StoredContent content;
    private final ReadingLimits limits;
    private volatile long bytesRead;

    CsvTable(StoredContent content, ReadingLimits limits) {
        this.content = content;
        this.limits = limits;
    }

    @Override
    public double fraction() {
        return Math.min(1.0, (double) bytesRead / content.size());
    }

    @Override
    void readAll(RowSink sink) {
        if (!sink.startSheet("")) {
            return;
        }
        try (var reader = reader(charset())) {
            var separator = separator(reader);
            rows(reader, separator, sink);
        } catch (CharacterCodingException e) {
            throw new UnreadableFile("file-type-unknown", e);
        } catch (IOException e) {
            throw new UnreadableFile("file-damaged", e);
        }
    }

    /** The file says it itself: what decodes as UTF-8 to the end is UTF-8, everything else must be GB18030. */
    private Charset charset() throws IOException {
        try (var reader = reader(StandardCharsets.UTF_8)) {
            var buffer = new char[1 << 15];
            while (reader.read(buffer) >= 0) {
                // only the decoding matters
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return GB18030;
        }
    }

    private BufferedReader reader(Charset charset) throws IOException {
        bytesRead = 0;
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new BufferedReader(new InputStreamReader(new Counting(Channels.newInputStream(content.open())), decoder), 1 << 16);
    }

    /** The mark that separates the values of the first lines most often. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(1 << 15);
        var start = new char[1 << 13];
        var length = Math.max(0, reader.read(start));
        reader.reset();
        var counts = new int[128];
        var quoted = false;
        for (int i = 0; i < length; i++) {
            if (start[i] == '"') {
                quoted = !quoted;
            } else if (start[i] == 0) {
                throw new UnreadableFile("file-type-unknown"); // no text at all
            } else if (!quoted && start[i] < 128) {
                counts[start[i]]++;
            }
        }
        var best = ',';
        for (var candidate : new char[]{'\t', ';'}) {
            best = counts[candidate] > counts[best] ? candidate : best;
        }
        return best;
    }

    private void rows(Reader reader, char separator, RowSink sink) throws IOException {
        var row = new Row();
        var cell = new StringBuilder();
        var line = 1;
        var column = 0;
        var quoted = false;
        var wasQuoted = false;
        row.start(line);
        var next = reader.read();
        if (next == '\uFEFF') {
            next = reader.read();
        }
        for (; next >= 0; next = reader.read()) {
            var mark = (char) next;
            if (quoted) {
                if (mark != '"') {
                    append(cell, mark);
                } else {
                    quoted = false;
                    wasQuoted = true;
                }
            } else if (mark == '"' && wasQuoted) { // a doubled quote inside quotes
                cell.append('"');
                quoted = true;
            } else if (mark == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (mark == separator) {
                set(row, column++, cell);
                wasQuoted = false;
            } else if (mark == '\n') {
                set(row, column, cell);
                if (!sink.row(row)) {
                    return;
                }
                if (++line > limits.maxRows()) {
                    throw new UnreadableFile("too-many-rows", limits.maxRows());
                }
                row.start(line);
                column = 0;
                wasQuoted = false;
            } else if (mark != '\r') {
                append(cell, mark);
            }
        }
        if (quoted) {
            throw new UnreadableFile("file-damaged");
        }
        set(row, column, cell);
        if (row.width() > 0) {
            sink.row(row);
        }
    }

    private static void append(StringBuilder cell, char mark) {
        if (cell.length() >= LONGEST_CELL) {
            throw new UnreadableFile("file-damaged");
        }
        cell.append(mark);
    }

    private void set(Row row, int column, StringBuilder cell) {
        if (!cell.isEmpty() && column < limits.maxColumns()) {
            row.set(column, cell.charAt(0) == '=' ? CellKind.FORMULA : CellKind.TEXT, cell.toString());
        }
        cell.setLength(0);
    }

    private final class Counting extends FilterInputStream {

        private long total;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            total += Math.max(0, read);
            bytesRead = total;
            return read;
        }
    }
}
