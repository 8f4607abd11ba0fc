package org.jingzhun.household.imports.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A file recognised by its first bytes, never by its name. */
public abstract class Table {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    private static final byte[] OLE2 = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    public static Table open(StoredContent content, ReadingLimits limits) {
        if (content.size() == 0) {
            throw new UnreadableFile("no-rows");
        }
        var start = new byte[4];
        try (var channel = content.open()) {
            var buffer = ByteBuffer.wrap(start);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
                // the first bytes may come one by one
            }
        } catch (IOException e) {
            throw new UnreadableFile("file-damaged", e);
        }
        if (Arrays.equals(start, ZIP) || Arrays.equals(start, EMPTY_ZIP)) {
            return new XlsxTable(content, limits);
        }
        if (Arrays.equals(start, OLE2)) {
            return new XlsTable(content, limits);
        }
        return new CsvTable(content, limits);
    }

    /** Reads until the end, or until the sink wants no more. */
    public final void read(RowSink sink) {
        var guarded = new Guarded(sink);
        try {
            readAll(guarded);
        } catch (UnreadableFile e) {
            throw e;
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException | NegativeArraySizeException
                | NullPointerException | ClassCastException | ArithmeticException e) {
            if (guarded.failed) {
                throw e;
            }
            throw new UnreadableFile("file-damaged", e); // parsers tell of damage in many ways
        }
    }

    abstract void readAll(RowSink sink);

    /** Tells the failures of whoever takes the rows from those of reading. */
    private static final class Guarded implements RowSink {

        private final RowSink sink;
        private boolean failed;

        Guarded(RowSink sink) {
            this.sink = sink;
        }

        @Override
        public boolean startSheet(String name) {
            try {
                return sink.startSheet(name);
            } catch (RuntimeException e) {
                failed = true;
                throw e;
            }
        }

        @Override
        public boolean row(Row row) {
            try {
                return sink.row(row);
            } catch (RuntimeException e) {
                failed = true;
                throw e;
            }
        }
    }

    /** How much of the file has been read, from 0 to 1; a guess, good enough for a progress bar. */
    public abstract double fraction();
}
