package org.jingzhun.household.imports.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;

import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.RecordFormatException;
import org.jspecify.annotations.Nullable;

/** An .xls of the years before 2007; its records are read as events, so that only its texts stay in memory. */
final class XlsTable extends Table {

    private final StoredContent content;
    private final ReadingLimits limits;
    private volatile double fraction;

    XlsTable(StoredContent content, ReadingLimits limits) {
        this.content = content;
        this.limits = limits;
    }

    @Override
    public double fraction() {
        return fraction;
    }

    @Override
    void readAll(RowSink sink) {
        if (content.size() > limits.maxXlsBytes()) {
            throw new UnreadableFile("file-too-large", limits.maxXlsBytes() >> 20);
        }
        try (var channel = content.open(); var files = new POIFSFileSystem(Channels.newInputStream(channel))) {
            if (files.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw new UnreadableFile("file-password-protected");
            }
            if (!files.getRoot().hasEntryCaseInsensitive("Workbook") && !files.getRoot().hasEntryCaseInsensitive("Book")) {
                throw new UnreadableFile("file-type-unknown");
            }
            var request = new HSSFRequest();
            request.addListenerForAllRecords(new Events(sink));
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, files);
            fraction = 1;
        } catch (EncryptedDocumentException e) {
            throw new UnreadableFile("file-password-protected", e);
        } catch (IOException | HSSFUserException | RecordFormatException e) {
            throw new UnreadableFile("file-damaged", e);
        }
    }

    private final class Events extends AbortableHSSFListener {

        private static final short CONTINUE = 0;

        private final RowSink sink;
        private final List<BoundSheetRecord> sheets = new ArrayList<>();
        private final Row row = new Row();
        private @Nullable SSTRecord strings;
        private @Nullable FormulaRecord waitingForText;
        private int sheet = -1;
        private int current = -1;
        private boolean wanted;

        Events(RowSink sink) {
            this.sink = sink;
        }

        @Override
        public short abortableProcessRecord(Record event) {
            switch (event) {
                case BoundSheetRecord bound -> sheets.add(bound);
                case SSTRecord shared -> strings = shared;
                case BOFRecord start when start.getType() == BOFRecord.TYPE_WORKSHEET -> startSheet();
                case DateWindow1904Record window when window.getWindowing() == 1 -> row.countFrom1904();
                case EOFRecord end -> endRow();
                case StringRecord text when waitingForText != null -> {
                    cell(waitingForText, CellKind.FORMULA, text.getString());
                    waitingForText = null;
                }
                case CellValueRecordInterface cell when wanted -> value(cell);
                default -> {
                }
            }
            return CONTINUE;
        }

        private void startSheet() {
            sheet++;
            var visible = sheet < sheets.size() && !sheets.get(sheet).isHidden() && !sheets.get(sheet).isVeryHidden();
            wanted = visible && sink.startSheet(sheets.get(sheet).getSheetname());
            current = -1;
        }

        private void value(CellValueRecordInterface event) {
            switch (event) {
                case LabelSSTRecord text -> cell(event, CellKind.TEXT,
                        strings == null ? "" : strings.getString(text.getSSTIndex()).getString());
                case LabelRecord text -> cell(event, CellKind.TEXT, text.getValue());
                case NumberRecord number -> cell(event, CellKind.NUMBER, plain(number.getValue()));
                case BoolErrRecord flag -> cell(event, flag.isError() ? CellKind.ERROR : CellKind.TEXT,
                        flag.isError() ? "#" : flag.getBooleanValue() ? "1" : "0");
                case FormulaRecord formula when formula.hasCachedResultString() -> waitingForText = formula;
                case FormulaRecord formula -> cell(event, CellKind.FORMULA, plain(formula.getValue()));
                default -> {
                }
            }
        }

        private static String plain(double value) {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                return "";
            }
            return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
        }

        private void cell(CellValueRecordInterface at, CellKind kind, String text) {
            if (at.getRow() != current) {
                endRow();
                if (!wanted) {
                    return;
                }
                current = at.getRow();
                if (current >= limits.maxRows()) {
                    throw new UnreadableFile("too-many-rows", limits.maxRows());
                }
                row.start(current + 1);
                fraction = Math.max(fraction, current / 65_536.0);
            }
            if (at.getColumn() < limits.maxColumns()) {
                row.set(at.getColumn(), kind, text);
            }
        }

        private void endRow() {
            if (wanted && current >= 0) {
                wanted = sink.row(row);
            }
            current = -1;
        }
    }
}
