package org.jingzhun.household.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/** A PDF that is written as it goes: titles, tables whose heading stands on every page, page numbers. */
final class Sheet implements AutoCloseable {

    private static final float MARGIN = 36;
    private static final float TITLE = 16;
    private static final float TEXT = 9;
    private static final float SMALL = 8;
    private static final float GREY = 0.93f;

    private final Document document;
    private final BaseFont letters;

    private Sheet(Rectangle size, String title, String footer, OutputStream out) {
        this.letters = Letters.FONT;
        this.document = new Document(size, MARGIN, MARGIN, MARGIN, MARGIN + SMALL * 2);
        var writer = PdfWriter.getInstance(document, out);
        writer.setPageEvent(new Footer(footer, new Font(letters, SMALL)));
        document.addTitle(title);
        document.addCreator("Jingzhun");
        document.setDocumentLanguage("zh-CN");
        document.open();
    }

    static Sheet upright(String title, String footer, OutputStream out) {
        return new Sheet(PageSize.A4, title, footer, out);
    }

    static Sheet across(String title, String footer, OutputStream out) {
        return new Sheet(PageSize.A4.rotate(), title, footer, out);
    }

    void title(String text) {
        var title = new Paragraph(text, new Font(letters, TITLE));
        title.setAlignment(Element.ALIGN_CENTER);
        title.setSpacingAfter(SMALL);
        document.add(title);
    }

    void line(String text) {
        var line = new Paragraph(text, new Font(letters, TEXT));
        line.setSpacingBefore(SMALL / 2);
        line.setSpacingAfter(SMALL / 2);
        document.add(line);
    }

    /** A table with a heading row. */
    PdfPTable table(float[] widths, List<String> headings) {
        var table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        headings.forEach(heading -> table.addCell(cell(heading, true)));
        table.setHeaderRows(headings.isEmpty() ? 0 : 1);
        return table;
    }

    void row(PdfPTable table, List<String> values) {
        values.forEach(value -> table.addCell(cell(value, false)));
    }

    /** A label and its value, side by side. */
    void pair(PdfPTable table, String label, String value) {
        table.addCell(cell(label, true));
        table.addCell(cell(value, false));
    }

    /** The rows so far; a long table is written piece by piece, so that it never stands in memory as a whole. */
    void write(PdfPTable table, boolean more) {
        table.setComplete(!more);
        document.add(table);
    }

    private PdfPCell cell(@Nullable String text, boolean heading) {
        var cell = new PdfPCell(new Phrase(text, new Font(letters, SMALL)));
        cell.setPadding(3);
        if (heading) {
            cell.setGrayFill(GREY);
        }
        return cell;
    }

    @Override
    public void close() {
        document.close();
    }

    /** The letters are read when the first paper is printed: most instances never print any. */
    private static final class Letters {

        static final BaseFont FONT = read();

        private static BaseFont read() {
            try (var in = Sheet.class.getResourceAsStream("/fonts/NotoSansSC-Regular.ttf")) {
                if (in == null) {
                    throw new IllegalStateException("fonts/NotoSansSC-Regular.ttf is missing");
                }
                return BaseFont.createFont("NotoSansSC-Regular.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true,
                        in.readAllBytes(), null);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class Footer extends PdfPageEventHelper {

        private final String text;
        private final Font font;

        Footer(String text, Font font) {
            this.text = text;
            this.font = font;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            var at = document.bottom() - SMALL * 2;
            ColumnText.showTextAligned(writer.getDirectContent(), Element.ALIGN_LEFT, new Phrase(text, font), document.left(), at,
                    0);
            ColumnText.showTextAligned(writer.getDirectContent(), Element.ALIGN_RIGHT,
                    new Phrase("第 " + writer.getPageNumber() + " 页", font), document.right(), at, 0);
        }
    }
}
