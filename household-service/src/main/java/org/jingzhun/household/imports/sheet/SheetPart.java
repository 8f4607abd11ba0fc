package org.jingzhun.household.imports.sheet;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/** One sheet of an .xlsx: its rows and cells, and what is in them. */
final class SheetPart {

    private final XMLStreamReader xml;
    private final SharedStrings strings;
    private final ReadingLimits limits;
    private final RowSink sink;
    private final Row row = new Row();
    private int rowNumber;
    private int column;

    SheetPart(XMLStreamReader xml, SharedStrings strings, ReadingLimits limits, RowSink sink, boolean from1904) {
        this.xml = xml;
        this.strings = strings;
        this.limits = limits;
        this.sink = sink;
        if (from1904) {
            row.countFrom1904();
        }
    }

    void read() throws XMLStreamException {
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("row")) {
                    startRow();
                } else if (xml.getLocalName().equals("c")) {
                    cell();
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if ((xml.getLocalName().equals("row") && !sink.row(row)) || xml.getLocalName().equals("sheetData")) {
                    return;
                }
            }
        }
    }

    private void startRow() {
        var written = xml.getAttributeValue(null, "r");
        rowNumber = written == null ? rowNumber + 1 : number(written);
        if (rowNumber > limits.maxRows()) {
            throw new UnreadableFile("too-many-rows", limits.maxRows());
        }
        row.start(rowNumber);
        column = -1;
    }

    private void cell() throws XMLStreamException {
        String type = "n";
        column++;
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            switch (xml.getAttributeLocalName(i)) {
                case "r" -> column = columnOf(xml.getAttributeValue(i));
                case "t" -> type = xml.getAttributeValue(i);
                default -> {
                }
            }
        }
        String value = null;
        var formula = false;
        while (true) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = xml.getElementText();
                    case "is" -> value = inlineText();
                    case "f" -> {
                        formula = true;
                        XlsxTable.skip(xml);
                    }
                    default -> XlsxTable.skip(xml);
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                break; // of the cell itself: everything inside has been consumed to its end
            }
        }
        if (column < limits.maxColumns()) {
            keep(type, value, formula);
        }
    }

    private void keep(String type, @Nullable String value, boolean formula) {
        if (value == null && !formula) {
            return;
        }
        var text = value == null ? "" : type.equals("s") ? strings.get(number(value)) : value;
        var kind = formula ? CellKind.FORMULA : switch (type) {
            case "n" -> CellKind.NUMBER;
            case "e" -> CellKind.ERROR;
            default -> CellKind.TEXT;
        };
        row.set(column, kind, text);
    }

    private String inlineText() throws XMLStreamException {
        var text = new StringBuilder();
        for (int depth = 1; depth > 0;) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (xml.getLocalName().equals("t")) {
                        text.append(xml.getElementText());
                    } else if (xml.getLocalName().equals("rPh")) {
                        XlsxTable.skip(xml);
                    } else {
                        depth++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                }
            }
        }
        return text.toString();
    }

    private static int number(String written) {
        try {
            return Integer.parseInt(written);
        } catch (NumberFormatException e) {
            throw new UnreadableFile("file-damaged", e);
        }
    }

    /** "AB12" is column 27. */
    private static int columnOf(String reference) {
        int result = 0;
        for (int i = 0; i < reference.length() && i < 4; i++) {
            var letter = reference.charAt(i);
            if (letter < 'A' || letter > 'Z') {
                break;
            }
            result = result * 26 + (letter - 'A' + 1);
        }
        if (result == 0) {
            throw new UnreadableFile("file-damaged");
        }
        return result - 1;
    }
}
