package org.jingzhun.household.imports.sheet;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * An .xlsx read straight from its stored bytes.
 *
 * <p>Readers to be had want a file in clear on disk, or the whole archive in memory, and offer no hook for the inflated size;
 * the part of the format that a list of people needs is small.
 */
final class XlsxTable extends Table {

    private static final XMLInputFactory XML = xmlFactory();

    private final StoredContent content;
    private final ReadingLimits limits;
    private volatile long packedRead;
    private volatile long packedTotal = 1;
    private boolean from1904;

    XlsxTable(StoredContent content, ReadingLimits limits) {
        this.content = content;
        this.limits = limits;
    }

    private static XMLInputFactory xmlFactory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    @Override
    public double fraction() {
        return Math.min(1.0, (double) packedRead / packedTotal);
    }

    @Override
    void readAll(RowSink sink) {
        try (var archive = ZipFile.builder().setSeekableByteChannel(content.open()).setIgnoreLocalFileHeader(false).get()) {
            var strings = sharedStrings(archive);
            for (var sheet : sheets(archive)) {
                if (sink.startSheet(sheet.name())) {
                    try (var part = part(archive, sheet.path(), true)) {
                        new SheetPart(XML.createXMLStreamReader(part), strings, limits, sink, from1904).read();
                    }
                }
            }
        } catch (IOException | XMLStreamException e) {
            if (e.getCause() instanceof UnreadableFile unreadable) {
                throw unreadable;
            }
            throw new UnreadableFile("file-damaged", e);
        }
    }

    /** The visible sheets in the order of their tabs. */
    private List<Sheet> sheets(ZipFile archive) throws IOException, XMLStreamException {
        var workbook = "xl/workbook.xml";
        var targets = new HashMap<String, String>();
        elements(archive, "xl/_rels/workbook.xml.rels", (name, attributes) -> {
            if (name.equals("Relationship")) {
                var target = attributes.getOrDefault("Target", "");
                targets.put(attributes.getOrDefault("Id", ""), target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        });
        var sheets = new ArrayList<Sheet>();
        elements(archive, workbook, (name, attributes) -> {
            if (name.equals("workbookPr")) {
                from1904 = List.of("1", "true").contains(attributes.getOrDefault("date1904", ""));
            }
            var path = targets.get(attributes.getOrDefault("id", ""));
            if (name.equals("sheet") && path != null && attributes.getOrDefault("state", "visible").equals("visible")) {
                sheets.add(new Sheet(attributes.getOrDefault("name", ""), path));
            }
        });
        if (sheets.isEmpty()) {
            throw new UnreadableFile("file-type-unknown");
        }
        return sheets;
    }

    private interface ElementSink {
        void element(String name, Map<String, String> attributes);
    }

    private void elements(ZipFile archive, String path, ElementSink sink) throws IOException, XMLStreamException {
        try (var part = part(archive, path, false)) {
            var xml = XML.createXMLStreamReader(part);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    var attributes = new HashMap<String, String>();
                    for (int i = 0; i < xml.getAttributeCount(); i++) {
                        attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
                    }
                    sink.element(xml.getLocalName(), attributes);
                }
            }
        }
    }

    private SharedStrings sharedStrings(ZipFile archive) throws IOException, XMLStreamException {
        var strings = new SharedStrings(limits.maxSharedStringBytes());
        if (archive.getEntry("xl/sharedStrings.xml") == null) {
            return strings;
        }
        try (var part = part(archive, "xl/sharedStrings.xml", false)) {
            var xml = XML.createXMLStreamReader(part);
            var text = new StringBuilder();
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        switch (xml.getLocalName()) {
                            case "si" -> text.setLength(0);
                            case "t" -> text.append(xml.getElementText());
                            case "rPh" -> skip(xml);
                            default -> {
                            }
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        if (xml.getLocalName().equals("si")) {
                            strings.add(text);
                        }
                    }
                    default -> {
                    }
                }
            }
        }
        return strings;
    }

    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0;) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                }
            }
        }
    }

    private InputStream part(ZipFile archive, String path, boolean showsProgress) throws IOException {
        var entry = archive.getEntry(path);
        if (entry == null) {
            throw new UnreadableFile("file-type-unknown");
        }
        var packed = new CountingStream(archive.getRawInputStream(entry));
        if (showsProgress) {
            packedTotal = Math.max(1, entry.getCompressedSize());
            packed.onRead = total -> packedRead = total;
        }
        var inflated = switch (entry.getMethod()) {
            case ZipEntry.DEFLATED ->
                new InflaterInputStream(packed, new Inflater(true), 1 << 16) {
                    @Override
                    public void close() throws IOException {
                        super.close();
                        inf.end();
                    }
                };
            case ZipEntry.STORED -> packed;
            default -> throw new UnreadableFile("file-damaged");
        };
        return new BufferedInputStream(new GuardedStream(inflated, limits, () -> packed.total), 1 << 16);
    }

    private record Sheet(String name, String path) {}

    /** Counts the packed bytes; they are both the measure of progress and the lower part of the inflation ratio. */
    private static final class CountingStream extends FilterInputStream {

        private long total;
        private LongConsumer onRead = read -> {
        };

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            if (one >= 0) {
                onRead.accept(++total);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = super.read(into, offset, length);
            if (read > 0) {
                total += read;
                onRead.accept(total);
            }
            return read;
        }
    }
}
