package org.jingzhun.household.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jingzhun.household.imports.ImportFindings.RowFinding;
import org.jingzhun.household.imports.ImportFindings.Wanted;
import org.jingzhun.household.imports.sheet.CellKind;
import org.jingzhun.household.imports.sheet.Row;
import org.jingzhun.household.imports.sheet.RowSink;
import org.jingzhun.household.imports.sheet.Table;
import org.jingzhun.household.person.ResidentId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows that are not in, as they came, with the reasons beside them 【错误原因表】: corrected there, it is uploaded again. A second sheet
 * 【提示】 has the rows that go in and have warnings; an upload does not read it.
 *
 * <p>The cells are read from the stored file once more: they lie nowhere else in clear.
 */
@Component
class ErrorWorkbook {

    private static final int REASONS_AT_ONCE = 2_000;
    private static final int ROWS_BETWEEN_FLUSHES = 500;
    private static final String WARNINGS = "提示";

    private final ImportFiles files;
    private final ImportFindings findings;
    private final ImportSettings settings;

    ErrorWorkbook(ImportFiles files, ImportFindings findings, ImportSettings settings) {
        this.files = files;
        this.findings = findings;
        this.settings = settings;
    }

    /**
     * @param sensitive whether warnings that tell of health are shown
     */
    void write(ImportJob job, boolean sensitive, Locale locale, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Jingzhun", "1.0")) {
            write(job, sensitive, locale, workbook.newWorksheet("退回"), true);
            if (job.warnings() > 0) {
                write(job, sensitive, locale, workbook.newWorksheet(WARNINGS), false);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void write(ImportJob job, boolean sensitive, Locale locale, Worksheet sheet, boolean refused) throws IOException {
        var writer = new Writer(sheet, new Reasons(job.id(), new Wanted(null, sensitive)), refused, locale);
        Table.open(files.open(job), settings.limits()).read(writer);
        writer.findHeadings(); // of a file that is shorter than the rows that are searched
        sheet.finish();
    }

    /** All reasons in the order of the rows, some thousand at once. */
    private final class Reasons {

        private final long importId;
        private final Wanted wanted;
        private final Deque<RowFinding> waiting = new ArrayDeque<>();
        private RowFinding last = new RowFinding(0, "", "", null, "", true);
        private boolean ended;

        Reasons(long importId, Wanted wanted) {
            this.importId = importId;
            this.wanted = wanted;
        }

        /** The reasons of a row; rows are asked for in their order. */
        List<RowFinding> of(int row) {
            var found = new ArrayList<RowFinding>();
            for (var next = peek(); next != null && next.rowNo() <= row; next = peek()) {
                if (next.rowNo() == row) {
                    found.add(next);
                }
                waiting.poll();
            }
            return found;
        }

        private @Nullable RowFinding peek() {
            if (waiting.isEmpty() && !ended) {
                var more = findings.after(importId, last.rowNo(), last.code(), last.field(), REASONS_AT_ONCE, wanted);
                waiting.addAll(more);
                ended = more.size() < REASONS_AT_ONCE;
                last = more.isEmpty() ? last : more.getLast();
            }
            return waiting.peek();
        }

        boolean isEmpty() {
            return peek() == null;
        }
    }

    private static final class Writer implements RowSink {

        private final Worksheet sheet;
        private final Reasons reasons;
        private final boolean refused;
        private final Locale locale;
        private final List<Row> first = new ArrayList<>();
        private final PlainText plain = new PlainText();
        private @Nullable Layout layout;
        private int written;

        Writer(Worksheet sheet, Reasons reasons, boolean refused, Locale locale) {
            this.sheet = sheet;
            this.reasons = reasons;
            this.refused = refused;
            this.locale = locale;
        }

        @Override
        public boolean startSheet(String name) {
            findHeadings();
            return layout == null;
        }

        @Override
        public boolean row(Row row) {
            var found = layout;
            if (found != null) {
                copy(found, row);
                return !reasons.isEmpty();
            }
            if (!row.isBlank() || !first.isEmpty()) {
                first.add(row.copy());
                if (first.size() == Headings.searchedRows() + 1) {
                    findHeadings();
                    return layout != null;
                }
            }
            return true;
        }

        void findHeadings() {
            if (layout != null || first.isEmpty()) {
                return;
            }
            var found = Headings.find(first);
            if (found != null) {
                layout = found;
                var column = 0;
                for (int i = 0; i < found.titles().size(); i++) {
                    if (isCopied(found, i)) {
                        sheet.inlineString(0, column++, found.titles().get(i));
                    }
                }
                sheet.inlineString(0, column, Headings.ROW_NUMBER);
                sheet.inlineString(0, column + 1, Headings.REASONS);
                sheet.freezePane(0, 1);
                first.stream().filter(row -> row.number() > found.rows()).forEach(row -> copy(found, row));
            }
            first.clear();
        }

        private static boolean isCopied(Layout layout, int column) {
            var title = layout.titles().get(column);
            return !title.isEmpty() && !title.equals(Headings.ROW_NUMBER) && !title.equals(Headings.REASONS);
        }

        private void copy(Layout layout, Row row) {
            var found = reasons.of(row.number());
            if (found.isEmpty() || found.stream().anyMatch(RowFinding::refuses) != refused) {
                return;
            }
            var line = ++written;
            var column = 0;
            for (int i = 0; i < layout.titles().size(); i++) {
                if (isCopied(layout, i)) {
                    cell(line, column++, row.kind(i), written(layout, row, i));
                }
            }
            sheet.value(line, column, row.number());
            sheet.inlineString(line, column + 1,
                    found.stream().map(finding -> text(layout, row, finding)).distinct()
                            .collect(Collectors.joining(Character.toString('\n'))));
            if (written % ROWS_BETWEEN_FLUSHES == 0) {
                flush();
            }
        }

        /** The workbook that goes back counts its days from 1900. */
        private static String written(Layout layout, Row row, int column) {
            var text = row.text(column);
            if (!row.isFrom1904() || row.kind(column) != CellKind.NUMBER || !layout.isDay(column)) {
                return text;
            }
            try {
                return Double.toString(Double.parseDouble(text) + Dates.DAYS_TO_1904);
            } catch (NumberFormatException e) {
                return text;
            }
        }

        private void flush() {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A number stays a number, so that what it has lost is seen again; nothing becomes a formula. */
        private void cell(int line, int column, CellKind kind, String text) {
            if (text.isEmpty()) {
                return;
            }
            switch (kind) {
                case NUMBER -> {
                    try {
                        sheet.value(line, column, Double.valueOf(text));
                    } catch (NumberFormatException e) {
                        sheet.inlineString(line, column, text);
                    }
                }
                case FORMULA -> sheet.inlineString(line, column, text.startsWith("=") ? "'" + text : "'=" + text);
                default -> sheet.inlineString(line, column, neutral(text));
            }
        }

        private static String neutral(String text) {
            return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        }

        /** The officer's own row stands beside it: only here the proposed number is written out. */
        private String text(Layout layout, Row row, RowFinding finding) {
            if (!finding.refuses()) {
                return (locale.getLanguage().equals("en") ? "Warning: " : WARNINGS + "：") + finding.text(locale);
            }
            if (finding.code().equals("id-15-digits")) {
                var old = plain.tight(row.text(layout.place(finding.named()).column()));
                var expected = ResidentId.flaw(old, LocalDate.MAX).map(ResidentId.Flaw::expected).orElse(null);
                if (expected != null) {
                    return finding.text(locale, List.of(expected));
                }
            }
            return finding.text(locale);
        }
    }
}
